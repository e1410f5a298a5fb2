// F9: discussion 05, closed: teenagers teach how to use a smartphone; adopted and done.

import { opinions } from './05-phone-lessons-opinions.ts';
import type { DemoDiscussion } from './types.ts';

export const discussion: DemoDiscussion = {
  key: 'phone-lessons',
  round: 'closed',
  kind: 'project',
  proposer: 'kotone',
  policy: '3-1-2',
  title: '中高生が先生になる、スマートフォン教室',
  problem:
    '予約も時刻表もスマートフォンが前提になってきたのに、習う場所が足りません。市の講座は定員の2.5倍の応募があり、一度きりで、あとから聞けません。いっぽう中高生は、町の大人と話す機会も、だれかの役に立つ機会もほとんどありません。',
  proposal:
    '月2回、土曜の13時30分から15時30分まで、中高生が2人組で先生になる教室を開きます。習う人は1回12人まで。病院の予約、バスの居場所、家族との連絡、にせものの見分け方を、紙一枚の教材で進めます。大学生がうしろで支え、家には行かない、連絡先は交換しない、売らない、を約束にします。',
  effect:
    '1年でのべ200人が習い、3か月あとに「一人でできる」と答える人を7割にします。先生役の中高生40人の声も記録して公表します。',
  roles:
    '中高生：先生役、教材の絵。大学生：見守りと会の進行。センター：会場と練習用タブレット6台。市：講座の予算の一部、広報、保険。自治会：送り迎え。',
  cost: '教材と保険、通信費で年に約38万円。市の講座（1回4万4千円）8回分より少し多い額です。',
  area: '市民活動センターと、各地区の公民館・集会所',
  earlier: [
    {
      changed: '2人組にすること、連絡先を交換しないこと、終わりの時間を書き足しました。',
      proposal: '月2回、土曜の午後に、中高生が高齢の人にスマートフォンを一対一で教えます。',
    },
  ],
  opinions,
  points: [
    {
      section: 'agreement',
      text: '習う人が自分の指で操作できるまで待つ教え方、病院、銀行、バスなど暮らしに要る内容を先にすることに、強い一致があった。',
      cites: [0, 1, 6],
      editor: 'shiori',
      answer: {
        kind: 'adopted',
        division: 'kyodo',
        policy: '3-1-2',
        decidedAfterDays: 45,
        reason:
          '教材の最初の三つを「病院の予約」「バスの居場所」「電話とメッセージ」とします。市立病院と運行会社から画面の資料の提供を受けます。',
      },
    },
    {
      section: 'agreement',
      text: '教える中高生を守る決まりが要ることに、賛成する人も反対する人も一致した。2人組、大学生の支え、保護者の同意、帰りの時間、家に行かない約束である。',
      cites: [3, 15, 16],
      editor: 'matsubara',
      answer: {
        kind: 'adopted',
        division: 'kyodo',
        policy: '3-1-2',
        decidedAfterDays: 45,
        reason:
          '約束を実施要領に入れ、参加者全員に読んでもらいます。先生役は市の行事保険の対象とし、費用は市が持ちます。',
      },
    },
    {
      section: 'views',
      text: '開く場所には、公民館、商店街の空き店舗、団地の集会所の三つの案があった。来にくい人の近くへ出向くことを重んじる意見が多い。',
      cites: [5, 8, 18],
      editor: 'hashi',
      answer: {
        kind: 'partly',
        division: 'kyodo',
        policy: '3-1-2',
        decidedAfterDays: 45,
        reason:
          '月2回のうち1回を公民館と団地集会所の巡回、1回を商店街の空き店舗とします。自治会の車での送り迎えは、運転者の保険の扱いを整理するまで、使わないことにします。',
      },
    },
    {
      section: 'dissent',
      text: '暗証番号や口座が子どもの目に触れることへの反対があった。練習用の画面に限れば考え直すという。売りこみのない場にすることも求められた。',
      cites: [4, 17],
      editor: 'matsubara',
      answer: {
        kind: 'adopted',
        division: 'kyodo',
        policy: '3-1-2',
        decidedAfterDays: 45,
        reason:
          '銀行と支払いの操作は練習用タブレットだけで行い、本人の電話では扱いません。販売と勧誘の禁止を入口に掲示します。',
      },
    },
    {
      section: 'minority',
      text: '講座を増やすより、電話と紙の受付を残すことを市が約束すべきだという意見があった。習いたい人からも、両方が要るという声が添えられている。',
      cites: [12],
      editor: 'shiori',
      answer: {
        kind: 'already-done',
        division: 'kyodo',
        policy: '1-2-2',
        decidedAfterDays: 45,
        reason:
          '市の手続きは、電子申請を始めたものも含めて、すべて電話か紙で受け付けています。この扱いを続けることを窓口の方針に明記しました。医療機関の予約は市の権限の外です。',
      },
    },
    {
      section: 'proposals',
      text: '続けるための工夫として、先生役への図書カードや証明書、紙一枚の手順書、だまされない練習、成果に先生役の成長も書くことが提案された。',
      cites: [7, 9, 13, 14],
      editor: 'hashi',
      answer: {
        kind: 'adopted',
        division: 'kyodo',
        policy: '3-1-2',
        decidedAfterDays: 45,
        reason:
          '活動の証明書を市長名で出します。手順書は提案者と作り、だれでも使える形で公開します。図書カードは市からは出しませんが、企業からの申し出を紹介します。',
      },
    },
    {
      section: 'proposals',
      text: '先生役をひらく提案があった。手話の回、外国から来た人との教えあい、学校に行けていない子の参加である。',
      cites: [10, 11, 19],
      editor: 'matsubara',
      answer: {
        kind: 'under-study',
        division: 'kyodo',
        policy: '1-2-2',
        decidedAfterDays: 45,
        nextReviewAfterDays: 400,
        reason:
          '手話の回は年3回行います。日本語教室との教えあい、教育支援センターに通う子の参加は、それぞれの先生と進め方を話し合っており、次の見直しで結果を示します。',
      },
    },
  ],
  annex: [],
  answer: {
    kind: 'adopted',
    division: 'kyodo',
    policy: '3-1-2',
    decidedAfterDays: 45,
    reason:
      '採択します。市の講座12回のうち4回分の費用を振り替え、年24回の教室として提案者と協定を結びます。応募が定員の2.5倍あり、終わったあとに聞けないという課題に合う提案と判断しました。今年度は準備の6回を行い、来年度は予算の議決を条件に24回とします。',
  },
  steps: [
    {
      step: 'requested',
      afterDays: 110,
      note: '来年度24回分を要求しました。委託講座4回分を減らしています。',
      document: '予算要求書（協働推進課）',
      page: '27',
      budgetLine: '款10 教育費 項5 社会教育費 目1 社会教育総務費',
      amountYen: 376_000,
    },
    {
      step: 'draft-budget',
      afterDays: 214,
      note: '予算案に全額が計上されました。',
      document: '一般会計当初予算案 説明書',
      page: '191',
      budgetLine: '款10 教育費 項5 社会教育費 目1 社会教育総務費',
      amountYen: 376_000,
    },
    {
      step: 'voted',
      afterDays: 256,
      note: '3月議会で議決されました。',
      document: '3月定例会 議決結果一覧',
      page: '3',
      budgetLine: '款10 教育費 項5 社会教育費 目1 社会教育総務費',
      amountYen: 376_000,
    },
    {
      step: 'under-way',
      afterDays: 282,
      note: '協定を結び、月2回の教室が始まりました。準備の6回には先生役の中高生17人と大学生5人が加わりました。',
      document: 'スマートフォン教室 実施協定書',
      page: '1',
    },
    {
      step: 'done',
      afterDays: 464,
      note: '最初の1年でのべ231人が習い、3か月後の聞き取りで「一人でできる」は74％でした。先生役43人の感想文も公開しました。',
      document: 'スマートフォン教室 1年の報告書',
      page: '5–9',
      amountYen: 361_000,
    },
  ],
};
