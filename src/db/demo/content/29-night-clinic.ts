// F9: discussion 29, settled: who is on call at night and on holidays, to be found within a minute; adopted and under way.

import { opinions } from './29-night-clinic-opinions.ts';
import type { DemoDiscussion } from './types.ts';

export const discussion: DemoDiscussion = {
  key: 'night-clinic',
  round: 'settled',
  kind: 'project',
  proposer: 'akane',
  policy: '1-3-1',
  title: '夜と休みの日の急患の当番を、1分で分かるように',
  problem:
    '日曜の夜、3か月の子が39度の熱を出し、開いている医院をさがすのに40分かかりました。当番表は広報の最後のページと市のサイトの奥にあり、医院の名前だけで住所も電話もありません。サークル38組に聞くと、当番医を1分以内に言えたのは4組、迷って救急車を呼んだことがあるのは3組でした。',
  proposal:
    '当番の知らせ方を三つにそろえます。①市のサイトの最初の画面に、いま開いている所を1行で出す。②その月だけの大きな字の紙を、掲示板、学校、会社の寮、バス停に。③夜の電話の窓口を一つの番号にまとめ、22時までは人が出る。医院の名前には住所、地図の番号、電話、使えることばを書きます。',
  effect:
    '「1分以内に言えた」家を、38組中4組から30組にふやします。119番への当番の問い合わせを半分にします。どちらも始める前と1年後に、同じ聞き方で数えます。',
  roles:
    'こだち：ことばの点検、親への聞き取り、紙の置き場所さがし。市：データと紙、電話の窓口。医師会：前の月の20日までに当番を決める。会社・学校・自治会：はり出しと翻訳。',
  cost: '紙とサイトの直しで年に約90万円。電話の窓口は今の2つの委託を1つにまとめ、差し引き約60万円の増。',
  area: '市内全域',
  earlier: [
    {
      changed: '新しいアプリを作る案をやめ、市のサイトの1行と紙にしました。電話を残すことを書き足しました。',
      title: '夜間・休日の当番医が分かるアプリをつくる',
      proposal: '当番医、地図、電話がすぐ出るアプリを市が作ります。電話の案内は、アプリが広まったら終わりにします。',
      cost: '開発に約700万円、毎年の保守に約120万円。',
    },
  ],
  opinions,
  points: [
    {
      section: 'agreement',
      text: '当番が見つからないことが、救急外来の混雑、119番への問い合わせ、行き違いの車代につながっている。看護師、元消防士、タクシー会社、親のいずれもが数や経験を挙げ、直すことに賛成した。',
      cites: [0, 6, 7, 9],
      editor: 'kotone',
      answer: {
        kind: 'adopted',
        division: 'kenko',
        policy: '1-3-1',
        decidedAfterDays: 47,
        reason:
          '市のサイトの最初の画面に、時刻にあわせて「いま開いている所」を1行で出します。タクシー会社と消防の指令室には、変更があったときに同じ内容が自動で届くようにします。',
      },
    },
    {
      section: 'agreement',
      text: '画面を使わない人のために、大きな字の一枚を暮らしの場所にはること、人の出る電話を残すことに、世代をこえた支持があった。寮、学校、筆箱など、置き場所の申し出も多い。',
      cites: [2, 4, 11, 15],
      editor: 'shiori',
      answer: {
        kind: 'adopted',
        division: 'kenko',
        policy: '1-3-1',
        decidedAfterDays: 47,
        reason:
          '字の大きさ18ポイントの月ごとの紙を6,000枚つくり、掲示板、学校、会社の寮、介護事業所に配ります。電話は19時から22時まで人が出ます。22時からは県の相談電話につなぎます。',
      },
    },
    {
      section: 'views',
      text: '案内を作る者について、市がデータを出して市民が画面を作る考えと、命にかかわる案内は市が責任をもって出すべきだという考えに分かれた。打ち直しの誤りをなくすことでは一致している。',
      cites: [13, 14],
      editor: 'kotone',
      answer: {
        kind: 'partly',
        division: 'kenko',
        policy: '1-3-1',
        decidedAfterDays: 47,
        reason:
          '正式な案内は市のページとします。元のデータはその日のうちに公開し、だれでも使えるようにします。市民の作った画面には、市のデータを読んだ時刻を必ず示すことをお願いします。',
      },
    },
    {
      section: 'views',
      text: '表の書き方として、住所と地図の番号、「こんなとき」から引けること、その日にできる手当ての正直な表示、遠くから見える旗が求められた。',
      cites: [12, 16, 19, 21],
      editor: 'tatara',
      answer: {
        kind: 'adopted',
        division: 'kenko',
        policy: '1-3-1',
        decidedAfterDays: 47,
        reason:
          '症状から引く14項目の表を医師会と作ります。縫う手当てができるかどうかは、当番が決まる時点で医院から届けていただきます。旗は21医院のうち18医院が出すと答え、3医院は家主の許しを待っています。',
      },
    },
    {
      section: 'dissent',
      text: 'わかりやすさが夜の受診をふやし、高齢の当番医を疲れさせるという反対があった。表よりも、引き受ける医師が残るかどうかが先だという指摘である。',
      cites: [8, 20],
      editor: 'matsubara',
      answer: {
        kind: 'under-study',
        division: 'kenko',
        policy: '1-3-1',
        decidedAfterDays: 56,
        nextReviewAfterDays: 255,
        reason:
          '当番を受ける医院は10年前の29から21に減りました。隣の2市と当番を合わせる話し合いを始めています。受診がふえるかどうかは、当番医と救急の人数を月ごとに公表して確かめます。次の見直しで、3市の案を示します。',
      },
    },
    {
      section: 'minority',
      text: '電話のできない人と、日本語で症状を伝えられない人からの意見があった。数は少ないが、今の表では入口で止まってしまう。',
      cites: [3, 5],
      editor: 'shiori',
      answer: {
        kind: 'adopted',
        division: 'kenko',
        policy: '1-2-2',
        decidedAfterDays: 47,
        reason:
          '医師会館の診療所と全当番医を、市立病院の電話通訳（14言語）の契約に加えます。文字で知らせる先は、市が受けて当番医に伝える形で始めます。返事までの時間は5分以内を目安とし、毎月公表します。',
      },
    },
    {
      section: 'proposals',
      text: '当番の医院がない東地区に、年に数回、公民館で診る日曜を設けることが提案された。',
      cites: [10],
      editor: 'tatara',
      answer: {
        kind: 'declined',
        division: 'kenko',
        policy: '1-3-1',
        decidedAfterDays: 56,
        reason:
          '公民館での診療は、検査の機器と薬の管理が法令の基準を満たせないため行いません。当番の日に東から通う方へは、タクシーの定額（片道1,500円）を川べりタクシーと相談しています。決まりしだい当番の表に載せます。',
      },
    },
    {
      section: 'questions',
      text: '急な変更をどう知らせるか、費用はいくらか、保険のカードがない人は診てもらえるかが問われた。提案者は、直す所を三つにしぼり、目安の額を表に書くと答えた。',
      cites: [17, 18],
      editor: 'kotone',
      answer: {
        kind: 'already-done',
        division: 'kenko',
        policy: '1-3-1',
        decidedAfterDays: 47,
        reason:
          '夜間と休日の窓口での支払いの目安を、4つの例で市のページに載せました。カードがなくても診療は受けられ、後日の払い戻しがあることも、やさしい日本語で書きました。',
      },
    },
  ],
  annex: [],
  answer: {
    kind: 'adopted',
    division: 'kenko',
    policy: '1-3-1',
    decidedAfterDays: 47,
    reason:
      '採択します。紙、サイト、電話の三つを同じ元データにそろえます。今ある二つの電話案内の委託を一つにまとめ、増える費用は補正予算の議決を条件とします。帰宅した人が8割をこえる救急の現状から、行き先を早く伝える効きめは大きいと考えました。目標の「30組」は、提案者と同じ方法で数えます。',
  },
  steps: [
    {
      step: 'requested',
      afterDays: 90,
      note: '紙と多言語の版づくり、電話の窓口の統合、電話通訳の追加の費用を要求しました。',
      document: '補正予算要求書（健康福祉課）',
      page: '9',
      budgetLine: '款4 衛生費 項1 保健衛生費 目5 救急医療対策費',
      amountYen: 1_860_000,
    },
    {
      step: 'draft-budget',
      afterDays: 128,
      note: '補正予算案に計上されました。紙は8,000枚から6,000枚になりました。',
      document: '一般会計補正予算案 説明書',
      page: '31',
      budgetLine: '款4 衛生費 項1 保健衛生費 目5 救急医療対策費',
      amountYen: 1_640_000,
    },
    {
      step: 'voted',
      afterDays: 152,
      note: '市議会で議決されました。夜の電話を22時で切りかえる理由が問われ、深夜の件数（一晩平均2.1件）を公表することになりました。',
      document: '定例会 議決結果一覧',
      page: '4',
      budgetLine: '款4 衛生費 項1 保健衛生費 目5 救急医療対策費',
      amountYen: 1_640_000,
    },
    {
      step: 'under-way',
      afterDays: 214,
      note: '大きな字の紙の第1号をはり出し、サイトの1行を公開しました。寮の7言語版は三つ葉惣菜工房が訳しました。旗は18医院でひるがえっています。119番への問い合わせは、前の年の同じ月の61件から38件に減りました。',
      document: '急患の当番 知らせ方の月次報告 第1号',
      page: '1–3',
    },
  ],
};
