// X5, X6: what a page tells its frame. All words come from the caller; the frame knows none.

import type { Lang } from '#kernel/lang.ts';
import type { ActorKind } from './actor.ts';
import type { Html, Renderable } from './html.ts';
import type { IconName } from './icons.ts';

/** A link with its words. */
export type Link = { href: string; text: string };

/** One place in the main navigation. `current` marks the place the page belongs to. */
export type NavItem = Link & { current?: boolean };

/** One step of the way to this page; the last one, the page itself, has no address. */
export type Crumb = { text: string; href?: string };

/** This page in another language. `current` is the language it is shown in. `short` is the name on a phone. */
export type LanguageLink = Link & { lang: Lang; current?: boolean };

/** Words of the frame, the same on every page of a hub in one language. */
export type ShellWords = {
  /** 本文へ進む */
  skip: string;
  /** メニュー: button on a phone, heading of the panel */
  menu: string;
  /** とじる */
  close: string;
  /** Name of the main navigation for screen readers */
  mainNav: string;
  /** Name of the breadcrumb: 現在の場所 */
  breadcrumb: string;
  /** さがす: button and link */
  search: string;
  /** Label of the search field: このサイトの中をさがす */
  searchLabel: string;
  /** ことば */
  languages: string;
  /** ログイン */
  signIn: string;
  /** マイページ: the signed-in person's own page, on a phone */
  account: string;
  /** 立場を切りかえる */
  switchActor: string;
  /** として表示・発言しています, after the actor's name */
  actingAs: string;
  /** このページについて: heading above responsible, last change and data */
  about: string;
  /** 担当 */
  responsible: string;
  /** 最終更新 */
  updated: string;
  /** データ: before the links to data, feed and proof */
  data: string;
  /** 運営 */
  runBy: string;
  /** Name of the footer's list of links for screen readers */
  footerNav: string;
  /** ページの上へもどる */
  top: string;
};

/** The hub whose page this is. */
export type ShellHub = {
  name: string;
  tagline: string;
  href: string /** address of the hub's own accent style, see theme.ts */;
  accentHref?: string;
};

/** Who is signed in, and as whom they act. */
export type ShellPerson = {
  name: string;
  href: string;
  /** Where they choose as whom to act; left out when they have one role only. */
  switchHref?: string;
  /** Set while they act for an organisation; shown in a strip above the page. */
  actingAs?: { name: string; kind: ActorKind; kindText: string };
  /** Messages: the word (「お知らせ」), and when there are new ones their number and that in words (「新しいお知らせ 3件」). */
  inbox?: Link & { count?: number; countText?: string };
};

/** What of the frame differs between readers, made before; see `personParts` in header.ts. */
export type PersonParts = { switchLink: Renderable; account: Renderable; acting: Renderable };

/** A link in the footer's line of data: CSV, JSON, feed, proof. A feed type adds a link element to the head. */
export type DataLink = Link & {
  icon?: IconName;
  type?: 'application/atom+xml' | 'text/calendar' | 'text/csv' | 'application/json' | 'application/pdf';
};

export type ShellProps = {
  lang: Lang;
  words: ShellWords;
  hub: ShellHub;
  /** Page title, without the hub's name. */
  title: string;
  description?: string;
  /** From buildAssets: address of the style sheet, and of the islands this page uses. */
  assets: { css: string; styles?: readonly string[]; islands?: readonly string[]; icon?: string };
  /** Absolute address of this page in this language, for canonical and sharing. */
  canonical?: string;
  /** Picture for sharing: absolute address, and what can be seen on it. */
  image?: { src: string; alt: string };
  /** What the page is about, in the words of schema.org, as JSON-LD. */
  about?: Readonly<Record<string, unknown>>;
  /** False keeps the page out of search engines. */
  indexed?: boolean;
  nav: readonly NavItem[];
  /** Further places in the menu panel on a phone only, e.g. help. */
  moreNav?: readonly NavItem[];
  breadcrumb?: readonly Crumb[];
  languages: readonly LanguageLink[];
  /** Form action of the search, and the words searched for. */
  search?: { action: string; query?: string };
  signIn?: Link;
  person?: ShellPerson;
  /** Instead of `signIn` and `person`, where they are filled in later. */
  personParts?: PersonParts;
  /** Messages above the page: what just happened (notice), the error summary. */
  notices?: Renderable;
  /** Heading part of the page with its h1; on a phone `now` follows it. When left out, `main` brings the h1. */
  head?: Html;
  /** The box "what can I do now": beside the head on a wide screen, right under it on a phone. */
  now?: Html;
  main: Html;
  aside?: Html;
  /** wide: `main` is bands over the full width (home page); reading: one narrow column; default: column with aside. */
  layout?: 'wide' | 'reading';
  footer: {
    /** 運営: who runs this hub. */
    runBy: Renderable;
    /** Who is responsible for this page. */
    responsible?: Renderable;
    /** Last change: words (「2026年…」) and the machine's form. */
    updated?: { text: string; datetime: string };
    data?: readonly DataLink[];
    /** おかしいところを知らせる */
    wrong?: Link;
    links?: readonly Link[];
    /** Licence of the content, a sentence. */
    licence?: Renderable;
  };
};
