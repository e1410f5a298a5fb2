import type { SameWords } from '#kernel/words.ts';
import type { ja } from './print-words.ja.ts';

export const easy: SameWords<typeof ja> = {
  away: '今（いま） PDFを 作（つく）れません',
  awayText: 'PDFを 作（つく）る しくみが 動（うご）いていません。同（おな）じ ことを つぎの ページで 読（よ）めます。',
  link: 'PDF（印刷（いんさつ）する ファイル）',
  proposals: '提案（ていあん）',
  statement: '意見書（いけんしょ）',
  annex: '資料（しりょう）',
  annexLead: 'みんなの意見（いけん）と質問（しつもん）です。書（か）いた人（ひと）のことばの ままです。',
  cited: '意見書（いけんしょ）に のせた 意見（いけん）',
  uncited: '意見書（いけんしょ）に のせなかった 意見（いけん）',
  map: '意見（いけん）の 地図（ちず）',
  inAnnex: '全部（ぜんぶ）の文（ぶん）は 資料（しりょう）に あります',
  reason: '理由（りゆう）',
  objection: '「ちがいます」という声（こえ）',
  files: '一緒（いっしょ）に 出（だ）したファイル',
  errata: 'まちがいの 直（なお）し',
  errataLead: (n) =>
    `まちがいの 直（なお）しが ${n}件（けん）あります。本文（ほんぶん）は 公表（こうひょう）のときの ままです。`,
  noErrata: 'まちがいの 直（なお）しは まだ ありません。新（あたら）しいものは ここで 読（よ）めます。',
  errataAt: (url) => `まちがいの 直（なお）し ${url}`,
  signed: '編集（へんしゅう）した人（ひと）',
  signedLead: 'この意見書（いけんしょ）を 書（か）いた 人（ひと）たちです。',
  check: '確（たし）かめる 方法（ほうほう）',
  webPage: (url) => `この文書（ぶんしょ）のページ ${url}`,
  byName: (name, kind) => `${name}（${kind}）`,
  codePoints: '文字（もじ）について',
  codePointsText:
    '〔U+1F600〕のような ところは、印刷（いんさつ）できない 文字（もじ）です。もとの文字（もじ）は ウェブのページで 読（よ）めます。',
};
