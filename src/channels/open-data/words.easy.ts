import type { SameWords } from '#kernel/words.ts';
import type { ja } from './words.ja.ts';

export const easy: SameWords<typeof ja> = {
  title: 'データと 出典（しゅってん）',
  lead: 'ここに ある ものは、だれでも データとして 使（つか）えます。人（ひと）は、自分（じぶん）で えらんだ 名前（なまえ）だけが 出（で）て います。',
  licence: {
    title: '使（つか）う ときの きまり',
    text: 'どこの データかを 書（か）いて ください（CC BY 4.0）。コピーしても、かえても、仕事（しごと）に 使（つか）っても いいです。',
    cite: (name) => `書（か）きかた：「${name}（CC BY 4.0）」`,
    link: 'きまりの 全部（ぜんぶ）',
  },
  files: {
    title: 'データの ファイル',
    lead: 'どれも 今（いま）の 中身（なかみ）です。CSVは 表（ひょう）の ソフトで ひらけます。',
    columns: '列（れつ）の 説明（せつめい）',
    perPage: '一（ひと）つの 提案（ていあん）や 回（かい）の データは、その ページの 下（した）に あります。',
  },
  forms: { csv: 'CSV', json: 'JSON', atom: 'Atom', ics: 'カレンダー', geojson: '地図（ちず）' },
  catalogue: {
    title: (name) => `${name} オープンデータの 一覧（いちらん）`,
    heading: '一覧（いちらん）',
    lead: 'ほかの サイトや プログラムが 読（よ）む ものです。',
    jsonld: 'DCAT-AP（JSON-LD）',
    turtle: 'DCAT-AP（Turtle）',
    package: 'Data Package（Table Schema）',
    national: '国（くに）の 形（かたち）の 一覧（いちらん）（CSV）',
    sitemap: 'ページの 一覧（いちらん）（XML）',
    api: 'プログラムから 使（つか）う（API）',
  },
  dataset: {
    readHere: '画面（がめん）で 読（よ）む',
    files: 'ファイル',
    columns: '列（れつ）',
    heading: '列（れつ）の 名前（なまえ）',
    program: 'プログラムでの 名前（なまえ）',
    type: '中身（なかみ）',
    csvw: '列（れつ）の 説明（せつめい）（CSV on the Web）',
    changes:
      '中身（なかみ）が かわると、ETagも かわります。If-None-Matchで 聞（き）けば、同（おな）じ あいだは もう一度（いちど） 送（おく）りません。',
  },
  types: {
    text: '文字（もじ）',
    integer: '整数（せいすう）',
    number: '数（かず）',
    flag: 'true か false',
    day: '日（ひ）（2026-11-23）',
    moment: '日（ひ）と 時間（じかん）（世界（せかい）の 時間（じかん））',
    minute: '日（ひ）と 時間（じかん）（日本（にほん）の 時間（じかん））',
    address: 'アドレス（URL）',
  },
  sources: {
    title: '出典（しゅってん）と ソフトウェア',
    design: '色（いろ）と 部品（ぶひん）：デジタル庁（ちょう）（MIT）。絵（え）：Material Symbols（Apache-2.0）。',
    journal: '記録（きろく）は、だれでも コピーして、正（ただ）しいか たしかめられます。',
    software:
      'この サイトは 自由（じゆう）ソフトウェア「みんな（Minna）」（AGPL-3.0-or-later）です。だれでも 読（よ）み、なおし、自分（じぶん）の 町（まち）で 使（つか）えます。',
    source: '今（いま） 動（うご）いて いる プログラム（zip）',
  },
  national: { name: 'オープンデータ一覧', category: '行政・市民参加', frequency: '随時', hasApi: '有' },
};
