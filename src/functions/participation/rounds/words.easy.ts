import { formatDate } from '#kernel/dates.ts';
import type { RefusalSentence } from '#kernel/module.ts';
import type { SameWords } from '#kernel/words.ts';
import type { MoveRefusal } from './moves.ts';
import type { ja } from './words.ja.ts';

type Facts = Record<string, string | number>;

const day = (f: Facts) => formatDate(String(f.day), 'easy', 'short');

const refusals: Record<MoveRefusal, RefusalSentence> = {
  'round-published': 'もう 公開（こうかい）したので、かえられません',
  'stage-begun': 'もう はじまったので、かえられません',
  'into-the-past': '明日（あした）か、その あとの 日（ひ）に して ください',
  'same-day': '今（いま）の 予定（よてい）と 同（おな）じ 日（ひ）です',
  'before-the-stage-before': (f: Facts) =>
    `前（まえ）の ものが ${day(f)}に はじまります。その あとの 日（ひ）に して ください`,
  'after-the-stage-after': (f: Facts) =>
    `つぎの ものが ${day(f)}に はじまります。前（まえ）の 日（ひ）に するか、あとの 日も いっしょに かえて ください`,
  'moved-meanwhile': 'ほかの 人（ひと）が 先（さき）に かえました。もう一度（いちど） 見（み）て ください',
  'secretariat-only': '事務局（じむきょく）の 人（ひと）だけ できます',
  'as-secretariat': '「立場（たちば）を かえる」で、事務局（じむきょく）を えらんで ください',
};

export const easy: SameWords<typeof ja> = {
  name: (year, number) => `${year} ${number}回目（かいめ）`,
  stages: {
    collecting: '提案（ていあん）を 出（だ）す',
    debating: '話（はな）し合（あ）う',
    drafting: '意見書（いけんしょ）を 書（か）く',
    checking: 'たしかめる',
    publishing: '公開（こうかい）して 市（し）に 出（だ）す',
    answering: '市（し）の 回答（かいとう）',
    reflecting: 'そのあと',
  },
  states: {
    planned: 'これから はじまります',
    collecting: '提案（ていあん）を 出（だ）せます',
    debating: '今（いま） 話（はな）し合（あ）って います',
    drafting: '意見書（いけんしょ）を 書（か）いて います',
    checking: '意見書（いけんしょ）を たしかめて います',
    publishing: '公開（こうかい）と 提出（ていしゅつ）の 準備（じゅんび）を して います',
    answering: '市（し）の 回答（かいとう）を 待（ま）って います',
    reflecting: '市（し）が やるかを 見（み）て います',
    closed: 'おわりました',
  },
  remaining: (days) => (days <= 0 ? '今日（きょう）まで' : `あと ${days}日（にち）`),
  now: '今（いま） ここ',
  done: 'おわった',
  next: 'これから',
  from: (date) => `${date}から`,
  until: (date) => `${date}まで`,
  period: (from, to) => `${from}から ${to}まで`,
  stepsLabel: 'この 回（かい）の すすみ方（かた）',
  list: {
    pages: '回（かい）の ページ',
    first: '新（あたら）しい 回（かい）',
    older: '前（まえ）の 回（かい）',
    count: (n) => `${n}回（かい）`,
    title: '提案（ていあん）の 回（かい）',
    lead: '提案（ていあん）を 出（だ）して、話（はな）し合（あ）って、意見書（いけんしょ）を 書（か）いて、市（し）に 出して、回答（かいとう）を もらいます。それが 1回です。',
    calendar: 'いつ するかは、この 町（まち）の ルールで きまって います。',
    counts: (proposals, opinions, votes) =>
      `提案（ていあん） ${proposals}・意見（いけん） ${opinions}・賛成（さんせい）や 反対（はんたい） ${votes}回`,
    empty: 'まだ はじまった 回（かい）は ありません。',
    emptyTry: '提案（ていあん）は、はじまる 前（まえ）でも 出（だ）せます。つぎの 回（かい）に 入（はい）ります。',
    write: '提案（ていあん）する',
    show: 'この 回（かい）を 見（み）る',
    upcoming: 'これからの 回（かい）',
  },
  page: {
    noProposals: 'まだ 提案（ていあん）は ありません。',
    noProposalsTry: '「こう なったら いいな」を 書（か）いて みませんか。',
    allProposals: 'ぜんぶ 見（み）る',
    proposals: 'この 回（かい）の 提案（ていあん）',
    statement: '意見書（いけんしょ）',
    document: '公開（こうかい）した 提案書（ていあんしょ）と 意見書（いけんしょ）',
    answers: '市（し）の 回答（かいとう）',
    todo: '今（いま） できること',
    rules: 'この 回（かい）の ルール',
    rulesVersion: (version) => `ルール ${version}番目（ばんめ）`,
    propose: '提案（ていあん）する',
    readProposals: '提案（ていあん）を 読（よ）んで 意見（いけん）を 言（い）う',
    raiseHand: '意見書（いけんしょ）を 書（か）く 人（ひと）に なる。手（て）を あげる',
    readDraft: '書（か）いている 意見書（いけんしょ）を 読（よ）む',
    checkDraft: '自分（じぶん）の 意見（いけん）が 正（ただ）しいか たしかめる',
    readDocument: '公開（こうかい）した 意見書（いけんしょ）を 読（よ）む',
    readAnswers: '市（し）の 回答（かいとう）を 読（よ）む',
    closedBecause: {
      proposeAfter: (date) =>
        `この 回（かい）は ${date}に おわりました。今（いま） 出（だ）すと 次（つぎ）の 回に なります`,
      debateFrom: (date) => `話（はな）し合（あ）いは ${date}からです`,
      debateOver: (date) => `話（はな）し合（あ）いは ${date}に おわりました`,
      checkFrom: (date) => `たしかめるのは ${date}からです`,
      documentFrom: (date) => `公開（こうかい）は ${date}の 予定（よてい）です`,
    },
    budget: (year) => `市（し）が やると 決（き）めたら、早（はや）くて ${year}の 予算（よさん）に 入（はい）ります。`,
    figures: '数（かず）',
    figureNames: {
      proposals: '提案（ていあん）',
      opinions: '意見（いけん）',
      votes: '賛成（さんせい）・反対（はんたい）',
    },
  },
  moves: {
    title: 'かわった 日（ひ）',
    boundaries: {
      collecting: '提案（ていあん）を 出（だ）せる はじめの 日（ひ）',
      debating: '話（はな）し合（あ）いの はじめの 日（ひ）',
      drafting: '意見書（いけんしょ）を 書（か）きはじめる 日（ひ）',
      checking: '意見書（いけんしょ）を たしかめはじめる 日（ひ）',
      publishing: '公開（こうかい）の 日（ひ）',
    },
    columns: {
      date: '日（ひ）',
      old: '前（まえ）の 予定（よてい）',
      now: '新（あたら）しい 予定（よてい）',
      reason: '理由（りゆう）',
    },
    line: (boundary, from, to) => `${boundary}：${from} → ${to}`,
    by: (who, when) => `${when} ${who}`,
    reason: '理由（りゆう）',
    before: '前（まえ）の 予定（よてい）',
    act: '日（ひ）を かえる',
    actNote: '事務局（じむきょく）として します',
    form: {
      title: (round) => `${round}の 日（ひ）を かえる`,
      lead: 'かえると、理由（りゆう）を みんなが 読（よ）めます。提案（ていあん）や 意見（いけん）を 出（だ）した 人（ひと）にも 知（し）らせます。',
      rules: [
        'もう はじまった ものは かえられません',
        'すぎた 日（ひ）には できません。順番（じゅんばん）も かえられません',
        '市（し）の 回答（かいとう）の 日（ひ）は、公開（こうかい）の 日と いっしょに かわります',
      ],
      boundary: 'どの 日（ひ）を かえますか',
      now: (date) => `今（いま）の 予定（よてい）：${date}`,
      day: '新（あたら）しい 日（ひ）',
      follow: 'あとの 日（ひ）も 同（おな）じだけ かえる',
      reason: '理由（りゆう）',
      reasonHint: 'みんなが 読（よ）めます。くわしく 書（か）いて ください',
      next: '日（ひ）を きめる',
      save: '理由（りゆう）を 公開（こうかい）して かえる',
      cancel: 'やめる',
      none: 'この 回（かい）で、もう かえられる 日（ひ）は ありません。',
    },
  },
  refusals,
  columns: {
    name: '回（かい）',
    state: '今（いま）',
    proposals: '提案（ていあん）',
    opinions: '意見（いけん）',
    votes: '賛成（さんせい）・反対（はんたい）',
  },
};
