// What not everybody needs, one tap away.

import { attrs, type Html, html, type Renderable } from './html.ts';
import { icon } from './icons.ts';

export type DisclosureProps = { summary: Renderable; body: Renderable; open?: boolean; id?: string };

/** A part that can be opened; works without JavaScript. */
export function disclosure(props: DisclosureProps): Html {
  return html`<details${attrs({ class: 'disclosure', open: props.open, id: props.id })}><summary>${props.summary}</summary><div class="disclosure-body">${props.body}</div></details>`;
}

export type CopyLinkProps = {
  /** Absolute address. */
  url: string;
  /** 「リンクをコピー」 */
  text: string;
  /** Said after copying: 「コピーしました」 */
  done: string;
  /** Label of the field that holds the address. */
  label: string;
  id: string;
};

/** An address to pass on. Without JavaScript it is a field to select; the island copy-link adds the button. */
export function copyLink(props: CopyLinkProps): Html {
  return html`<copy-link class="copy-link" data-done="${props.done}"><label class="visually-hidden" for="${props.id}">${props.label}</label><input type="text" readonly id="${props.id}" value="${props.url}"><button type="button" class="button button-plain button-small" hidden>${icon('copy')}<span>${props.text}</span></button><span class="visually-hidden" role="status"></span></copy-link>`;
}
