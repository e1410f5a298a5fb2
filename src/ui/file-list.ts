// X10: files to save, each with its type and size in words, because nobody likes to load what can't be opened.

import { type Html, html, type Renderable, url } from './html.ts';
import { icon } from './icons.ts';

export type FileItem = {
  href: string;
  title: string;
  /** 「PDF・120KB」 */
  note: string;
};

export function fileList(items: readonly FileItem[]): Html {
  return html`<ul class="file-list">${items.map(
    (item) =>
      html`<li>${icon('document')}<span><a href="${url(item.href)}">${item.title}</a> <span class="meta">${item.note}</span></span></li>`,
  )}</ul>`;
}

/** What can be done with one file of a list that is being made: small buttons side by side, also on a phone. */
export function fileActs(...items: readonly Renderable[]): Html {
  return html`<div class="file-acts">${items}</div>`;
}
