// Sample words for the gallery: a reading circle, nothing civic.

import type { FormWords } from '../fields.ts';
import type { ShellProps, ShellWords } from '../shell.ts';

export const shellWords: ShellWords = {
  skip: '本文へ進む',
  menu: 'メニュー',
  close: 'とじる',
  mainNav: '本の部屋',
  breadcrumb: 'いまいる場所',
  search: 'さがす',
  searchLabel: '本の名前でさがす',
  languages: 'ことば',
  signIn: 'ログイン',
  account: 'マイページ',
  switchActor: '立場を切りかえる',
  actingAs: 'として書いています',
  about: 'このページについて',
  responsible: '担当',
  updated: '最終更新',
  data: 'データ',
  runBy: '運営',
  footerNav: '案内',
  top: 'ページの上へ',
};

export const formWords: FormWords = {
  required: '必須',
  optional: '任意',
  example: 'れい',
  error: 'エラー',
  choose: '選んでください',
  left: 'あと{n}字',
  over: '{n}字こえています',
  limit: '{n}字まで',
};

const rooms = [
  'ものがたり',
  '図鑑',
  '絵本',
  '料理',
  '旅',
  '音楽',
  '歴史',
  'かがく',
  '手芸',
  'しらべる',
  'あたらしい本',
];

/** The frame around the gallery, complete: every prop is used. */
export function sampleShell(
  assets: ShellProps['assets'],
  more: Pick<ShellProps, 'title' | 'main'> & Partial<ShellProps>,
): ShellProps {
  return {
    lang: 'ja',
    words: shellWords,
    hub: { name: '本の部屋', tagline: 'となりの読書会', href: '/' },
    description: 'みんなで読んで、みんなで話す読書会です。',
    assets,
    nav: [
      { href: '/', text: 'ホーム', current: true },
      ...rooms.map((text, index) => ({ href: `/rooms/${index + 1}`, text })),
    ],
    moreNav: [{ href: '/help', text: '使い方' }],
    breadcrumb: [{ text: 'ホーム', href: '/' }, { text: 'しらべる', href: '/rooms/10' }, { text: more.title }],
    languages: [
      { lang: 'ja', href: '?lang=ja', text: '日本語', current: true },
      { lang: 'easy', href: '?lang=easy', text: 'やさしい日本語' },
      { lang: 'en', href: '?lang=en', text: 'English' },
    ],
    search: { action: '/search' },
    signIn: { href: '/sign-in', text: 'ログイン' },
    footer: {
      runBy: 'となりの読書会 世話人',
      responsible: '本だな係',
      updated: { text: '2026年（令和8年）11月22日（日）', datetime: '2026-11-22' },
      data: [
        { href: '/books.csv', text: 'CSV', icon: 'data', type: 'text/csv' },
        { href: '/books.json', text: 'JSON', icon: 'data', type: 'application/json' },
        { href: '/books.atom', text: 'フィード', icon: 'feed', type: 'application/atom+xml' },
        { href: '/proof', text: '記録の証明', icon: 'proof' },
      ],
      wrong: { href: '/wrong', text: 'おかしいところを知らせる' },
      links: [
        { href: '/about', text: 'この場所について' },
        { href: '/accessibility', text: 'アクセシビリティ' },
        { href: '/privacy', text: '個人情報のあつかい' },
        { href: '/source', text: 'プログラムの中身' },
      ],
      licence: '文章と写真は CC BY 4.0 で使えます。',
    },
    ...more,
  };
}
