// X4: words of the demo town that somebody reported, and what became of them. Days are counted back from today.

/** Members of the secretariat who moderate, in the order of their numbers. */
export const moderators = ['ogata', 'kotone', 'matsubara'];

export interface DemoReport {
  by: string;
  ground: string;
  body: string;
  daysAgo: number;
}

export interface DemoDecision {
  by: string;
  outcome: 'hidden' | 'left' | 'asked';
  ground: string;
  reason: string;
  daysAgo: number;
}

export interface DemoCase {
  /** key of the discussion it was said in */
  debate: string;
  by: string;
  text: string;
  saidDaysAgo: number;
  report?: DemoReport;
  decision?: DemoDecision;
  appeal?: { by: string; reason: string; daysAgo: number };
  settled?: { by: string; outcome: 'kept' | 'reversed'; answer: string; daysAgo: number };
}

export const cases: DemoCase[] = [
  {
    debate: 'neighbourhood-duties',
    by: 'renkon',
    text: '当番に一度も出てこないのは、川沿いの3班の班長さんです。電話は090-0000-0000。みなさんから言ってあげてください。',
    saidDaysAgo: 15,
    report: {
      by: 'fumi',
      ground: 'personal-data',
      body: '電話番号が書いてあります。本人は知らないと思います。',
      daysAgo: 14,
    },
    decision: {
      by: 'kotone',
      outcome: 'hidden',
      ground: 'personal-data',
      reason:
        '本人の同意のない電話番号と、だれのことかわかる書き方が含まれていました。当番の決め方についての意見は、番号を書かずにもう一度出していただけます。',
      daysAgo: 13,
    },
  },
  {
    debate: 'station-plaza',
    by: 'kinoshita',
    text: '端材のベンチ、今月は3割引です。大 https://bench.example/l 中 https://bench.example/m 小 https://bench.example/s 色見本 https://bench.example/c ご注文はお早めに。',
    saidDaysAgo: 12,
    report: { by: 'tsumugi', ground: 'advertising', body: 'お店の宣伝だと思います。', daysAgo: 11 },
    decision: {
      by: 'kotone',
      outcome: 'hidden',
      ground: 'advertising',
      reason:
        '商品の値段と注文先の案内で、広場についての意見ではありませんでした。ベンチを広場に置く提案としてなら、歓迎します。',
      daysAgo: 11,
    },
  },
  {
    debate: 'school-clubs',
    by: 'hashi',
    text: '去年の報告書の12ページでは、送迎の予算は41万円余っています。「足りない」という説明は、この数字を読んでいない人の説明です。',
    saidDaysAgo: 13,
    report: { by: 'naoki', ground: 'defamation', body: '職員さんをばかにしているように読めます。', daysAgo: 12 },
    decision: {
      by: 'kotone',
      outcome: 'hidden',
      ground: 'defamation',
      reason: '説明した人の仕事ぶりを決めつける書き方でした。',
      daysAgo: 10,
    },
    appeal: {
      by: 'hashi',
      reason:
        '数字の出どころを示した、説明への反論です。名前も出していません。書き方がきつかったことは認めますが、消すほどでしょうか。',
      daysAgo: 9,
    },
    settled: {
      by: 'ogata',
      outcome: 'reversed',
      answer:
        '報告書の数字に基づいて説明の中身を批判したもので、人をおとしめるものではありませんでした。はじめの決定は厳しすぎました。',
      daysAgo: 8,
    },
  },
  {
    debate: 'ball-park',
    by: 'yakin',
    text: '夜勤明けの昼に球の音で起きると、正直、公園ごと無くなれと思います。禁止の札を増やすより、音の出ない場所を作ってください。',
    saidDaysAgo: 11,
    report: { by: 'mio', ground: 'threat', body: '「無くなれ」がこわいです。', daysAgo: 10 },
    decision: {
      by: 'matsubara',
      outcome: 'left',
      ground: 'threat',
      reason: 'だれかを脅すものではなく、自分の困りごとを強い言葉で述べたものと読みました。後半は具体的な提案です。',
      daysAgo: 9,
    },
  },
  {
    debate: 'hospital-bus',
    by: 'pochi',
    text: '時刻表の話の前に、うちの柴犬の写真を見てください。きょうも元気です。',
    saidDaysAgo: 4,
    report: { by: 'handle', ground: 'off-topic', body: 'バスと関係がありません。', daysAgo: 2 },
  },
];

/** Somebody's self-description, reported and waiting. */
export const profileReport = {
  about: 'seizai',
  by: 'saeki',
  ground: 'advertising',
  body: '端材の量まで書いてあり、宣伝のようにも読めます。',
  daysAgo: 1,
};

/** A rights claim that is running: the sender is being asked. */
export const claim = {
  debate: 'station-plaza',
  by: 'chari',
  text: '写真館の前の放置自転車は、写真館のお客さんのものだと聞きました。まずそこから片づけてもらうべきです。',
  saidDaysAgo: 6,
  filedBy: 'saeki',
  claimant: '本町商店街協同組合（写真館に代わって）',
  contact: '',
  right: 'honour',
  passage: '写真館の前の放置自転車は、写真館のお客さんのもの',
  why: '写真館には駐輪場があり、防犯カメラでも通勤の人の自転車だとわかっています。お客さんの信用に関わります。',
  daysAgo: 3,
};
