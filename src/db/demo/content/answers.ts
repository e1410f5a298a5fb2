// F9.6–F9.8: what went on around the city's answers in the demo town. Days count from the submission of the round, or back from today (`ago`).

export interface DemoFollowUp {
  /** key of the discussion whose proposal was answered */
  of: string;
  by: string;
  ago: number;
  text: string;
  reply?: { ago: number; text: string };
  /** the reply was put right */
  revised?: { ago: number; text: string; reason: string };
}

export const errata = [
  {
    round: 'closed' as const,
    of: 'crossing-lights',
    part: 'statement' as const,
    by: 'hashi',
    afterDays: 9,
    place: '「灯りの質」の項目',
    wrong: '人が待つときだけ明るくすること',
    corrected: '人が待つときに明るくすること',
    reason:
      '引いた意見は「待つときに明るく」でした。「だけ」は編集委員が書き足したことばで、ほかの時間は消すという意味に読めてしまいます。',
  },
  {
    round: 'settled' as const,
    of: 'school-toilets',
    part: 'statement' as const,
    by: 'shiori',
    afterDays: 5,
    place: '洋式を増やすことについての項目',
    wrong: 'がまんが腹痛や早退につながっていること',
    corrected: 'がまんが腹痛や救急の受診につながっていること',
    reason:
      '引いた意見にあるのは腹痛と救急の受診です。早退の数は提案書のほうに書かれていて、意見として出されたものではありませんでした。',
  },
  {
    round: 'answering' as const,
    of: 'offcut-benches',
    part: 'proposal' as const,
    by: 'seizai',
    afterDays: 6,
    place: 'およその費用',
    wrong: '2年目からは加工代として1台2万円を加えます。',
    corrected: '2年目からは加工代として1台2千円を加えます。',
    reason: '桁をまちがえました。見積書では1台2,000円です。市にも同じ日に伝えました。',
  },
];

export const receipts = [
  {
    round: 'closed' as const,
    number: 'ひ協第118号',
    means: 'in-person' as const,
    receiver: '',
    office: '本庁舎2階 協働推進課窓口',
  },
  {
    round: 'settled' as const,
    number: 'ひ協第171号',
    means: 'in-person' as const,
    receiver: '山根 智',
    office: '本庁舎2階 協働推進課窓口',
  },
  { round: 'answering' as const, number: 'ひ協第203号', means: 'electronic' as const, receiver: '山根 智', office: '' },
];

/** Who leads where the policy's division isn't enough, who is asked, and what is written inside. */
export const leads = [
  {
    of: 'homework-club',
    afterDays: 3,
    to: 'kosodate',
    reason: '放課後の居場所はこども育成課が受け持つため。公民館の部屋は協働推進課に確かめます。',
  },
  { of: 'pets-shelter', afterDays: 3, to: 'kyodo', reason: '避難所の運営は自治会と進めているため。' },
];

export const handover = {
  of: 'pets-shelter',
  afterDays: 41,
  by: 'kyodo',
  to: 'midori',
  reason:
    '区画の候補が公園の中の避難広場に決まり、使い方の取り決めが要るためです。自治会との話し合いには引き続き加わります。',
};

export const partner = {
  of: 'homework-club',
  afterDays: 5,
  by: 'kosodate',
  ask: 'kyodo',
  asked: '4つの中学校区で、平日の15時から18時に使える公民館の部屋と、使用料の減免ができるかを教えてください。',
  repliedAfterDays: 19,
  share:
    '東・西・南の3館は火曜と木曜に空きがあります。北館は改修中で、来年の6月からです。社会教育の事業として認められれば使用料は全額免除できます。',
};

export const draft = {
  of: 'homework-club',
  by: 'kosodate',
  /** another officer of the division, who speaks for it as well */
  second: 'yamane',
  ago: 6,
  reason:
    '一部採択の案。3つの中学校区で来年度の6月から週2回ひらく。北地区は公民館の改修後とする。謝金と教材費で年86万円。先生役は登録の団体に頼み、市は部屋と傷害保険を受け持つ。',
  comment: '北地区だけ遅れる理由を、保護者にも読めることばで書いてください。送りむかえの話にも触れたいです。',
  commentAgo: 5,
};

export const followUps: DemoFollowUp[] = [
  {
    of: 'lotus-lunch',
    by: 'mio',
    ago: 34,
    text: 'れんこんの給食は、アレルギーの子の分はどうなりますか。',
    reply: {
      ago: 27,
      text: '調理場を分けて、れんこんを使わない煮物を同じ日に出します。献立表に印をつけて、前の月の25日までに配ります。',
    },
  },
  {
    of: 'park-toilets',
    by: 'futago',
    ago: 33,
    text: '建てかえの4棟は、工事のあいだ仮のトイレを置いてもらえますか。双子を連れていると、ないだけで公園に行けません。',
    reply: {
      ago: 8,
      text: '工事は1棟およそ4か月です。おむつ替え台つきの仮設トイレを1基、入口の近くに置きます。返事がおくれたことをおわびします。',
    },
    revised: {
      ago: 6,
      text: '工事は1棟およそ5か月です。おむつ替え台つきの仮設トイレを1基、入口の近くに置きます。返事がおくれたことをおわびします。',
      reason: '設計の業者に確かめたところ、基礎の工事に1か月多くかかるとわかったため。',
    },
  },
  {
    of: 'offcut-benches',
    by: 'toku',
    ago: 25,
    text: '見送った5か所のバス停のうち、県道にある所は、県に頼めば置けるのですか。だれがいつ頼むのでしょうか。',
  },
  {
    of: 'lotus-lunch',
    by: 'renkon',
    ago: 4,
    text: '差額の50万7千円は、収穫が少ない年も同じ額で足りますか。足りないときは月2回を減らすのか、予算を足すのかを知りたいです。',
  },
];

export const briefings = [
  {
    of: 'park-toilets',
    by: 'midori',
    heldInDays: 9,
    scheduledAgo: 12,
    starts: '10:00',
    ends: '11:30',
    place: 'ひなた市民センター 2階 会議室A（エレベーターあり）',
    note: '手話通訳と託児があります。託児は3日前までに公園緑地課へ。20棟の点数表を配ります。',
  },
  {
    of: 'lotus-lunch',
    by: 'kosodate',
    heldInDays: -10,
    scheduledAgo: 30,
    starts: '18:30',
    ends: '20:00',
    place: '東小学校 家庭科室',
    note: '献立の試食をします。',
  },
];

/** Called off, with its reason. */
export const calledOff = {
  of: 'offcut-benches',
  by: 'midori',
  heldInDays: 3,
  scheduledAgo: 20,
  starts: '14:00',
  ends: '15:30',
  note: '',
  place: '緑ヶ丘団地 集会所',
  cancelledAgo: 7,
  reason: '集会所が使えなくなったため。見本のベンチを見られる日を、あらためて知らせます。',
};

/** An interim answer that became final, and a decision that was changed. */
export const changes = [
  {
    of: 'park-toilets',
    point: 'under-study' as const,
    by: 'midori',
    ago: 3,
    kind: 'adopted' as const,
    reason:
      '「地区に1つ」を条件に入れます。2回の集まり（あわせて64人）で、入れるほうに41人が手をあげました。配管の年数は20点満点で加え、順番の表を来月公開します。',
    changeReason: '',
  },
  {
    of: 'offcut-benches',
    point: 'declined' as const,
    by: 'koutsu',
    ago: 5,
    kind: 'partly' as const,
    reason:
      '市立病院前だけ、病院の改修に合わせて屋根をつけます。柱は病院の敷地に立て、市は基礎の工事を受け持ちます。ほかの2か所は、乗る人の数の順位が低いため来年度は行いません。',
    changeReason: '病院から、敷地を使ってよいと文書で返事があったため。',
  },
];

/** What was asked for and then given up, with a record that was put right on the way. */
export const dropped = {
  of: 'river-mowing',
  by: 'midori',
  line: '款8 土木費 項3 河川費 目1 河川総務費',
  requested: { afterDays: 120, amountYen: 1_260_000, note: '刈払機6台の購入費を要求しました。' },
  corrected: {
    afterDays: 120,
    amountYen: 1_206_000,
    note: '刈払機6台の購入費を要求しました。金額の桁を入れちがえていました。',
  },
  given: {
    afterDays: 230,
    note: '県の河川里親の制度で、登録した団体に県が刈払機を貸すことになりました。市で買う必要がなくなったため、取りやめました。草刈りの分担は予定どおり始まっています。',
  },
};
