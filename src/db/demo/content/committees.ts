/** F9.9 The committees of the demo town. Days count from today; 0 is today. */
export interface DemoSeat {
  kind: 'citizen' | 'expert' | 'group' | 'other';
  holder: string;
  /** days on which the term begins and ends */
  term: readonly [number, number];
}

export interface DemoSitting {
  day: number;
  from: string;
  to: string;
  place: string;
  agenda: readonly string[];
  closed?: string;
  places: number;
  /** the last day on which places are asked for, where a lot gives them */
  lotUntil?: number;
  calledDaysBefore: number;
  /** of the cast: who asks for a place, in this order; and who takes it back */
  observers?: readonly string[];
  leaves?: readonly string[];
  /** where and on which day it was to be at first, and why it is elsewhere */
  moved?: { from: { day: number; place: string }; on: number; reason: string };
  /** what members are given beforehand, as tables */
  papers?: readonly { on: number; label: string; table: string }[];
  minutes?: { daysAfter: number; text: string };
}

export interface DemoCommittee {
  division: string;
  name: string;
  about: string;
  basis: string;
  contact: string;
  setUp: number;
  seats: readonly DemoSeat[];
  shares?: { women: number; underForty: number; day: number };
  call?: {
    day: number;
    closes: number;
    seats: number;
    criteria: string;
    applications: readonly { by: string; text: string }[];
  };
  sittings: readonly DemoSitting[];
}

export const committees: readonly DemoCommittee[] = [
  {
    division: 'midori',
    name: '緑と公園の審議会',
    about: '公園の使い方、街路樹の手入れ、緑の基本計画について、市長の問いに答え、自分からも意見を述べます。',
    basis: 'ひなた市緑のまちづくり条例 第9条',
    contact: '公園緑地課 緑化担当',
    setUp: -160,
    seats: [
      { kind: 'expert', holder: '槙野 いずみ（造園学）', term: [-150, 580] },
      { kind: 'expert', holder: '栗林 たかし（樹木医）', term: [-150, 580] },
      { kind: 'group', holder: '岸辺 さちこ（花の会連絡会）', term: [-150, 580] },
      { kind: 'citizen', holder: '大川 みのる', term: [-150, 580] },
      { kind: 'citizen', holder: '', term: [20, 580] },
      { kind: 'citizen', holder: '', term: [20, 580] },
    ],
    shares: { women: 2, underForty: 1, day: -30 },
    call: {
      day: -8,
      closes: 12,
      seats: 2,
      criteria:
        '年に4回の会議に出られること。公園や道の緑を、ふだんどう使い、どう感じているかを自分の言葉で書いてあること。専門の知識は問いません。',
      applications: [{ by: 'kotone', text: '弟と毎日とおる公園の木かげのことを話したいです。' }],
    },
    sittings: [
      {
        day: -64,
        from: '18:30',
        to: '20:30',
        place: '市役所 3階 大会議室',
        agenda: ['街路樹の点検の結果', '今年度の植えかえの場所'],
        places: 10,
        calledDaysBefore: 21,
        minutes: {
          daysAfter: 19,
          text: '出席：委員4人、公園緑地課3人。傍聴2人。\n\n1 街路樹の点検の結果\n事務局から、点検した612本のうち38本に空洞があったと報告があった。委員から「切る前に木のそばに知らせを出し、理由を書いてほしい」という意見があり、次の植えかえから行うことにした。\n\n2 今年度の植えかえの場所\n本町通りの12本と学校通りの9本を候補とした。日かげの少ない学校通りを先にすることで一致した。',
        },
      },
      {
        day: 10,
        from: '18:30',
        to: '20:30',
        place: '市役所 3階 大会議室（手話通訳あり）',
        agenda: ['学校通りの植えかえの木の種類', '公園の手入れを地域に任せるときの約束'],
        places: 2,
        calledDaysBefore: 18,
        observers: ['mio', 'kotone', 'toku'],
        leaves: ['mio'],
        moved: {
          from: { day: 9, place: '市役所 5階 委員会室' },
          on: -2,
          reason:
            '傍聴の申し込みが多く、席と手話通訳の場所がとれる部屋に変えました。部屋の空きに合わせて、日も一日あとになります。',
        },
      },
    ],
  },
  {
    division: 'kosodate',
    name: 'こども・若者支援会議',
    about: 'こどもと若者の居場所と支援のあり方について、市に意見を述べます。',
    basis: 'ひなた市附属機関設置条例 別表第4',
    contact: 'こども育成課',
    setUp: -140,
    seats: [
      { kind: 'expert', holder: '北原 ゆうこ（児童福祉）', term: [-120, 610] },
      { kind: 'group', holder: '南 しょうた（学習支援の会）', term: [-120, 610] },
      { kind: 'citizen', holder: '戸田 あかり', term: [-120, 610] },
    ],
    sittings: [
      {
        day: -12,
        from: '10:00',
        to: '11:30',
        place: '市民活動センター 会議室2',
        agenda: ['個別の支援の事例の検討'],
        closed:
          '特定のこどもと家族の事情を扱うため（ひなた市情報公開条例 第7条第1号）。話し合った内容は、個人が分からない形にまとめて議事録で公開します。',
        places: 0,
        calledDaysBefore: 20,
      },
      {
        day: 13,
        from: '18:00',
        to: '19:30',
        place: '市民活動センター 大会議室',
        agenda: ['放課後の居場所のアンケートの結果', '中高生の居場所をひらく曜日と時間'],
        places: 3,
        lotUntil: -1,
        calledDaysBefore: 24,
        observers: ['naoki', 'haruka', 'futago', 'kotone', 'saeki', 'shiori'],
        papers: [
          {
            on: -3,
            label: '資料1 放課後の居場所のアンケート集計（中高生412人）',
            table:
              '質問,答え,人数\n放課後によく行く場所,自分の家,171\n放課後によく行く場所,部活動,128\n放課後によく行く場所,図書館,46\n放課後によく行く場所,駅や店,67\nほしい場所,静かに勉強できる,139\nほしい場所,友だちと話せる,182\nほしい場所,大人に相談できる,38\nほしい場所,とくにない,53\n',
          },
          {
            on: -2,
            label: '資料2 ひらく曜日と時間の三つの案',
            table:
              '案,曜日,時間,見守る人\nA,月〜金,16時〜19時,2人\nB,月・水・金,16時〜20時,2人\nC,水・土,13時〜20時,3人\n',
          },
        ],
      },
    ],
  },
];
