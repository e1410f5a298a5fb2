// F9: discussion 26, settled: seats instead of squatting in school toilets.

import { opinions } from './26-school-toilets-opinions.ts';
import type { DemoDiscussion } from './types.ts';

export const discussion: DemoDiscussion = {
  key: 'school-toilets',
  round: 'settled',
  kind: 'project',
  proposer: 'hoken',
  policy: '1-1-3',
  title: '学校のトイレを、がまんしなくていい場所に',
  problem:
    '保健室には毎週、トイレをがまんしてお腹が痛くなった子が来ます。市内の小中学校13校で、洋式の便器は半分に足りません。和式しかない階が29あり、鍵の壊れた個室が41か所あります。1年間に腹痛で早退した子187人のうち、62人が「学校で行けなかった」と話しました。',
  proposal:
    '一、和式しかない29階を1年でなくし、3年で洋式を8割にします。二、鍵、灯り、床の乾きを同じ工事で直します。三、体育館の便所を避難所として見直し、車いすで入れる個室を各校に1つつくります。四、洋式1基を何人で使っているかを階ごとに数え、多い所から替え、表を毎年貼り出します。',
  effect: 'がまんして早退する子を3年で半分にします。洋式を待つ人数を、2時間目の休みに年2回、全校の同じ階で数えます。',
  roles:
    '市：設計と工事、部品代。学校：使う人数と故障の記録。子ども：待つ人数の調べと、色や絵の案。なおす会：鍵やパッキンの見回り。保護者と地域：体育館の便所の下見。',
  cost: '1年目は29階の59基で約3,700万円（国の補助が3分の1）。3年で約2億3千万円。鍵の修理は約50万円。',
  area: '市立の小学校9校と中学校4校',
  earlier: [
    {
      changed: '全部を洋式にする案を、8割に改めました。和式を使いたい人がいるとわかり、費用も下がるためです。',
      title: '学校の和式トイレをゼロに',
      proposal: '3年で、学校の和式607基をすべて洋式に替えます。',
      cost: '約3億7千万円。',
    },
  ],
  opinions,
  points: [
    {
      section: 'agreement',
      text: '洋式を増やすことには、年齢や立場をこえて賛成が多かった。がまんが腹痛や早退につながっていることを、子ども、教える人、看護師がそれぞれの数で示した。',
      cites: [0, 8, 9, 13, 19],
      editor: 'shiori',
      answer: {
        kind: 'adopted',
        division: 'kosodate',
        policy: '1-1-3',
        decidedAfterDays: 52,
        reason:
          '和式しかない29階の解消を来年度から始めます。来年度予算の議決を条件とします。早退の記録と中学生の調べは、国に補助を求める書類にも引用します。',
      },
    },
    {
      section: 'views',
      text: '順番をめぐり、毎日使う教室の前を先にする考えと、避難所になる体育館を先にする考えがあった。学校ごとに1階と体育館を同時に行えば、足場の費用が一度で済むという案が出た。',
      cites: [3, 4, 14],
      editor: 'matsubara',
      answer: {
        kind: 'adopted',
        division: 'kosodate',
        policy: '1-1-3',
        decidedAfterDays: 52,
        reason:
          '和式しかない階のある7校で、体育館の便所も同じ工事に入れます。足場と仮設の費用が約240万円下がる見込みです。車いすの個室は入口の幅を85センチとします。',
      },
    },
    {
      section: 'dissent',
      text: '607基すべてに工事をするのは過大だという意見があった。統合や建てかえを考える校舎を外すこと、便器より先に暗さと寒さを直すこと、部品で直る故障は地域で直すことが挙がった。',
      cites: [5, 11, 18],
      editor: 'hashi',
      answer: {
        kind: 'partly',
        division: 'kosodate',
        policy: '1-1-3',
        decidedAfterDays: 52,
        reason:
          '建てかえを検討している3校は、1基19万円の簡易な工事にとどめます。鍵とパッキンの見回りは、なおす会と覚え書きを交わして月1回お願いします。窓と灯りは、便器の工事をする階に限って直します。',
      },
    },
    {
      section: 'minority',
      text: '和式を残してほしいという声も少数あった。人の座った所に触れたくないこと、しゃがむ力を保つことが理由である。提案者は目標を8割に改めた。',
      cites: [1, 7],
      editor: 'kotone',
      answer: {
        kind: 'adopted',
        division: 'kosodate',
        policy: '1-1-3',
        decidedAfterDays: 52,
        reason: '各校に和式を2基以上残し、場所を入口に示します。残す和式の床も、水をまかずに拭ける材に替えます。',
      },
    },
    {
      section: 'views',
      text: '個室のあり方について、小便器を減らして個室にする、男女の絵のない個室を各階に置く、という考えが若い世代から出た。費用の面から職員用を開放する案も示された。',
      cites: [6, 17],
      editor: 'hashi',
      answer: {
        kind: 'under-study',
        division: 'kosodate',
        policy: '1-1-3',
        decidedAfterDays: 52,
        nextReviewAfterDays: 420,
        reason:
          '中学校2校で、職員用の1室を「だれでも使える個室」として開きます。使った回数と感想を一年集め、各階に置くかどうかを次の見直しで示します。',
      },
    },
    {
      section: 'proposals',
      text: '工事の中身に、地元の木の扉、乾いた床と掃除の見直し、浄化槽に合う節水の型、4年前に改めた工場の図面と数字が寄せられた。',
      cites: [10, 12, 16, 21],
      editor: 'shiori',
      answer: {
        kind: 'partly',
        division: 'kosodate',
        policy: '1-1-3',
        decidedAfterDays: 52,
        reason:
          '床は全階で乾式、東小は4.8リットルの節水型とします。木の扉は湿気に耐えるかを1校の20枚で試します。掃除は子どもと続け、長靴の使い回しはやめます。工場の図面は設計者と見せていただきました。',
      },
    },
    {
      section: 'questions',
      text: '暖かい便座の電気代が問われた。提案者は体育館と1階の一部に限り、鍵の修理を先に行うと答えた。',
      cites: [20],
      editor: 'matsubara',
      answer: {
        kind: 'already-done',
        division: 'kosodate',
        policy: '1-1-3',
        decidedAfterDays: 52,
        reason: '壊れた鍵41か所は、この回答の前に学校の修繕費47万円で直し終えました。暖房の便座は体育館だけにします。',
      },
    },
  ],
  annex: [
    {
      opinion: 15,
      reason: '便器の工事の範囲の外だが、学校のきまりとして取り組める。別の提案として出せることを本人に伝えた。',
      editor: 'kotone',
    },
  ],
  answer: {
    kind: 'partly',
    division: 'kosodate',
    policy: '1-1-3',
    decidedAfterDays: 52,
    reason:
      '一部採択します。和式しかない29階の59基を来年度に替え、4年で洋式を8割にします。3年を4年とするのは、夏休みに工事ができる業者の数に限りがあるためです。国の補助が決まること、来年度予算の議決を条件とします。待つ人数の調べは毎年、市のページに載せます。',
  },
  steps: [
    {
      step: 'requested',
      afterDays: 96,
      note: '29階59基と体育館7か所の工事費、設計費を来年度予算に要求しました。',
      document: '予算要求書（こども育成課）',
      page: '27',
      budgetLine: '款10 教育費 項2 小学校費 目3 学校施設整備費',
      amountYen: 41_800_000,
    },
    {
      step: 'draft-budget',
      afterDays: 168,
      note: '予算案に計上されました。財源は国の補助が3分の1、市の借り入れが2分の1です。体育館は7か所のうち5か所になりました。',
      document: '一般会計当初予算案 説明書',
      page: '201',
      budgetLine: '款10 教育費 項2 小学校費 目3 学校施設整備費',
      amountYen: 38_600_000,
    },
    {
      step: 'voted',
      afterDays: 203,
      note: '議会で議決されました。反対の討論では、建てかえ予定の校舎への支出が問われました。',
      document: '定例会 議決結果一覧',
      page: '4',
      budgetLine: '款10 教育費 項2 小学校費 目3 学校施設整備費',
      amountYen: 38_600_000,
    },
    {
      step: 'under-way',
      afterDays: 247,
      note: '設計を終え、2校で工事を始めました。扉の色は子どもの投票で決まりました。残る5校は長い休みに入ってからです。',
      document: '学校便所改修 工程表',
      page: '1',
    },
  ],
};
