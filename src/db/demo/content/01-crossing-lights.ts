// F9: discussion 01, closed: night light at crossings on the way to school.

import { opinions } from './01-crossing-lights-opinions.ts';
import type { DemoDiscussion } from './types.ts';

export const discussion: DemoDiscussion = {
  key: 'crossing-lights',
  round: 'closed',
  kind: 'project',
  proposer: 'rengo',
  policy: '2-2-1',
  title: '通学路の横断歩道に、夜の灯りを',
  problem:
    '通学路にある信号のない横断歩道38か所のうち、21か所には照明がありません。部活動や学童の帰りが日没後になる10月から2月に、横断中の事故と「ひやっとした」という声が集中しています。自治会の聞き取りでは、保護者312人のうち204人が「暗くて心配な横断歩道がある」と答えました。',
  proposal:
    '照明のない21か所に、3年でLEDの道路照明をつけます。順番は事故の件数、夕方の歩行者数、路面の明るさの三つを点数にして決め、点数表を公開します。最初の年は8か所です。設置の前に、近くの住民、農家、運転士と現場を見て、光の向きと点灯の時間を決めます。',
  effect:
    '日没後の横断中の事故を、5年で9件から半分以下にします。灯りがつく前と後の明るさと、止まってくれた車の割合を同じ場所で測り、毎年公表します。',
  roles:
    '連合会と各自治会：明るさの測定、現場の立ち会い、月1回の点灯の確認。市：設計、設置、電気代。学校：通学路の点検と、歩行者数の調査への協力。',
  cost: '照明1基あたり約38万円、21か所で約800万円（3年の合計）。電気代は1基あたり年に約4,200円。',
  area: '市内4中学校区の通学路（照明のない横断歩道21か所）',
  earlier: [
    {
      changed:
        '対象を38か所すべてから、照明のない21か所にしぼりました。すでに明るい所まで入れると費用が倍近くになるためです。',
      title: '市内すべての横断歩道に照明を',
      proposal: '通学路の横断歩道38か所すべてに、3年でLEDの道路照明をつけます。順番は市が決めます。',
      cost: '約1,450万円（3年の合計）。',
    },
  ],
  opinions,
  points: [
    {
      section: 'agreement',
      text: '照明のない21か所から灯りをつけることには、歩く人、運転する人、見守る人のどの立場からも賛成が多かった。夕方だけでなく、仕事帰りの人も暗さを怖いと感じている。',
      cites: [1, 3, 6, 7, 11],
      editor: 'matsubara',
      answer: {
        kind: 'adopted',
        division: 'koutsu',
        policy: '2-2-1',
        decidedAfterDays: 58,
        reason:
          '照明のない21か所を3年で整備します。初年度は点数の高い8か所です。来年度予算の議決を条件とします。事故9件のうち7件が照明のない場所で起きており、効果が見込めると判断しました。',
      },
    },
    {
      section: 'views',
      text: '灯りの質をめぐっては、向きを車の来る側からにすること、住まいへ光をもらさないこと、人が待つときだけ明るくすることの三つが挙がった。',
      cites: [0, 8, 13],
      editor: 'hashi',
      answer: {
        kind: 'adopted',
        division: 'koutsu',
        policy: '2-2-1',
        decidedAfterDays: 58,
        reason:
          '車の進行方向の手前から照らす配置とし、遮光板つきの灯具を標準にします。設計の前に、近くの方と現地で立ち会います。',
      },
    },
    {
      section: 'views',
      text: '点灯の時間は、子どもの帰る時間に限る考えと、夜勤など大人の通る深夜まで点ける考えに分かれた。場所ごとに決める余地がある。',
      cites: [13, 15],
      editor: 'shiori',
      answer: {
        kind: 'partly',
        division: 'koutsu',
        policy: '2-2-1',
        decidedAfterDays: 58,
        reason:
          '病院前と駅周辺の4か所は終夜点灯とします。ほかは22時以降を半分の明るさに落とし、人が待つと明るくなる方式を使います。',
      },
    },
    {
      section: 'dissent',
      text: '照明より先に安くできることがあるという意見があった。白線の塗り直し、店の看板灯、歩く人が光るものを身につけることである。',
      cites: [10, 14, 16],
      editor: 'matsubara',
      answer: {
        kind: 'not-ours',
        division: 'koutsu',
        policy: '2-2-1',
        decidedAfterDays: 58,
        passedTo: '県公安委員会（ひなた警察署 交通課）',
        reason:
          '横断歩道の白線は県公安委員会の受け持ちです。消えかけている6か所の写真と位置図を警察署へ渡し、年度内に塗り直すとの返事を受けました。看板灯は商店街の取り組みに感謝し、照度の計算に入れます。',
      },
    },
    {
      section: 'minority',
      text: '少数ながら、夜の光が稲の育ちとホタルの繁殖をさまたげるという指摘があった。いずれも、時期を限った消灯があれば照明に反対しないとしている。',
      cites: [2, 18],
      editor: 'kotone',
      answer: {
        kind: 'adopted',
        division: 'koutsu',
        policy: '2-2-1',
        decidedAfterDays: 58,
        reason:
          '田に接する3か所は7月から9月まで人を感知したときだけ点灯します。橋のたもとの1か所は6月の2週間、20時以降を消灯できるスイッチを設けます。',
      },
    },
    {
      section: 'proposals',
      text: '照明とあわせて、太陽電池式を2か所で一冬試すこと、車いすで待つ場所の傾きを直すことが提案された。',
      cites: [12, 17],
      editor: 'shiori',
      answer: {
        kind: 'under-study',
        division: 'koutsu',
        policy: '2-1-2',
        decidedAfterDays: 58,
        nextReviewAfterDays: 420,
        reason:
          '太陽電池式は、試験の場所と電池の交換費を調べています。待つ場所の傾きは21か所のうち7か所で基準の5％を超えており、歩道の段差解消の計画に入れられるか、次の見直しまでに示します。',
      },
    },
    {
      section: 'questions',
      text: '順番の決め方が公平か、自治会に入っていない人の道も点検されるかが問われた。提案者は、点数表をすべて公開し、加入に関係なく測ると答えた。',
      cites: [9, 19],
      editor: 'matsubara',
      answer: {
        kind: 'already-done',
        division: 'koutsu',
        policy: '2-2-1',
        decidedAfterDays: 58,
        reason:
          '21か所の点数表と測定の値は、連合会と市の連名で市のページに公開済みです。自治会への加入の有無は点数に入っていません。',
      },
    },
  ],
  annex: [
    {
      opinion: 5,
      reason: '提案の範囲の外だが、中学生が自分で取り組める内容である。別の挙手として出せることを本人に伝えた。',
      editor: 'kotone',
    },
  ],
  answer: {
    kind: 'adopted',
    division: 'koutsu',
    policy: '2-2-1',
    decidedAfterDays: 58,
    reason:
      '採択します。照明のない21か所に3年でLED照明を整備し、初年度は8か所とします。費用は1基あたり36万3千円の見込みで、来年度予算の議決を条件とします。順番は公開された点数表によります。点灯後に明るさと停車の割合を測り、毎年公表します。',
  },
  steps: [
    {
      step: 'requested',
      afterDays: 118,
      note: '初年度8か所分の工事費と設計費を、来年度予算に要求しました。',
      document: '予算要求書（交通政策課）',
      page: '12',
      budgetLine: '款8 土木費 項2 道路橋りょう費 目3 交通安全施設整備費',
      amountYen: 3_120_000,
    },
    {
      step: 'draft-budget',
      afterDays: 214,
      note: '予算案に全額が計上されました。',
      document: '一般会計当初予算案 説明書',
      page: '143',
      budgetLine: '款8 土木費 項2 道路橋りょう費 目3 交通安全施設整備費',
      amountYen: 3_120_000,
    },
    {
      step: 'voted',
      afterDays: 256,
      note: '3月議会で議決されました。8か所の工事ができるようになりました。',
      document: '3月定例会 議決結果一覧',
      page: '2',
      budgetLine: '款8 土木費 項2 道路橋りょう費 目3 交通安全施設整備費',
      amountYen: 3_120_000,
    },
    {
      step: 'under-way',
      afterDays: 318,
      note: '現場の立ち会いを8か所で終え、工事を始めました。橋のたもとには消灯スイッチがつきます。',
      document: '現地立ち会い記録',
      page: '1–8',
    },
    {
      step: 'done',
      afterDays: 446,
      note: '初年度の8か所が点灯しました。路面の明るさは平均3ルクスから22ルクスに、車が止まった割合は31％から58％になりました。残る13か所は2年目以降です。',
      document: '照明設置前後の測定結果',
      page: '3',
      amountYen: 2_904_000,
    },
  ],
};
