// X6: the frame of a homepage somebody makes for themselves: its own name, menu and colours (a style file of its own), a thin bar above that
// says where it lives. It knows no address: the caller brings them all, so that the same page stands among others, under a name of its own, or on a disk.

import { htmlLang, type Lang } from '#kernel/lang.ts';
import { breadcrumb } from './breadcrumb.ts';
import { type Html, html, type Renderable, url } from './html.ts';
import { linkedData } from './linked-data.ts';
import type { Crumb, LanguageLink, Link } from './shell-props.ts';

/** A page in the menu, with those below it. */
export type SiteNavItem = Link & { current?: boolean; below?: readonly (Link & { current?: boolean })[] };

export type SiteFrameProps = {
  lang: Lang;
  words: { skip: string; menu: string; breadcrumb: string; top: string; languages: string };
  /** Of the page; on the first page it is the site's own name. */
  title: string;
  siteName: string;
  tagline?: string;
  home: string;
  /** The site's name is the page's heading. */
  isFirst?: boolean;
  /** Name of the theme, for what is more than colour. */
  theme: string;
  styles: readonly string[];
  scripts?: readonly string[];
  icon?: string;
  picture?: Html | null;
  nav: readonly SiteNavItem[];
  breadcrumb?: readonly Crumb[];
  main: Html;
  notices?: Renderable;
  /** Where the site lives: links above everything. */
  bar?: Renderable;
  foot: Renderable;
  languages?: readonly LanguageLink[];
  canonical?: string;
  description?: string;
  image?: string;
  feed?: Link;
  indexed?: boolean;
  about?: Readonly<Record<string, unknown>>;
};

function head(props: SiteFrameProps): Html {
  const full = props.title === props.siteName ? props.title : `${props.title} | ${props.siteName}`;
  return html`<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${full}</title>${
    props.description !== undefined &&
    props.description !== '' &&
    html`<meta name="description" content="${props.description}"><meta property="og:description" content="${props.description}">`
  }<meta property="og:title" content="${props.title}"><meta property="og:site_name" content="${props.siteName}"><meta name="color-scheme" content="light dark"><meta name="format-detection" content="telephone=no">${
    props.indexed === false && html`<meta name="robots" content="noindex">`
  }${
    props.canonical !== undefined &&
    html`<link rel="canonical" href="${url(props.canonical)}"><meta property="og:url" content="${url(props.canonical)}">`
  }${props.image !== undefined && html`<meta property="og:image" content="${url(props.image)}">`}${
    props.feed !== undefined &&
    html`<link rel="alternate" type="application/atom+xml" title="${props.feed.text}" href="${url(props.feed.href)}">`
  }${props.icon !== undefined && html`<link rel="icon" type="image/svg+xml" href="${url(props.icon)}">`}${props.styles.map(
    (href) => html`<link rel="stylesheet" href="${url(href)}">`,
  )}${props.about !== undefined && linkedData(props.about)}${props.scripts?.map((src) => html`<script type="module" src="${url(src)}"></script>`)}</head>`;
}

const item = (link: Link & { current?: boolean }): Html =>
  html`<a href="${url(link.href)}"${link.current === true && html` aria-current="page"`}>${link.text}</a>`;

function menu({ nav, words }: SiteFrameProps): Html | false {
  if (nav.length < 2) return false;
  return html`<nav class="own-nav" aria-label="${words.menu}"><ul class="wrap">${nav.map(
    (one) =>
      html`<li>${item(one)}${one.below !== undefined && one.below.length > 0 && html`<ul>${one.below.map((low) => html`<li>${item(low)}</li>`)}</ul>`}</li>`,
  )}</ul></nav>`;
}

function name(props: SiteFrameProps): Html {
  const text = html`<a href="${url(props.home)}">${props.siteName}</a>`;
  return props.isFirst === true ? html`<h1 class="own-name">${text}</h1>` : html`<p class="own-name">${text}</p>`;
}

/** The whole document. On every page but the first, `main` brings the h1. */
export function siteFrame(props: SiteFrameProps): Html {
  const { words, languages = [] } = props;
  const crumbs = props.breadcrumb === undefined ? null : breadcrumb(props.breadcrumb, words.breadcrumb);
  return html`<!doctype html>
<html lang="${htmlLang(props.lang)}" class="lang-${props.lang} own-site own-${props.theme}">${head(props)}<body><a class="skip-link" href="#main">${words.skip}</a><header id="top">${
    props.bar !== undefined && html`<div class="own-bar"><div class="wrap">${props.bar}</div></div>`
  }<div class="own-head"><div class="wrap own-title">${name(props)}${
    props.tagline !== undefined && props.tagline !== '' && html`<p class="own-tagline">${props.tagline}</p>`
  }</div>${props.picture !== undefined && props.picture !== null && html`<div class="own-picture">${props.picture}</div>`}${menu(props)}</div></header>${
    crumbs !== null && html`<div class="wrap">${crumbs}</div>`
  }<main id="main" tabindex="-1" class="wrap own-main">${props.notices}${props.main}</main><footer class="own-foot"><div class="wrap">${props.foot}${
    languages.length > 0 &&
    html`<nav aria-label="${words.languages}"><ul class="inline-links">${languages.map(
      (one) =>
        html`<li><a href="${url(one.href)}" lang="${htmlLang(one.lang)}" hreflang="${htmlLang(one.lang)}"${one.current === true && html` aria-current="true"`}>${one.text}</a></li>`,
    )}</ul></nav>`
  }<a class="to-top" href="#top">${words.top}</a></div></footer></body></html>`;
}
