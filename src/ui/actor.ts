// P1: the kinds of actor are told apart by shape and colour, and always by the word as well.

import { type Html, html, url } from './html.ts';

/** Shape of an actor's badge: person round grey, group rounded green, business rounded purple, division and body (office, school …) square blue, unknown (said in a hall, left) dashed. */
export type ActorKind = 'person' | 'group' | 'business' | 'division' | 'body' | 'unknown';

export type ActorProps = {
  kind: ActorKind;
  name: string;
  /** The kind in words: 「団体」「事業者」. Always shown. */
  kindText: string;
  href?: string;
  /** One character for the badge; the first of the name when left out. */
  initial?: string;
  /** Said after the name, e.g. 「受付の担当」. */
  note?: string;
};

const segments = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** A letter that nothing after it can join: kana without voicing marks of their own, kanji, Latin. */
const STANDS_ALONE = /^[A-Za-z0-9ぁ-ゖァ-ヺ一-鿿](?:$|[A-Za-z0-9ぁ-ゖァ-ヺー一-鿿 ])/;

/** The first visible character of a name, whole even when it is made of several code points. */
export function initialOf(name: string): string {
  if (STANDS_ALONE.test(name)) return name[0]!;
  const first = segments.segment(name.trim())[Symbol.iterator]().next();
  return first.done === true ? '？' : first.value.segment;
}

/** The badge alone. Decoration: the name must stand beside it. */
export function avatar(kind: ActorKind, name: string, initial?: string): Html {
  return html`<span class="avatar avatar-${kind}" aria-hidden="true">${initial ?? initialOf(name)}</span>`;
}

/** Badge, name and the kind in words. */
export function actor(props: ActorProps): Html {
  const name =
    props.href === undefined
      ? html`<span class="actor-name">${props.name}</span>`
      : html`<a class="actor-name" href="${url(props.href)}">${props.name}</a>`;
  return html`<span class="actor">${avatar(props.kind, props.name, props.initial)}<span class="actor-text">${name}<span class="actor-kind">${props.kindText}</span>${
    props.note !== undefined && html`<span class="actor-note">${props.note}</span>`
  }</span></span>`;
}
