/** F1.2: homepages among the open data. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    sites: { title: '団体のホームページ', about: '登録団体が自分で作ったホームページの名前とアドレス。' },
    news: { title: '団体のお知らせ', about: '団体のホームページで公開されたお知らせの題と日付、本文、アドレス。' },
    siteColumns: ['ID', '名前', 'ひとこと', '団体ID', '団体', '最終更新日', 'アドレス'],
    newsColumns: ['ID', '題', '本文', '団体ID', '団体', 'ホームページ', '公開日', 'アドレス'],
  },
  easy: {
    sites: { title: '団体（だんたい）の ホームページ', about: 'ホームページの 名前（なまえ）と アドレス。' },
    news: {
      title: '団体（だんたい）の お知（し）らせ',
      about: 'お知（し）らせの 題（だい）、日付（ひづけ）、本文（ほんぶん）、アドレス。',
    },
    siteColumns: [
      'ID',
      '名前（なまえ）',
      'ひとこと',
      '団体（だんたい）ID',
      '団体（だんたい）',
      '新（あたら）しく した 日（ひ）',
      'アドレス',
    ],
    newsColumns: [
      'ID',
      '題（だい）',
      '本文（ほんぶん）',
      '団体（だんたい）ID',
      '団体（だんたい）',
      'ホームページ',
      '公開（こうかい）した 日（ひ）',
      'アドレス',
    ],
  },
  en: {
    sites: {
      title: 'Homepages of groups',
      about: 'Names and addresses of the homepages that registered groups make themselves.',
    },
    news: { title: 'News of groups', about: 'News published on the homepages of groups: title, day, text, address.' },
    siteColumns: ['ID', 'Name', 'Few words', 'Group ID', 'Group', 'Last change', 'Address'],
    newsColumns: ['ID', 'Title', 'Text', 'Group ID', 'Group', 'Homepage', 'Published', 'Address'],
  },
});
