// Keyset pages: back and on, no page numbers, no endless scrolling.

import { type Html, html, url } from './html.ts';
import { icon } from './icons.ts';

export type PagerProps = {
  label: string;
  previous?: { href: string; text: string };
  next?: { href: string; text: string };
  /** 「21〜40件目」 */
  position?: string;
};

/** Links to the pages before and after; writes nothing when there is one page only. */
export function pager(props: PagerProps): Html | null {
  if (props.previous === undefined && props.next === undefined) return null;
  return html`<nav class="pager" aria-label="${props.label}"><span class="pager-side">${
    props.previous !== undefined &&
    html`<a class="button button-plain" rel="prev" href="${url(props.previous.href)}">${icon('chevron-left')}${props.previous.text}</a>`
  }</span>${props.position !== undefined && html`<span class="meta">${props.position}</span>`}<span class="pager-side pager-next">${
    props.next !== undefined &&
    html`<a class="button button-plain" rel="next" href="${url(props.next.href)}">${props.next.text}${icon('chevron-right')}</a>`
  }</span></nav>`;
}
