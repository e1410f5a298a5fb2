// Text that people typed, as paragraphs; and the small pieces of text every page uses.

import { type Html, html, type Renderable, url } from './html.ts';

const ADDRESS = /https?:\/\/[!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]+/g;
const TRAILING = /[.,;:!?'")\]]+$/;

/** Plain text with its web addresses as links. They carry rel="ugc nofollow": the hub does not vouch for them. */
export function linked(text: string): Html {
  if (!text.includes('://')) return html`${text}`;
  const out: Renderable[] = [];
  let last = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, '');
    out.push(text.slice(last, match.index), html`<a href="${url(address)}" rel="ugc nofollow noopener">${address}</a>`);
    last = match.index + address.length;
  }
  out.push(text.slice(last));
  return html`${out}`;
}

/** Typed text as paragraphs: an empty line ends a paragraph, a line end is a line break. `shown` makes a line of it, with links by default. */
export function paragraphs(text: string, shown: (line: string) => Html = linked): Html {
  return html`${text
    .trim()
    .split(/\n[ \t\u3000]*\n\s*/)
    .map((part) => {
      const lines = part.split('\n');
      return html`<p>${lines.map((line, index) => (index === 0 ? shown(line) : html`<br>${shown(line)}`))}</p>`;
    })}`;
}

/** A column of running text (headings, paragraphs, lists) with reading measure. */
export function prose(children: Renderable): Html {
  return html`<div class="prose">${children}</div>`;
}

/** Small text beside the point: dates, counts, names. */
export function meta(...parts: readonly Renderable[]): Html {
  return html`<p class="meta">${parts}</p>`;
}

/** A date or time in words and in the machine's form. */
export type When = { text: string; datetime: string };

/** A time element. */
export function time(when: When): Html {
  return html`<time datetime="${when.datetime}">${when.text}</time>`;
}

/** A link. */
export function link(href: string, text: Renderable): Html {
  return html`<a href="${url(href)}">${text}</a>`;
}
