import type { SameWords } from '#kernel/words.ts';
import type { ja } from './words.ja.ts';

export const easy: SameWords<typeof ja> = {
  home: {
    title: 'みんなで 考（かんが）えて、みんなで 協力（きょうりょく）して、みんなで 支（ささ）える。',
    titleLines: ['みんなで 考（かんが）えて、みんなで 協力（きょうりょく）して、', 'みんなで 支（ささ）える。'],
    lead: (name) =>
      `${name}に 住（す）む 人（ひと）、働（はたら）く 人、団体（だんたい）、会社（かいしゃ）、市（し）。ここでは みんな おなじです。提案（ていあん）して、意見（いけん）を 言（い）って、そのあとも 見（み）られます。`,
    think: '考（かんが）える',
    thinkText:
      '提案（ていあん）を 読（よ）みます。意見（いけん）を 言（い）います。賛成（さんせい）・反対（はんたい）を えらびます。',
    thinkFigure: (n) => `今（いま） 話（はな）し合（あ）って いる 提案（ていあん） ${n}`,
    join: '協力（きょうりょく）する',
    joinText: '意見書（いけんしょ）を 書（か）く 人（ひと）に なります。自分（じぶん）の 提案（ていあん）を 書きます。',
    joinFigure: (n) => `手（て）を あげて いる 人（ひと） ${n}人（にん）`,
    back: '支（ささ）える',
    backText: '市（し）の 回答（かいとう）を 見（み）ます。約束（やくそく）を まもったか、みんなで たしかめます。',
    backFigure: (n) => `回答（かいとう）を 待（ま）って いる 提案（ていあん） ${n}`,
    activities: '市民活動（しみんかつどう）を さがす',
    activitiesLead:
      '団体（だんたい）、催し（もよおし）、募集（ぼしゅう）、場所（ばしょ）、資料（しりょう）が 見（み）つかります。',
    activitiesQ: 'さがす ことば',
    activitiesSubmit: 'さがす',
    allActivities: 'ぜんぶの 市民活動（しみんかつどう）',
    comingEvents: 'これからの 催し（もよおし）',
    activityMap: '地図（ちず）で 見（み）る',
    activityCalendar: 'カレンダーで 見（み）る',
    round: '今（いま）の 回（かい）',
    roundLead:
      '提案（ていあん）は いつでも 出（だ）せます。みんなの 意見（いけん）は 意見書（いけんしょ）に なります。どこに 書（か）いたか、だれでも わかります。',
    propose: '提案（ていあん）する',
    allRounds: 'ぜんぶの 回（かい）',
    debating: '今（いま） 話（はな）し合（あ）って いる 提案（ていあん）',
    allProposals: 'ぜんぶの 提案（ていあん）',
    noDebates: '今（いま） 話（はな）し合（あ）って いる 提案（ていあん）は ありません。',
    noDebatesTry:
      '提案（ていあん）は いつでも 出（だ）せます。話（はな）し合（あ）いが はじまると、ここに 出（で）ます。',
    quietLead: (name) => `${name}の ひろばは、これから 少（すこ）しずつ ひらきます。いっしょに はじめませんか。`,
    quietAct: 'しごとを 見（み）て、手（て）を あげる',
    opinions: (n) => `意見（いけん） ${n}`,
    votes: (n) => `賛成（さんせい）・反対（はんたい） ${n}回（かい）`,
    join2: '意見（いけん）を 読（よ）む・言（い）う',
    checking: 'あなたの 意見（いけん）は 正（ただ）しいですか',
    checkingText: (round) =>
      `${round}の 意見書（いけんしょ）を みんなで たしかめて います。ちがう ときは 言（い）って ください。`,
    checkingAct: '意見書（いけんしょ）を たしかめる',
    answers: '市（し）の 回答（かいとう）',
    allAnswers: '回答（かいとう）を 見（み）る',
    noAnswers: 'まだ 回答（かいとう）は ありません。',
    events: '新（あたら）しい できごと',
    allEvents: 'ぜんぶの できごと',
    until: (date) => `${date}まで`,
  },
  offices: {
    title: 'あなたの 役割（やくわり）',
    lead: '団体（だんたい）や 課（か）の 仕事（しごと）は、立場（たちば）を かえて からします。賛成（さんせい）・反対（はんたい）を えらぶのは いつも あなたです。',
    actAs: (name) => `${name}に なる`,
    acting: (name) => `今（いま） ${name}に なっています`,
    workText: {
      division: '提案（ていあん）に 回答（かいとう）します。計画（けいかく）や 会議（かいぎ）を 知（し）らせます。',
      secretariat: '回答（かいとう）する 課（か）や、日（ひ）にちを 決（き）めます。',
      other: '団体（だんたい）として 提案（ていあん）し、意見（いけん）を 言（い）います。',
    },
    works: {
      division: [
        ['/divisions/answers', '回答（かいとう）を 待（ま）って いる もの', 'participation'],
        ['/follow-ups?state=open', 'もう一度（いちど）の 質問（しつもん）', 'participation'],
        ['/plans/new', '計画（けいかく）を 出（だ）す', 'participation'],
        ['/committees/new', '委員会（いいんかい）を 作（つく）る', 'participation'],
        ['/panels/new', '市民会議（しみんかいぎ）を 知（し）らせる', 'participation'],
        ['/patronage-requests', '後援（こうえん）・推薦（すいせん）の 申（もう）しこみ', 'registration'],
      ],
      secretariat: [
        ['/answer-assignments', '回答（かいとう）する 課（か）を 決（き）める', 'participation'],
        ['/rounds', '回（かい）の 日（ひ）にち', 'participation'],
        ['/rules', '町（まち）の ルール'],
        ['/paper-opinions', '紙（かみ）の 意見（いけん）'],
        ['/desk-codes', '市民（しみん）の 確認（かくにん）コード'],
        ['/group-desk', '登録（とうろく）の 窓口（まどぐち）', 'registration'],
        ['/patronage-requests', '後援（こうえん）・推薦（すいせん）の 申（もう）しこみ', 'registration'],
        ['/reports', 'おかしい ところの 知（し）らせ'],
      ],
      other: [
        ['/proposals/new', '提案（ていあん）する', 'participation'],
        ['/meetings/new', '集（あつ）まりを 開（ひら）く', 'participation'],
      ],
    },
    moderation: '見守（みまも）りの 画面（がめん）を ひらく',
  },
  activity: {
    title: '新（あたら）しい できごと',
    lead: 'みんなの 場所（ばしょ）で あったことです。記録（きろく）に のこります。だれでも たしかめられます。',
    next: 'もっと まえの できごと',
    pages: 'ページを かえる',
    empty: 'まだ 何（なに）も ありません。',
    columns: ['id', 'いつ', 'できごと', '内容（ないよう）', 'だれが', '動詞（どうし）', 'URL'],
  },
};
