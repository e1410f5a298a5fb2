// F7.6, F7.7: what the demo town requires of its groups, what they said of their years, and what they asked offices for.

export interface DemoSet {
  key: string;
  by: string;
  daysAgo: number;
  name: string;
  about: string;
  kinds: string;
  leastMembers: string;
  leastLocal: string;
  other: string;
  otherPaper: string;
  validMonths: string;
  papersDays: string;
}

export const requirementSets: readonly DemoSet[] = [
  {
    key: 'hall',
    by: 'center',
    daysAgo: 230,
    name: '活動センターの部屋の定期利用',
    about: '同じ曜日と時間に、半年先まで部屋をとるための条件です。一回ずつ使うときは、何もいりません。',
    kinds: 'rules,roster,members,local,pledge,no-campaign',
    leastMembers: '5',
    leastLocal: '50',
    other: '',
    otherPaper: '',
    validMonths: '12',
    papersDays: '30',
  },
  {
    key: 'subsidy',
    by: 'kyodo',
    daysAgo: 200,
    name: '協働のまちづくり補助金',
    about: '一つの事業に30万円までの補助です。前の年度の会計がわかる書類をお願いします。',
    kinds: 'rules,accounts,members,pledge',
    leastMembers: '10',
    leastLocal: '',
    other: '',
    otherPaper: '',
    validMonths: '12',
    papersDays: '60',
  },
  {
    key: 'park',
    by: 'midori',
    daysAgo: 234,
    name: '公園の里親',
    about: '公園の草取りと見回りを引き受ける団体に、道具を貸し、倉庫の鍵をわたします。',
    kinds: 'members,pledge,other',
    leastMembers: '5',
    leastLocal: '',
    other: '活動のあいだのけがに備える保険に入っていること',
    otherPaper: 'yes',
    validMonths: '6',
    papersDays: '20',
  },
];

export type Outcome = 'confirmed' | 'waits' | 'appealed' | 'granted' | readonly [reason: string, toDo: string];

/** Set, group, days ago, whether it is shown on the group's page, what became of the items in their order (the rest is missing). */
export const standings: readonly (readonly [string, string, number, boolean, readonly Outcome[]])[] = [
  ['hall', 'kawabe', 120, true, ['confirmed', 'confirmed', 'confirmed', 'confirmed', 'confirmed', 'confirmed']],
  ['hall', 'tsukushi', 90, true, ['confirmed', 'confirmed', 'confirmed', 'granted', 'confirmed', 'confirmed']],
  [
    'hall',
    'higashi',
    40,
    false,
    [
      'confirmed',
      [
        '名簿の人数が、登録の84人と大きくちがいます。',
        '名簿をいまの会員に直すか、人数のわけを書いて、新しく出してください。',
      ],
      'confirmed',
      'confirmed',
      'confirmed',
      'confirmed',
    ],
  ],
  ['hall', 'ひなた吹奏楽団', 9, false, ['confirmed', 'waits', 'waits', 'confirmed', 'confirmed', 'confirmed']],
  ['hall', '古い写真を読む会', 3, false, []],
  ['subsidy', 'kawabe', 80, true, ['confirmed', 'confirmed', 'confirmed', 'confirmed']],
  [
    'subsidy',
    'kotoba',
    25,
    false,
    [
      'confirmed',
      ['支出の合計が、内訳の合計と合っていません。', '合計を直した会計の書類を出してください。'],
      'confirmed',
      'confirmed',
    ],
  ],
  ['subsidy', 'ホタルの水辺をつくる会', 6, false, ['waits', 'waits', 'confirmed', 'confirmed']],
  ['park', '桜並木を守る会', 60, true, []],
  ['park', 'kawabe', 225, true, ['confirmed', 'confirmed', 'confirmed']],
  ['park', '里山をあるく会', 70, true, ['confirmed', 'confirmed', 'confirmed']],
  ['park', '平和のバラを植える会', 12, false, ['confirmed', 'confirmed', 'appealed']],
];

export const words = {
  paperLabel: '控えの写し',
  paper: '活動の費目,金額\n会場,12000\n材料,8000\n',
  reason: '市内の人の割合が、出された数では足りません。',
  toDo: '市内で働く人、学ぶ人も数に入れて、もう一度出してください。',
  appeal: '市内の工場で働く会員を数に入れていませんでした。入れると68％になります。',
  answer: '働く人を入れると条件を満たすことを確かめました。はじめの案内がわかりにくかったことをおわびします。',
  insuranceReason: '保険の期間が、先月で終わっています。',
  insuranceToDo: '新しい保険の証書を出してください。',
  insuranceAppeal: '期間は自動で更新されています。証書の裏面に書いてあります。',
  handedIn: 'よろしくお願いします。',
};

export const yearWords = {
  times: (n: number, people: number) => `この一年は${n}回集まり、一回に${people}人ほどが参加しました。`,
  good: [
    '新しい会員が加わり、当番をまわしやすくなりました。',
    'となりの町の団体と、はじめていっしょに行いました。',
    '小学校から頼まれて、授業に三度うかがいました。',
    '雨で二度中止になりましたが、日を改めて行えました。',
    '道具を買いかえ、初めての人にも使いやすくなりました。',
    'まつりの日に見学の人が多く、活動を知ってもらえました。',
  ],
  hard: [
    '役員が高齢になり、次の代表を探しています。',
    '場所の抽選に外れることが続き、集まる日が不規則でした。',
    '材料の値上がりで、参加費を見直す相談をしています。',
    '若い人にどう知らせるかが、来年の課題です。',
  ],
  income: ['会費', '参加費', '市の補助金', '寄付', 'バザーの売上'],
  expense: ['会場の使用料', '材料費', '印刷と通信', '保険料', '講師への謝礼'],
  corrected: '保険料を書きもらしていました。',
};

export interface DemoRequest {
  by: string;
  asked: string;
  kind: 'patronage' | 'recommendation';
  title: string;
  /** days after today */
  heldIn: number;
  place: string;
  purpose: string;
  askedAgo: number;
  question?: readonly [question: string, answer: string | null];
  end?: readonly ['granted', string] | readonly ['refused', string] | readonly ['taken-back'];
}

export const requests: readonly DemoRequest[] = [
  {
    by: 'kawabe',
    asked: 'midori',
    kind: 'patronage',
    title: '日向川いっせい清掃',
    heldIn: 20,
    place: '上の橋から中の橋まで',
    purpose: '川沿いの団体が集まって、年に一度、川のごみを拾います。参加費はありません。',
    askedAgo: 50,
    end: ['granted', 'チラシを刷る前に、文面を見せてください。'],
  },
  {
    by: 'tsukushi',
    asked: 'kosodate',
    kind: 'patronage',
    title: 'みんなの食堂 十周年のつどい',
    heldIn: 34,
    place: '中央公民館',
    purpose: '食堂をはじめて十年。来てくれた人と、これからの十年を話します。食事は300円です。',
    askedAgo: 44,
    question: ['食品の取り扱いの届け出は済んでいますか。', '保健所に届け出て、受付の控えがあります。'],
    end: ['granted', ''],
  },
  {
    by: 'rengo',
    asked: 'kyodo',
    kind: 'patronage',
    title: '秋の避難訓練と炊き出し',
    heldIn: -15,
    place: '北小学校',
    purpose: '自治会ごとに歩いて集まり、炊き出しと簡易トイレを試します。',
    askedAgo: 70,
    end: ['granted', '終わったあとに、参加した人数をお知らせください。'],
  },
  {
    by: 'ひなた吹奏楽団',
    asked: 'center',
    kind: 'patronage',
    title: '冬のまちかど演奏会',
    heldIn: 27,
    place: '駅前広場',
    purpose: '駅前で、通る人に聞いてもらう演奏会です。無料です。',
    askedAgo: 33,
    end: ['granted', ''],
  },
  {
    by: '朝市れんこん組',
    asked: 'kankyo',
    kind: 'patronage',
    title: '朝市 歳末大売り出し',
    heldIn: 30,
    place: '東地区の広場',
    purpose: '会員の野菜と加工品を、年末に向けて安く売ります。',
    askedAgo: 26,
    end: [
      'refused',
      '売ることが主な目的の催しは、後援の対象になりません。料理の教室など、学びのある内容を加えるときは、またご相談ください。',
    ],
  },
  {
    by: 'kotoba',
    asked: 'kyodo',
    kind: 'recommendation',
    title: '多文化共生の助成金への応募',
    heldIn: 45,
    place: '',
    purpose: '夜の日本語教室を続けるため、県の助成金に応募します。推薦書をお願いします。',
    askedAgo: 18,
    end: ['granted', ''],
  },
  {
    by: 'ホタルの水辺をつくる会',
    asked: 'midori',
    kind: 'patronage',
    title: '水路の生きもの観察会',
    heldIn: 60,
    place: '東地区の水路',
    purpose: '親子で水路に入り、生きものを数えます。定員は20人です。',
    askedAgo: 12,
    question: ['水に入るときの見守りは、何人でしますか。', null],
  },
  {
    by: '里山をあるく会',
    asked: 'kyodo',
    kind: 'patronage',
    title: '初日の出を見る会',
    heldIn: 40,
    place: '丘の上の広場',
    purpose: '暗いうちに丘を登り、初日の出を見ます。温かい汁を用意します。',
    askedAgo: 24,
  },
  {
    by: '星を見る会 ひなた',
    asked: 'center',
    kind: 'patronage',
    title: '冬の星をたずねる夜',
    heldIn: 25,
    place: '丘の上の広場',
    purpose: '望遠鏡を五台ならべ、だれでも冬の星を見られるようにします。',
    askedAgo: 4,
  },
  {
    by: '合唱団みずうみ',
    asked: 'kyodo',
    kind: 'patronage',
    title: '古い歌の会',
    heldIn: 50,
    place: '中央公民館',
    purpose: '昭和の歌を、客席といっしょに歌います。',
    askedAgo: 15,
    end: ['taken-back'],
  },
];
