import type { RefusalSentence } from '#kernel/module.ts';
import type { SameWords } from '#kernel/words.ts';
import type { FileRefusal } from './file.ts';
import type { ja } from './words.ja.ts';

const refusals: Record<FileRefusal, RefusalSentence> = {
  'file-too-large': (f) =>
    `ファイルが 大（おお）きすぎます。ひとつ ${f.megabytes}MBまでです。写真（しゃしん）は 小（ちい）さく してください。`,
  'too-many-files': (f) => `ファイルは ${f.most}個（こ）までです。いらない ものを 消（け）してください。`,
  'too-much-today': (f) =>
    `1日（にち）に 送（おく）れるのは、ぜんぶで ${f.megabytes}MBまでです。明日（あした） もう一度（いちど） 送（おく）ってください。`,
  'no-file': 'ファイルを えらんで ください。',
  'empty-file': 'このファイルは 空（から）です。もう一度（いちど） えらんで ください。',
  'unknown-type':
    'この種類（しゅるい）の ファイルは 使（つか）えません。写真（しゃしん）、PDF、Word、Excel、PowerPoint、CSV などを えらんで ください。',
  'drawing-or-page':
    'HTML や SVG の ファイルは、危（あぶ）ない ことが あるので 使（つか）えません。PNG か PDF に してください。',
  'phone-picture':
    'HEIC の 写真（しゃしん）は 使（つか）えません。JPEG に してください。iPhone は「設定（せってい） → カメラ → フォーマット → 互換性優先（ごかんせいゆうせん）」で 撮（と）ってください。',
  'with-macros':
    'マクロ（自動（じどう）で 動（うご）く プログラム）が ある ファイルは 使（つか）えません。PDF に してください。',
  'broken-picture': 'この写真（しゃしん）は こわれて います。ほかの 写真（しゃしん）を 送（おく）ってください。',
  'too-many-pixels': (f) =>
    `写真（しゃしん）が 大（おお）きすぎます。${f.megapixels}メガピクセルまでです。小（ちい）さく してください。`,
  'packed-too-tight':
    'このファイルは、開（ひら）くと とても 大（おお）きく なります。危（あぶ）ないので 使（つか）えません。PDF に してください。',
  'broken-document':
    'このファイルは こわれて いるか、パスワードが あります。開（ひら）けるか 見（み）て、もう一度（いちど） 送（おく）ってください。',
  infected: (f) =>
    `ウイルスが ありました（${f.found}）。使（つか）えません。あなたの パソコンや スマホを 調（しら）べて ください。`,
  'scanner-away':
    'いま ウイルスを 調（しら）べる ことが できません。少（すこ）し 待（ま）って、もう一度（いちど） 送（おく）ってください。',
  'store-away':
    'いま ファイルを 置（お）く ところに つながりません。少（すこ）し 待（ま）って、もう一度（いちど） してください。',
  'file-gone': 'そのファイルは もう ありません。ページを もう一度（いちど） 開（ひら）いて ください。',
};

export const easy: SameWords<typeof ja> = {
  refusals,
  types: {
    pdf: 'PDF',
    docx: 'Word',
    xlsx: 'Excel',
    pptx: 'PowerPoint',
    odt: 'OpenDocument の 文書（ぶんしょ）',
    ods: 'OpenDocument の 表（ひょう）',
    odp: 'OpenDocument の スライド',
    csv: 'CSV',
    txt: 'テキスト',
    jpg: 'JPEG',
    png: 'PNG',
    webp: 'WebP',
  },
  note: (type, size) => `${type}・${size}`,
  whole: '大（おお）きく 見（み）る',
  file: 'ファイル',
  fileHint: (megabytes, most) =>
    `写真（しゃしん）、PDF、Word、Excel、PowerPoint、CSV などを 送（おく）れます。ひとつ ${megabytes}MBまで、${most}個（こ）までです。写真（しゃしん）を 撮（と）った 場所（ばしょ）の 情報（じょうほう）は 消（け）します。Word や PDF の 中（なか）の 名前（なまえ）は 残（のこ）ります。`,
  label: '説明（せつめい）か 題名（だいめい）',
  labelHint:
    '写真（しゃしん）は、何（なに）が 見（み）えるかを 書（か）いてください。目（め）で 見（み）られない 人（ひと）に 伝（つた）わります。文書（ぶんしょ）は 題名（だいめい）を 書（か）いてください。',
  labelExample: '東小学校（ひがししょうがっこう）の 前（まえ）の 道（みち）。明（あ）かりが ない',
  kinds: {
    picture: {
      file: '写真（しゃしん）',
      fileHint: (megabytes, most) =>
        `写真（しゃしん）か 絵（え）を えらびます。1枚（まい） ${megabytes}MBまで${most > 1 ? `、ぜんぶで ${most}枚（まい）まで` : ''}です。写真（しゃしん）を 撮（と）った 場所（ばしょ）の 情報（じょうほう）は 消（け）します。`,
      label: '写真（しゃしん）に 見（み）えるもの',
      labelHint:
        '何（なに）が 見（み）えるかを 書（か）いてください。目（め）で 見（み）られない 人（ひと）に 伝（つた）わります。',
      labelExample: '東小学校（ひがししょうがっこう）の 前（まえ）の 道（みち）。明（あ）かりが ない',
    },
    document: {
      file: '文書（ぶんしょ）',
      fileHint: (megabytes, most) =>
        `PDF、Word、Excel、PowerPoint、CSV などを えらびます。ひとつ ${megabytes}MBまで${most > 1 ? `、ぜんぶで ${most}個（こ）まで` : ''}です。文書（ぶんしょ）の 中（なか）の 名前（なまえ）は 残（のこ）ります。`,
      label: '文書（ぶんしょ）の 題名（だいめい）',
      labelHint: 'ページに この 題名（だいめい）が 出（で）ます。',
      labelExample: '2026年（ねん）の 計画（けいかく）',
    },
  },
  received: (note) => `ファイルは もう あります（${note}）。えらびなおす ことも できます。`,
};
