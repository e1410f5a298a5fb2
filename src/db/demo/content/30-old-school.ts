// F9: discussion 30, settled: the closed branch school in the hands of its neighbours; adopted in part, the school house itself dropped after its examination.

import { opinions } from './30-old-school-opinions.ts';
import type { DemoDiscussion } from './types.ts';

export const discussion: DemoDiscussion = {
  key: 'old-school',
  round: 'settled',
  kind: 'plan',
  proposer: 'shoji',
  policy: '3-2-1',
  title: '閉校した東の分校を、地域の手で使う3年の計画',
  problem:
    '6年前に閉じた東の分校は、投票と運動会の年9日のほか、鍵がかかったままです。維持費は年286万円。雨どいが外れ、床の一部がはがれました。東地区には集まれる台所も、水害のときに逃げられる2階も、ほかにありません。このまま傷めば、使うことも見送ることもできなくなります。',
  proposal:
    '3年の計画を立て、地域の会が市から借りて使います。1年目は耐震診断と片づけ、給食室と体育館のためし使い。2年目は保健室、図工室、理科室を曜日ごとに貸す。3年目に、続けるか、閉じるかを、使った人の数と収支で決めます。判断の目安は、使った日が年150日、赤字が年20万円以内です。',
  effect:
    '年9日の利用を150日にします。市の維持費を286万円から200万円以下にします。使った人、使えなかった理由、鍵を開けるのにかかった時間を毎月はり出します。',
  roles:
    '東地区まちづくりの会：鍵、予約、掃除、会計。市：耐震診断、体育館の修理、貸すための規則。使う団体：1回300円から1,200円の使用料と、年2回の大掃除。卒業生：記録づくり。',
  cost: '耐震診断と図面の調べで約620万円（1年目）。体育館と給食室の直しで約280万円。運営は年に約70万円を使用料でまかないます。',
  area: '旧 東分校（東地区）',
  earlier: [
    {
      changed: '改修してから使う案をやめ、耐震診断とためし使いから始めることにしました。',
      proposal:
        '校舎を改修し、1階を食堂と加工場、2階を宿にします。年210万円の収入を見こみ、市の補助は3年で終わりにします。',
      cost: '改修に約2,400万円。',
    },
    {
      changed: '宿泊を収入の柱から外し、やめるときの目安と片づけ代を書きました。',
      cost: '耐震診断と図面の調べで約620万円（1年目）。運営は年210万円の収入（うち宿泊140万円）でまかないます。',
    },
  ],
  opinions,
  points: [
    {
      section: 'agreement',
      text: '使い道を決める前に、建物の安全を調べることに、残したい人も見送りたい人も同意した。結果がどうであっても公開することが前提とされた。',
      cites: [1],
      editor: 'tatara',
      answer: {
        kind: 'adopted',
        division: 'kyodo',
        policy: '3-2-1',
        decidedAfterDays: 55,
        reason:
          '校舎の耐震診断を行います。診断書は全文を公開し、説明会を東公民館で開きます。図面は旧校長室の金庫から見つかりました。',
      },
    },
    {
      section: 'agreement',
      text: '給食室、体育館、保健室など、すぐに使える部分から小さく始めることに賛成が集まった。加工、介護する人の集まり、料理の会、絵、道具の修理、合宿と、使い手の名前がすでに挙がっている。',
      cites: [4, 6, 11, 13, 16, 19],
      editor: 'natsu',
      answer: {
        kind: 'partly',
        division: 'kyodo',
        policy: '3-2-1',
        decidedAfterDays: 55,
        reason:
          '別棟の給食室と、新しい耐震基準の体育館は、修理のうえでためし使いを認めます。保健室、図工室、理科室は校舎の中にあるため、診断の結果が出るまで人を入れません。体育館での宿泊は消防の検査を受けた日に限ります。',
      },
    },
    {
      section: 'views',
      text: '建物の終わり方について、使う人が決まらなければ更地にする、無理に生かさず礼を言って見送る、時計台だけは残すという考えが示された。どれも校舎への思いから出ている。',
      cites: [0, 3, 10],
      editor: 'tatara',
      answer: {
        kind: 'under-study',
        division: 'kyodo',
        policy: '3-2-1',
        decidedAfterDays: 55,
        nextReviewAfterDays: 255,
        reason:
          '校舎を使えないと分かったときの扱い（囲い、解体の時期、時計台と桜）を、診断の報告と同時に案として示します。国の解体補助は2分の1ですが、跡地の使い道が決まっていることが条件です。',
      },
    },
    {
      section: 'dissent',
      text: '収支の見こみへの異論があった。許可の分からない宿泊を収入の柱に置かないこと、赤字の限度とやめる日を先に決めることである。提案者はいずれも改めた。',
      cites: [7, 15, 17],
      editor: 'matsubara',
      answer: {
        kind: 'adopted',
        division: 'kyodo',
        policy: '3-2-1',
        decidedAfterDays: 55,
        reason:
          '貸す契約に、赤字が二年続けて20万円を超えたら終えること、片づけ代30万円を先に預けることを書きます。夏の宿泊は、体育館で許可が取れた場合に別に協議します。',
      },
    },
    {
      section: 'views',
      text: '使い続けるための条件として、毎日戸を開ける人、高すぎる電気の基本料金、使う区画だけの配線、暖かい一部屋が挙げられた。',
      cites: [8, 9, 14],
      editor: 'natsu',
      answer: {
        kind: 'adopted',
        division: 'kyodo',
        policy: '3-2-1',
        decidedAfterDays: 55,
        reason:
          '給食室と体育館を低圧に引き直します。維持費は年に約40万円下がり、工事費72万円は2年で戻ります。鍵は番号式に替え、会の3人に開ける役をお願いします。',
      },
    },
    {
      section: 'minority',
      text: '来る道と入口についての意見は数が少ないが、計画に欠けていた点である。日に4本のバスでは来られない人がいること、昇降口に段が5つあることが指摘された。',
      cites: [5, 12],
      editor: 'tatara',
      answer: {
        kind: 'partly',
        division: 'kyodo',
        policy: '3-2-1',
        decidedAfterDays: 55,
        reason:
          '給食室と体育館の入口にスロープをつけます。乗り合いの車は、川べりタクシーの火曜・木曜の便を3か月ためし、1回4人に届かなければ見直します。バスの便数はふやしません。',
      },
    },
    {
      section: 'proposals',
      text: '水害のときの逃げ先として2階を残し、鍵を地域に置くことが求められた。いまは開けるまでに40分かかる。',
      cites: [20],
      editor: 'matsubara',
      answer: {
        kind: 'alternative',
        division: 'kyodo',
        policy: '2-2-2',
        decidedAfterDays: 55,
        reason:
          '診断の前の校舎に避難していただくことはできません。かわりに、体育館の2階の通路（約90人）と土地改良区の事務所の2階を一時の逃げ先とし、どちらも番号式の鍵にします。',
      },
    },
    {
      section: 'questions',
      text: '学校の記憶をだれが残すのかが問われた。提案者は、日誌と校歌を置く「分校の棚」をつくり、卒業生の話を書きとると答えた。',
      cites: [18],
      editor: 'natsu',
      answer: {
        kind: 'not-ours',
        division: 'kyodo',
        policy: '3-1-1',
        decidedAfterDays: 55,
        passedTo: '教育委員会 文化財係',
        reason:
          '日誌62冊は学校の公文書で、教育委員会が保存します。複写して棚に置くことの許可を、教育委員会から受けました。',
      },
    },
  ],
  annex: [],
  answer: {
    kind: 'partly',
    division: 'kyodo',
    policy: '3-2-1',
    decidedAfterDays: 55,
    nextReviewAfterDays: 255,
    reason:
      '一部を採択します。耐震診断を行い、給食室と体育館を地域の会に3年間貸します。費用は補正予算の議決を条件とします。校舎は、補強が4,000万円以内で済むと分かった場合に限り2年目の使用へ進みます。こえたときは校舎の活用を取りやめます。この線は、市内の公民館の改修1館分の平均です。',
  },
  steps: [
    {
      step: 'requested',
      afterDays: 88,
      note: '耐震診断の委託、給食室と体育館の修理、配線の引き直しを補正予算に要求しました。',
      document: '補正予算要求書（協働推進課）',
      page: '14',
      budgetLine: '款2 総務費 項1 総務管理費 目9 地域振興費',
      amountYen: 9_640_000,
    },
    {
      step: 'draft-budget',
      afterDays: 120,
      note: '補正予算案に計上されました。体育館の屋根の塗装は次の年度に回されました。',
      document: '一般会計補正予算案 説明書',
      page: '17',
      budgetLine: '款2 総務費 項1 総務管理費 目9 地域振興費',
      amountYen: 8_710_000,
    },
    {
      step: 'voted',
      afterDays: 145,
      note: '市議会で議決されました。診断より先に解体費を積むべきだという討論もありました（賛成17、反対6）。',
      document: '定例会 議決結果一覧',
      page: '3',
      budgetLine: '款2 総務費 項1 総務管理費 目9 地域振興費',
      amountYen: 8_710_000,
    },
    {
      step: 'under-way',
      afterDays: 178,
      note: '給食室と体育館の貸し出しを始め、校舎の診断に入りました。最初の4週間で給食室は9日、体育館は11日使われました。',
      document: '旧東分校 利用の記録 第1号',
      page: '1',
    },
    {
      step: 'dropped',
      afterDays: 246,
      note: '診断の結果、校舎の耐震の値は基準0.7に対して0.28、補強は1億8,600万円でした。決めておいた4,000万円をこえるため、校舎の活用を取りやめます。給食室と体育館は3年の契約どおり続け、時計台の時計は体育館の壁へ移します。',
      document: '旧東分校校舎 耐震診断報告書',
      page: '41–46',
      amountYen: 8_530_000,
    },
  ],
};
