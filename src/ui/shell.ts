// X5, X6: the frame of every page. No inline script or style (strict content security policy), works without JavaScript.

import { htmlLang } from '#kernel/lang.ts';
import { breadcrumb } from './breadcrumb.ts';
import { siteFooter } from './footer.ts';
import { siteHeader } from './header.ts';
import { type Html, html, url } from './html.ts';
import { linkedData } from './linked-data.ts';
import type { ShellProps } from './shell-props.ts';

export type * from './shell-props.ts';

function head(props: ShellProps): Html {
  const { hub, assets } = props;
  const full = props.title === hub.name ? props.title : `${props.title} | ${hub.name} ${hub.tagline}`;
  const feeds = (props.footer.data ?? []).filter((link) => link.type === 'application/atom+xml');
  return html`<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${full}</title>${
    props.description !== undefined &&
    html`<meta name="description" content="${props.description}"><meta property="og:description" content="${props.description}">`
  }<meta property="og:title" content="${props.title}"><meta property="og:site_name" content="${hub.name} ${hub.tagline}"><meta name="color-scheme" content="light dark"><meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)"><meta name="theme-color" content="#1a1a1a" media="(prefers-color-scheme: dark)"><meta name="format-detection" content="telephone=no">${
    props.indexed === false && html`<meta name="robots" content="noindex">`
  }${
    props.canonical !== undefined &&
    html`<link rel="canonical" href="${url(props.canonical)}"><meta property="og:url" content="${url(props.canonical)}">`
  }${
    props.image !== undefined &&
    html`<meta property="og:image" content="${url(props.image.src)}"><meta property="og:image:alt" content="${props.image.alt}">`
  }${props.languages
    .filter((link) => link.lang !== 'easy')
    .map((link) => html`<link rel="alternate" hreflang="${htmlLang(link.lang)}" href="${url(link.href)}">`)}${feeds.map(
    (link) => html`<link rel="alternate" type="application/atom+xml" title="${link.text}" href="${url(link.href)}">`,
  )}${
    assets.icon !== undefined && html`<link rel="icon" type="image/svg+xml" href="${url(assets.icon)}">`
  }<link rel="stylesheet" href="${url(assets.css)}">${assets.styles?.map((href) => html`<link rel="stylesheet" href="${url(href)}">`)}${
    hub.accentHref !== undefined && html`<link rel="stylesheet" href="${url(hub.accentHref)}">`
  }${props.about !== undefined && linkedData(props.about)}${assets.islands?.map((src) => html`<script type="module" src="${url(src)}"></script>`)}</head>`;
}

function content(props: ShellProps): Html {
  if (props.layout === 'wide') return html`${props.head}${props.now}${props.main}${props.aside}`;
  const two = props.aside !== undefined || props.now !== undefined;
  const kind = two ? (props.now === undefined ? ' layout-two layout-plain' : ' layout-two') : '';
  return html`<div class="wrap layout${kind}${props.layout === 'reading' && ' layout-reading'}">${
    props.head !== undefined && html`<div class="page-head">${props.head}</div>`
  }${props.now !== undefined && html`<div class="page-now">${props.now}</div>`}<div class="page-body">${props.main}</div>${
    props.aside !== undefined && html`<aside class="page-aside">${props.aside}</aside>`
  }</div>`;
}

/** The whole document. The caller brings every word; `main` or `head` brings the one h1. */
export function shell(props: ShellProps): Html {
  const crumbs = props.breadcrumb === undefined ? null : breadcrumb(props.breadcrumb, props.words.breadcrumb);
  return html`<!doctype html>
<html lang="${htmlLang(props.lang)}" class="lang-${props.lang}">${head(props)}<body><a class="skip-link" href="#main">${props.words.skip}</a>${siteHeader(props)}${
    crumbs !== null && html`<div class="wrap">${crumbs}</div>`
  }<main id="main" tabindex="-1">${
    props.notices !== undefined &&
    props.notices !== null &&
    props.notices !== false &&
    html`<div class="wrap page-notices">${props.notices}</div>`
  }${content(props)}</main>${siteFooter(props)}</body></html>`;
}
