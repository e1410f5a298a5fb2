import type { RefusalSentence } from '#kernel/module.ts';
import { editorJa } from './editor-words.ja.ts';
import type { SiteRefusal } from './site.ts';

const refusals: Record<SiteRefusal, RefusalSentence> = {
  'not-of-the-group': 'この団体の代表者か、編集の役の人だけができます。',
  'not-a-member': 'この団体に入っている人だけができます。',
  withdrawn: 'この団体は登録を取り下げています。',
  unclaimed: 'この登録は、まだ団体の人に引き継がれていません。引き継いでから作れます。',
  'site-there': 'この団体のホームページは、もうあります。',
  'site-closed': 'ホームページは閉じています。開いてから公開してください。',
  'key-taken': 'この短い名前は、ほかのホームページが使っています。別の名前にしてください。',
  'bad-key': '短い名前は、半角の英字と数字とハイフンで、3文字から40文字にしてください。',
  'bad-link': (f) =>
    `「${f.link}」へはリンクできません。https:// で始まるアドレスか、メールアドレス（mailto:）、電話番号（tel:）にしてください。`,
  'colour-pale': (f) =>
    `この色は読みにくい色です（コントラスト比 ${f.ratio}。4.5以上が必要です）。近い色では ${f.instead} が読めます。`,
  'not-a-colour': '色は #1a6b8f のように、# と6けたの英数字で書いてください。',
  'changed-meanwhile': (f) =>
    f.who
      ? `書いているあいだに、「${f.who}」が変えました。どちらの内容も消えていません。`
      : '見ているあいだに、だれかが変えました。もう一度見てから、進んでください。',
  'too-many-pages': (f) => `これ以上は増やせません（${f.most}まで）。`,
  'too-many-blocks': (f) => `1ページに入れられるのは${f.most}個までです。ページを分けてください。`,
  'too-many-on-block': (f) => `ここに入れられるのは${f.most}個までです。`,
  'picture-needed': 'ここに入れられるのは写真や絵（JPEG、PNG、WebPなど）だけです。',
  'document-only': '写真は「写真」か「写真をならべる」に入れてください。ここは文書のための場所です。',
  'last-file': '最後の1つは外せません。まるごと外すときは、ページの編集にもどって外してください。',
  'nothing-to-publish': '公開する内容がまだありません。',
  'too-late': '公開する日時は、これから先にしてください。',
  'too-far': '公開する日時は、1年先までにしてください。',
  'has-pages-below': 'このページの下には、ほかのページがあります。先にそちらを動かしてください。',
  'only-one-below': 'ここには入れられません。メニューは2段までです。',
  'not-scheduled': '予定された公開はありません。',
};

export const ja = {
  frame: {
    shell: {
      skip: '本文へ進む',
      menu: 'メニュー',
      breadcrumb: '現在の場所',
      top: 'ページの上へもどる',
      languages: 'ことば',
    },
    languageNames: { ja: '日本語', easy: 'やさしい日本語', en: 'English' },
    bar: (town: string) => `${town}の団体のホームページ`,
    of: (town: string) => `このホームページは、${town}の登録団体が自分で作っています。`,
    registration: '団体の登録を見る',
    feed: 'お知らせのフィード（Atom）',
    feedOf: (title: string) => `${title}のお知らせ`,
    updated: (day: string) => `最終更新：${day}`,
    edit: '編集する',
    withdrawn: 'この団体は登録を取り下げました。ページは、そのときのままです。',
    resting: 'この団体は、いま活動の確認がとれず、登録が休止中です。',
    closed: 'このホームページは、団体が閉じています。',
    hidden: 'この団体の登録は、いま見えないようになっています。',
    soon: 'このホームページは準備中です。',
    news: 'お知らせ',
    newsPages: 'お知らせのページ',
    toNews: 'お知らせの一覧へ',
    older: '前のお知らせ',
  },
  blocks: {
    noNews: 'お知らせはまだありません。',
    allNews: 'お知らせをすべて見る',
    noEvents: 'いま予定されている催しはありません。',
    noMembers: '名前をのせている人は、まだいません。',
    seeks: 'さがしているもの',
    offers: 'できること',
    noNeeds: 'いま、とくにありません。',
    supportLink: '応援する',
    watch: (title: string) => `「${title}」を見る（ほかのサイトへ）`,
    writeToUs: 'メッセージを送る',
    noContact: '公開している連絡先はありません。',
  },
  list: {
    csv: 'CSV',
    json: 'JSON',
    feed: 'フィード',
    title: '団体のホームページ',
    lead: '登録団体が自分で作っているホームページです。新しく変わったものが上にあります。',
    none: 'まだホームページはありません。',
    updated: (day: string) => `${day}に更新`,
    pages: '一覧のページ',
    older: '次を見る',
    groups: '登録団体',
  },
  group: {
    tab: 'ホームページ',
    section: 'ホームページ',
    open: 'この団体のホームページがあります。',
    notYetOpen: 'ホームページは、まだ公開されていません。',
    none: 'この団体のホームページは、まだありません。',
    noneYours: 'この団体のホームページを、ここで作れます。費用はかかりません。',
    edit: 'ホームページを編集する',
  },
  start: {
    title: 'ホームページを作る',
    lead: '登録の内容から、「はじめに」「活動」「お問い合わせ」の3ページができます。公開する前に、見て直せます。',
    submit: '3ページから始める',
  },
  naming: {
    title: 'メンバーとして名前をのせる',
    lead: (group: string) =>
      `「${group}」のホームページの「メンバー」に、あなたのここでの名前をのせるかどうかを、自分で決めます。いつでもやめられます。`,
    named: '名前をのせてよい',
    words: '何をしているか',
    wordsHint: '例：会計、写真係。書かなくてもかまいません。',
    save: '保存する',
  },
  ...editorJa,
  refusals,
};
