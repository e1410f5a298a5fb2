// Tabs are links: each view has its own address.

import { type Html, html, url } from './html.ts';

export type Tab = { text: string; href: string; current?: boolean /** Number beside the name. */; count?: string };

/** Views of one thing, side by side; they wrap on a phone. */
export function tabs(label: string, items: readonly Tab[]): Html {
  return html`<nav class="tabs" aria-label="${label}"><ul>${items.map(
    (item) =>
      html`<li><a href="${url(item.href)}"${item.current === true && html` aria-current="page"`}>${item.text}${
        item.count !== undefined && html`<span class="tab-count">${item.count}</span>`
      }</a></li>`,
  )}</ul></nav>`;
}
