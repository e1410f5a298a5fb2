// F9.1: who proposes together with whom, a proposal that was merged into another, and a merge that waits for its answers.

export interface DemoCoProposer {
  /** key of a discussion */
  of: string;
  by: string;
  answer: 'consent' | 'pending' | 'leave';
  word?: string;
}

export const coProposers: readonly DemoCoProposer[] = [
  { of: 'offcut-benches', by: 'kawabe', answer: 'consent' },
  {
    of: 'hospital-bus',
    by: 'handle',
    answer: 'consent',
  },
  {
    of: 'hospital-bus',
    by: 'kawabe',
    answer: 'leave',
    word: '会で話しあい、この秋は川の手入れに力を入れることにしました。提案は応援しています。',
  },
  { of: 'hill-market', by: 'honcho', answer: 'consent' },
  { of: 'hill-market', by: 'naoki', answer: 'consent' },
  { of: 'evening-japanese', by: 'tsukushi', answer: 'consent' },
  { of: 'evening-japanese', by: 'kotoba', answer: 'pending' },
  { of: 'cool-rooms', by: 'ogata', answer: 'consent' },
];

/** Goes into the plaza before the station, with the yes of whoever proposed it and of its co-proposer. */
export const stationSeats = {
  key: 'station-seats',
  round: 'debating',
  proposer: 'naoki',
  policy: '3-2-2',
  into: 'station-plaza',
  coProposer: 'seizai',
  title: '駅の東口に、買わなくても座れる場所を',
  problem:
    '部活のあと、電車までの40分をどこで待つかでいつも困ります。喫茶店は毎回入れないし、改札の前は立つ人でいっぱいです。東口で数えたら、夕方の1時間に床へ座っている人が17人いました。',
  proposal:
    '東口の壁ぎわに、木の長いすを8脚置きます。ものを買わなくても、だれでも座れます。手入れは、使う高校生が月に一度します。',
  effect: '待つ人が床に座らなくてすみます。半年後に、座っている人の数をもう一度数えます。',
  roles: '市：置く場所の許可。製材所：長いすづくり。高校生：月一度の手入れと数え直し。',
  cost: '長いす8脚で約24万円。',
  area: 'ひなた駅東口の壁ぎわ',
  opinions: [
    {
      by: 'yakin',
      text: '夜勤明けに始発を待つあいだ、座れる所があるだけで助かります。朝5時にも使えるようにしてください。',
      agree: ['iwao', 'marcos', 'sunita', 'handle', 'haruka', 'fumi'],
      disagree: ['hashi'],
    },
    {
      by: 'hashi',
      text: '壁ぎわは雨がふきこみます。ひさしの下に入る長さにしないと、冬には座れません。',
      agree: ['toku', 'naoki', 'saeki', 'haruka'],
      disagree: [],
    },
    {
      by: 'marcos',
      text: '長いすに、ねころべない仕切りをつけるのはやめてほしいです。子どもを横にしたい時もあります。',
      agree: ['sunita', 'futago', 'yakin'],
      disagree: ['toku', 'matsubara'],
    },
  ],
  suggestion:
    '月に一度の広場で出すベンチを、ふだんは東口の壁ぎわに置いたままにします。長いす8脚の案と月一度の手入れを、広場の分担にそのまま加えます。広場の日の進め方は変わりません。',
} as const;

/** Still waits for the yes of whoever proposed the cool rooms, and of their co-proposer. */
export const shadeMerge = {
  from: 'street-trees',
  to: 'cool-rooms',
  way: 'theirs-into-ours',
  plan: '「すずみどころ」まで歩く道に木かげがなければ、お年寄りはたどり着けません。すずみどころの場所の一覧を、街路樹の植えかえの順番を決める表に入れ、ひとつの提案として市に届けませんか。名前は両方を並べます。',
} as const;
