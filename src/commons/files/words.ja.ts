import type { RefusalSentence } from '#kernel/module.ts';
import type { FileRefusal } from './file.ts';

const refusals: Record<FileRefusal, RefusalSentence> = {
  'file-too-large': (f) =>
    `ファイルが大きすぎます。ひとつ${f.megabytes}MBまでです。写真は小さくするか、文書は分けてください`,
  'too-many-files': (f) => `添付できるのは${f.most}個までです。いらないものを外してから、もう一度えらんでください`,
  'too-much-today': (f) =>
    `1日に送れるのは、合わせて${f.megabytes}MBまでです。あすもう一度お試しいただくか、事務局に相談してください`,
  'no-file': 'ファイルをえらんでください',
  'empty-file': 'このファイルは空です。もう一度えらんでください',
  'unknown-type':
    'この種類のファイルは受け取れません。写真（JPEG、PNG、WebP、GIF）、PDF、Word、Excel、PowerPoint、OpenDocument、CSV、テキストのどれかにしてください',
  'drawing-or-page':
    'ウェブページ（HTML）や SVG の図は、開いた人の画面でプログラムとして動くことがあるので受け取れません。PNG か PDF にして送ってください',
  'phone-picture':
    'HEIC の写真は読み取れません。iPhone では「設定 → カメラ → フォーマット → 互換性優先」にして撮るか、JPEG にして送ってください',
  'with-macros':
    'マクロ（自動で動くプログラム）の入った文書は受け取れません。マクロを外して保存するか、PDF にしてください',
  'broken-picture': 'この写真は壊れていて読み取れません。開けるか確かめて、もう一度送ってください',
  'too-many-pixels': (f) =>
    `写真の縦と横が大きすぎます。合わせて${f.megapixels}メガピクセル（${Number(f.megapixels) * 100}万画素）までです。小さくして、もう一度送ってください`,
  'packed-too-tight':
    'この文書は、開くととても大きくなるように作られています。安全のため受け取れません。PDF にして送ってください',
  'broken-document': 'この文書は壊れているか、パスワードがかかっています。開けるか確かめて、もう一度送ってください',
  infected: (f) =>
    `ウイルスが見つかったので受け取れません（${f.found}）。お使いの機器をウイルス対策ソフトで調べてください`,
  'scanner-away': 'いまウイルスを調べられないため、ファイルを受け取れません。少し待ってから、もう一度送ってください',
  'store-away': 'いまファイルの置き場所につながりません。少し待ってから、もう一度お試しください',
  'file-gone': 'そのファイルは、もうありません。ページを開きなおして、いまの一覧を確かめてください',
};

export const ja = {
  refusals,
  types: {
    pdf: 'PDF',
    docx: 'Word',
    xlsx: 'Excel',
    pptx: 'PowerPoint',
    odt: 'OpenDocument の文書',
    ods: 'OpenDocument の表',
    odp: 'OpenDocument のスライド',
    csv: 'CSV',
    txt: 'テキスト',
    jpg: 'JPEG',
    png: 'PNG',
    webp: 'WebP',
  } as Record<string, string>,
  note: (type: string, size: string) => `${type}・${size}`,
  whole: '大きく見る',
  file: 'ファイル',
  fileHint: (megabytes: number, most: number) =>
    `写真（JPEG、PNG、WebP、GIF）、PDF、Word、Excel、PowerPoint、OpenDocument、CSV、テキスト。ひとつ${megabytes}MBまで、${most}個まで。写真にうめこまれた撮影場所などの情報は消します。文書の中の作成者名などは、そのまま残ります。`,
  label: '説明（写真や図）／題名（文書）',
  labelHint: '写真や図は、見えない人にも伝わるように、何が写っているかを書いてください。文書は題名を書いてください。',
  labelExample: '東小学校前の横断歩道。街灯がなく、歩行者が見えにくい',
  kinds: {
    picture: {
      file: '写真',
      fileHint: (megabytes: number, most: number) =>
        `写真や絵（JPEG、PNG、WebP、GIF）。1枚${megabytes}MBまで${most > 1 ? `、全部で${most}枚まで` : ''}。写真にうめこまれた撮影場所などの情報は消します。`,
      label: '何が写っているか',
      labelHint: '見えない人にも伝わるように、短く書いてください。目の見えない人には、これが読み上げられます。',
      labelExample: '東小学校前の横断歩道。街灯がなく、歩行者が見えにくい',
    },
    document: {
      file: '文書',
      fileHint: (megabytes: number, most: number) =>
        `PDF、Word、Excel、PowerPoint、OpenDocument、CSV、テキスト。ひとつ${megabytes}MBまで${most > 1 ? `、全部で${most}個まで` : ''}。文書の中の作成者名などは、そのまま残ります。`,
      label: '文書の題名',
      labelHint: 'ページには、この題名で出ます。',
      labelExample: '2026年度の活動計画',
    },
  },
  received: (note: string) => `ファイルは受け取っています（${note}）。えらびなおすこともできます。`,
};
