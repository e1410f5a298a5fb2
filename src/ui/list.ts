// Lists: items with a title and what belongs to it; keys with values; the line above a list with count, order and data.

import { heading, type Level } from './heading.ts';
import { type Html, html, type Renderable, url } from './html.ts';
import { icon } from './icons.ts';
import type { DataLink } from './shell-props.ts';

export type ListItemProps = {
  title: Renderable;
  href?: string;
  level?: Level;
  /** Above the title: a date, a chip, an actor. */
  above?: Renderable;
  /** A line or two of content. */
  body?: Renderable;
  /** Small line below. */
  meta?: Renderable;
  /** At the right: the picture of the thing, see `thumbnail`. */
  picture?: Renderable;
  /** At the right: a number, a button. */
  side?: Renderable;
};

/** One thing in a list. */
export function listItem(props: ListItemProps): Html {
  const title = props.href === undefined ? props.title : html`<a href="${url(props.href)}">${props.title}</a>`;
  const kind = props.picture === undefined ? 'list-item' : 'list-item list-pictured';
  return html`<div class="${kind}"><div class="list-main">${props.above !== undefined && html`<div class="list-above">${props.above}</div>`}${heading(props.level ?? 3, title, 'list-title')}${
    props.body !== undefined && html`<div class="list-body">${props.body}</div>`
  }${props.meta !== undefined && html`<div class="meta">${props.meta}</div>`}</div>${props.picture}${props.side !== undefined && html`<div class="list-side">${props.side}</div>`}</div>`;
}

/** Items below each other with lines between. `start` numbers them. */
export function list(items: readonly Renderable[], start?: number): Html {
  const body = items.map((item) => html`<li>${item}</li>`);
  return start === undefined
    ? html`<ul class="list">${body}</ul>`
    : html`<ol class="list list-numbered" start="${start}">${body}</ol>`;
}

/** Keys and values, e.g. the facts of a thing. Pairs whose value is null, undefined or false are left out. */
export function keyValues(pairs: readonly (readonly [key: string, value: Renderable])[]): Html {
  return html`<dl class="key-values">${pairs.map(
    ([key, value]) =>
      value !== null && value !== undefined && value !== false && html`<div><dt>${key}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}

export type ListHeadProps = {
  /** 「63件」, 「1,000件以上」 */
  count: string;
  /** Ways to order the list, as links. */
  sorts?: { label: string; items: readonly { text: string; href: string; current?: boolean }[] };
  /** Exactly this list as CSV, JSON, feed. */
  data?: readonly DataLink[];
};

/** The line above every list. */
export function listHead(props: ListHeadProps): Html {
  return html`<div class="list-head"><p class="list-count">${props.count}</p>${
    props.sorts !== undefined &&
    html`<nav class="list-sorts" aria-label="${props.sorts.label}"><span aria-hidden="true">${props.sorts.label}</span><ul>${props.sorts.items.map(
      (item) =>
        html`<li><a href="${url(item.href)}"${item.current === true && html` aria-current="true"`}>${item.text}</a></li>`,
    )}</ul></nav>`
  }${
    props.data !== undefined &&
    html`<ul class="inline-links">${props.data.map(
      (item) =>
        html`<li><a href="${url(item.href)}">${item.icon !== undefined && icon(item.icon)}${item.text}</a></li>`,
    )}</ul>`
  }</div>`;
}

export type EmptyProps = { title: string /** What one can do about it. */; body?: Renderable; act?: Renderable };

/** An empty list says what to do. */
export function empty(props: EmptyProps): Html {
  return html`<div class="empty"><p class="empty-title">${props.title}</p>${props.body !== undefined && html`<p>${props.body}</p>`}${props.act}</div>`;
}
