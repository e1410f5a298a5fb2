// F9: discussion 04, closed: half the rubbish at the summer festival; adopted in part on stated conditions, dropped when they were not met.

import { opinions } from './04-festival-rubbish-opinions.ts';
import type { DemoDiscussion } from './types.ts';

export const discussion: DemoDiscussion = {
  key: 'festival-rubbish',
  round: 'closed',
  kind: 'project',
  proposer: 'saeki',
  policy: '2-3-2',
  title: '夏まつりのごみを、返す器で半分に',
  problem:
    'ひなた夏まつりのごみは2日で6.8トン。半分は一度きりの器です。翌朝5時から30人ほどが拾っていますが、毎年同じ人で、年齢も上がっています。川へ飛んだ容器は下流の東地区まで流れ、田の水口につまります。',
  proposal:
    '飲み物のカップと汁物のどんぶりを、くり返し使う器に替えます。お客さんは器ごとに100円を預け、返すと戻ります。返却所は5か所。数えるのは返却所、洗うのは高温洗浄のできる業者で、屋台は配るだけです。串や包み紙の店、持ち帰りはこれまでどおりです。',
  effect:
    '器のごみを半分に、全体を6.8トンから5トン以下に減らします。重さは市の計量票で、戻った数は返却所の記録で、まつりの翌週に公表します。',
  roles:
    '商店街：器の手配、預かり金の管理、屋台への説明。市：返却所の場所、ごみの計量、初年度の費用の半分。中高生と市民：返却所の係。自治会：出店の班で1年目に試す。',
  cost: '器の借り上げと洗浄で約210万円（カップ1万個、どんぶり2千個）。ごみ処分費は約16万円下がる見込み。',
  area: '本町通りとひなた川河川敷（夏まつりの会場）',
  earlier: [
    {
      changed: '洗うのを屋台から業者に替え、串や包み紙の店と持ち帰りを外しました。',
      proposal: 'すべての屋台がくり返し使う器を借り、自分たちで洗って返します。お客さんは器ごとに100円を預けます。',
      cost: '器の借り上げで約120万円。',
    },
  ],
  opinions,
  points: [
    {
      section: 'agreement',
      text: '器のごみを元から減らすこと、ごみ箱と返す場所をだれにもわかる形で示すことに、広い一致があった。バス停にたまる問題も共有された。',
      cites: [0, 5, 13, 17],
      editor: 'matsubara',
      answer: {
        kind: 'adopted',
        division: 'midori',
        policy: '2-3-2',
        decidedAfterDays: 59,
        reason:
          '返却所とごみ箱は、色の旗と写真の表示に統一します。駅東口とバス停2か所のそばに返却所を加え、7か所とします。',
      },
    },
    {
      section: 'agreement',
      text: '返却所の係に中学生が加わる申し出、来る人にわけを先に伝える工夫など、参加して支える案が好意をもって受けとめられた。',
      cites: [4, 18],
      editor: 'kotone',
      answer: {
        kind: 'adopted',
        division: 'midori',
        policy: '2-3-2',
        decidedAfterDays: 59,
        reason:
          '返却所の係は19時30分までの交代制とし、大人が必ずつきます。ごみ減量の啓発費でカップに入れる図案を中学生から募ります。',
      },
    },
    {
      section: 'views',
      text: '預かり金は100円では返さないという見方と、家族には重いという見方に分かれた。器を持参した人への割引という別の道も示された。',
      cites: [6, 10],
      editor: 'shiori',
      answer: {
        kind: 'partly',
        division: 'midori',
        policy: '2-3-2',
        decidedAfterDays: 59,
        reason:
          '預かり金は実行委員会が決めることですが、市の負担金は1個100円を前提に計算します。持参した方への割引は、応じる屋台に市がのぼりを用意します。',
      },
    },
    {
      section: 'dissent',
      text: '屋台の手間が増えること、夏の衛生、気軽さが失われることへの反対と心配があった。屋台に洗わせない、洗浄の証明を取る、という条件つきの意見が多い。',
      cites: [1, 9, 11],
      editor: 'matsubara',
      answer: {
        kind: 'adopted',
        division: 'midori',
        policy: '2-3-2',
        decidedAfterDays: 59,
        reason:
          '洗浄は80度5分以上の設備をもつ業者に限り、証明書の写しを公表することを負担金の条件にします。屋台の作業は配ることだけです。',
      },
    },
    {
      section: 'views',
      text: '子ども連れ、車いす、持ち帰りの人が困らない返し方を求める意見があった。返す場所の数、台の高さ、ふた付きの容器である。',
      cites: [3, 19, 21],
      editor: 'kotone',
      answer: {
        kind: 'adopted',
        division: 'midori',
        policy: '2-3-2',
        decidedAfterDays: 59,
        reason:
          '各返却所に高さ60センチの台を中央に置き、並ばずに返せる棚を3か所に設けます。持ち帰りのふた付き容器は対象から外します。',
      },
    },
    {
      section: 'proposals',
      text: '借りる器のほかに、蓮の葉、経木、串と紙だけなど、土に返るか燃料になる器を店ごとに選べるようにする提案があった。',
      cites: [7, 8, 14, 20],
      editor: 'shiori',
      answer: {
        kind: 'adopted',
        division: 'midori',
        policy: '2-3-2',
        decidedAfterDays: 59,
        reason:
          '「減らし方は店ごとに選ぶ」こととし、蓮の葉と経木の使用も同じ扱いにします。経木は使用後に分けて集め、木くずとして製材所の燃料に戻します。',
      },
    },
    {
      section: 'minority',
      text: '少数の意見として、洗浄と輸送の負担を数えれば年一度の使用では環境の負担が減らないという指摘があった。ほかの催しと共同で使うことが条件として示された。',
      cites: [12],
      editor: 'matsubara',
      answer: {
        kind: 'under-study',
        division: 'midori',
        policy: '2-3-2',
        decidedAfterDays: 59,
        nextReviewAfterDays: 480,
        reason:
          '市内の14の催しに共同利用の意向を聞きました。前向きな返事は5つです。初年度の輸送距離とお湯の量を記録し、次の見直しで負担を計算して示します。',
      },
    },
    {
      section: 'questions',
      text: '戻らなかった器の費用と、夜の現金の扱いが問われた。提案者は、組合が8万円まで負担し、現金には大人2人がつくと答えた。',
      cites: [15, 16],
      editor: 'kotone',
      answer: {
        kind: 'not-ours',
        division: 'midori',
        policy: '2-3-2',
        decidedAfterDays: 59,
        passedTo: 'ひなた夏まつり実行委員会',
        reason:
          '弁償と預かり金の管理は実行委員会の会計で決めることです。提案者の回答を委員会へ渡し、会計規程に加えたと報告を受けました。',
      },
    },
  ],
  annex: [],
  answer: {
    kind: 'partly',
    division: 'midori',
    policy: '2-3-2',
    decidedAfterDays: 59,
    nextReviewAfterDays: 480,
    reason:
      '一部を採択します。初年度は飲み物のカップ1万個を対象に、費用の半分（上限78万円）を負担します。どんぶりは洗浄できる業者が県内に1社しかないため2年目に判断します。ごみが5.5トン以下、器の戻りが85％以上であれば続けます。',
  },
  steps: [
    {
      step: 'requested',
      afterDays: 115,
      note: 'カップの借り上げと洗浄の負担金を要求しました。',
      document: '予算要求書（公園緑地課）',
      page: '18',
      budgetLine: '款4 衛生費 項2 清掃費 目1 清掃総務費',
      amountYen: 780_000,
    },
    {
      step: 'draft-budget',
      afterDays: 214,
      note: '予算案に計上されました。',
      document: '一般会計当初予算案 説明書',
      page: '117',
      budgetLine: '款4 衛生費 項2 清掃費 目1 清掃総務費',
      amountYen: 780_000,
    },
    {
      step: 'voted',
      afterDays: 256,
      note: '3月議会で議決されました。カップの導入が決まりました。',
      document: '3月定例会 議決結果一覧',
      page: '3',
      budgetLine: '款4 衛生費 項2 清掃費 目1 清掃総務費',
      amountYen: 780_000,
    },
    {
      step: 'under-way',
      afterDays: 402,
      note: '夏まつりでカップ9,420個を使い、7,159個（76％）が戻りました。ごみは6.8トンから5.9トンに減りました。',
      document: '夏まつり ごみ計量票と返却記録',
      page: '1–4',
      amountYen: 741_000,
    },
    {
      step: 'dropped',
      afterDays: 458,
      note: '続ける目安（5.5トン以下、戻り85％以上）に届かず、器の借り上げへの負担をやめます。色の旗と写真の表示、低い台、蓮の葉と経木の店は実行委員会が続けます。駅の返却所で戻りが落ちた理由も記録しました。',
      document: '返す器の1年目の検証',
      page: '2',
    },
  ],
};
