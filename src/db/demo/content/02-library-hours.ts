// F9: discussion 02, closed: the library open until nine on weekdays; the city adopted a part of it.

import { opinions } from './02-library-hours-opinions.ts';
import type { DemoDiscussion } from './types.ts';

export const discussion: DemoDiscussion = {
  key: 'library-hours',
  round: 'closed',
  kind: 'project',
  proposer: 'naoki',
  policy: '3-1-1',
  title: '図書館を夜9時まで開けてほしい',
  problem:
    '市立図書館は18時に閉まります。高校生は部活のあと、働いている人は仕事のあとに行けません。駅前の学習席は有料で、家に静かな場所がない人もいます。同じ学年の86人に聞いたら、「平日に図書館を使えた」のは9人だけでした。',
  proposal:
    '平日の閉館を18時から21時に延ばします。まず1年試して、曜日ごとの人数と使い方を数えて、続けるかを決めます。夜は学習席と貸出だけにして、相談の窓口は昼のままでもかまいません。',
  effect:
    '平日に使えなかった高校生と働く人が、週に一度は図書館に行けるようになります。夜の来館は一日20人から始め、1年後に40人をめざします。',
  roles:
    '市：職員の配置と光熱費。高校生と大学生：夜の人数調べ、本の修理と棚もどしの手伝い、知らせるポスター。商店街：帰り道の灯り。',
  cost: '平日毎日なら年に約630万円。週1日なら約130万円。',
  area: '市立図書館（本町）',
  earlier: [
    {
      changed:
        '費用の数字を市の説明に合わせて直し、週1日の場合も書きました。相談の窓口は昼のままでよい、と足しました。',
      proposal: '平日の閉館を18時から21時に延ばします。まず1年試して、続けるかを決めます。',
      cost: 'わかりません。たぶん年に300万円くらい。',
    },
  ],
  opinions,
  points: [
    {
      section: 'agreement',
      text: '仕事や学校のあとに使える時間が要ることは、立場をこえて広く認められた。働く人、子を連れた人、外国から来た人が、平日は一度も入れていないと述べている。',
      cites: [0, 1, 12, 14, 17],
      editor: 'matsubara',
      answer: {
        kind: 'partly',
        division: 'kyodo',
        policy: '3-1-1',
        decidedAfterDays: 60,
        nextReviewAfterDays: 540,
        reason:
          '金曜日を21時までとし、1年間試行します。平日毎日の延長は職員6人の増員が要り、見送ります。試行の来館者数は毎月公表し、次の見直しで曜日の追加を判断します。',
      },
    },
    {
      section: 'views',
      text: '延ばし方には、毎日19時まで、週2日だけ時間をずらす、夜は学習席だけ開ける、という三つの案があった。費用を足さない案ほど賛成が広い。',
      cites: [4, 6, 7],
      editor: 'shiori',
      answer: {
        kind: 'adopted',
        division: 'kyodo',
        policy: '3-1-1',
        decidedAfterDays: 60,
        reason:
          '「時間をずらす」案を採ります。金曜日の開館を12時から21時とします。水曜日は保育園の団体貸出があるため動かしません。夜は学習席、貸出、返却を行います。',
      },
    },
    {
      section: 'dissent',
      text: '職員の負担と費用から、延長に反対する意見があった。昼の仕事が削られること、同じ費用でほかに直すものがあること、早く閉まる町のよさを挙げている。',
      cites: [3, 10, 20],
      editor: 'matsubara',
      answer: {
        kind: 'adopted',
        division: 'kyodo',
        policy: '3-1-1',
        decidedAfterDays: 60,
        reason:
          '職員の総勤務時間は増やさず、金曜日の出勤を遅番に替えます。本の修理は、ボランティアの申し出を受けて月2回の修理日を設けます。公民館の雨もりは別に修繕予算で対応しています。',
      },
    },
    {
      section: 'minority',
      text: '夜ではなく、朝を早く開けてほしい、あるいは遠い分室の本を増やしてほしいという声が、高齢の人と東地区から出た。',
      cites: [5, 15],
      editor: 'kotone',
      answer: {
        kind: 'alternative',
        division: 'kyodo',
        policy: '3-1-1',
        decidedAfterDays: 60,
        reason:
          '朝の開館は、7月と8月に1階ロビーと新聞席を8時30分から開けることで代えます。東公民館の分室へは、配本車の道順を変えて月1回から月2回に増やします。いずれも追加の費用はありません。',
      },
    },
    {
      section: 'proposals',
      text: '開館とは別に、駅の受け取りロッカーと返却ポスト、終バスに合わせた閉館、商店街の夜の営業日をそろえることが提案された。',
      cites: [8, 9, 11],
      editor: 'matsubara',
      answer: {
        kind: 'under-study',
        division: 'kyodo',
        policy: '3-1-1',
        decidedAfterDays: 60,
        nextReviewAfterDays: 365,
        reason:
          '返却ポストは駅東口に置けます。受け取りロッカーは24口で約290万円かかり、国の補助の対象になるかを調べています。金曜日の終バスは21時10分発を1便、試行の間だけ足せるか、運行会社と話しています。',
      },
    },
    {
      section: 'views',
      text: '夜も、聞こえない人が筆談で聞けること、車いすの人が閉館まで同じに使えることを、開く条件として求める意見があった。',
      cites: [13, 19],
      editor: 'shiori',
      answer: {
        kind: 'adopted',
        division: 'kyodo',
        policy: '1-2-2',
        decidedAfterDays: 60,
        reason: '全カウンターに筆談の端末を置きます。片づけのワゴンは閉館後に出すよう、手順書を改めました。',
      },
    },
    {
      section: 'questions',
      text: '週に何日から始めるか、夜に来る人数を数えたかが問われた。提案者は、日が決まっていれば週1日からでもよいと考えを改め、閉館後に来た人は3日で53人だったと答えた。',
      cites: [16, 18],
      editor: 'kotone',
      answer: {
        kind: 'already-done',
        division: 'kyodo',
        policy: '3-1-1',
        decidedAfterDays: 60,
        reason:
          '提案者の調査のあと、図書館でも10日間数え、閉館後の来訪は一日平均16人でした。結果は館内と市のページに掲げています。',
      },
    },
  ],
  annex: [],
  answer: {
    kind: 'partly',
    division: 'kyodo',
    policy: '3-1-1',
    decidedAfterDays: 60,
    nextReviewAfterDays: 540,
    reason:
      '一部を採択します。金曜日の開館を12時から21時に改め、1年間試行します。平日毎日の延長は年に約630万円と職員の増員が必要で、現時点では見送ります。一日の夜間来館が平均30人を超えたときは、曜日の追加を検討します。',
  },
  steps: [
    {
      step: 'requested',
      afterDays: 112,
      note: '遅番の手当、入口の警備、筆談の端末の費用を要求しました。',
      document: '予算要求書（協働推進課）',
      page: '31',
      budgetLine: '款10 教育費 項5 社会教育費 目3 図書館費',
      amountYen: 1_280_000,
    },
    {
      step: 'draft-budget',
      afterDays: 214,
      note: '予算案に計上されました。端末は要求の5台から4台になりました。',
      document: '一般会計当初予算案 説明書',
      page: '198',
      budgetLine: '款10 教育費 項5 社会教育費 目3 図書館費',
      amountYen: 1_196_000,
    },
    {
      step: 'voted',
      afterDays: 256,
      note: '3月議会で議決されました。討論では、人数を毎月報告するよう求められました。',
      document: '3月定例会 議決結果一覧',
      page: '3',
      budgetLine: '款10 教育費 項5 社会教育費 目3 図書館費',
      amountYen: 1_196_000,
    },
    {
      step: 'under-way',
      afterDays: 285,
      note: '金曜日の夜の開館が始まりました。最初の月は一晩平均27人、20歳未満が6割でした。',
      document: '夜間開館 月次報告 第1号',
      page: '1',
    },
  ],
};
