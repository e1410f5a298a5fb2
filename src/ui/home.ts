// The front of a hub: welcome, three doors (think, join, back), what is open now, bands of content.

import { type Html, html, type Renderable, url } from './html.ts';
import { sign, type Verb } from './signs.ts';

export type Door = {
  verb: Verb;
  href: string;
  title: string;
  text: Renderable /** What is going on behind it: 「いま話し合い中 9件」 */;
  figure?: string;
};

export type HeroProps = { title: Renderable; lead?: Renderable; doors?: readonly Door[]; children?: Renderable };

/** The doors: three verbs, three colours, three signs. */
export function doors(items: readonly Door[]): Html {
  return html`<ul class="doors">${items.map(
    (door) =>
      html`<li><a class="door verb-${door.verb}" href="${url(door.href)}">${sign(door.verb)}<strong class="door-title">${door.title}</strong><span class="door-text">${door.text}</span>${
        door.figure !== undefined && html`<span class="door-figure">${door.figure}</span>`
      }</a></li>`,
  )}</ul>`;
}

/** The head of a front page with its h1. */
export function hero(props: HeroProps): Html {
  return html`<div class="hero"><div class="wrap"><h1>${props.title}</h1>${props.lead !== undefined && html`<p class="lead">${props.lead}</p>`}${props.doors !== undefined && doors(props.doors)}${props.children}</div></div>`;
}

/** A band over the full width of a page with layout wide. `soft` sets it off. */
export function band(children: Renderable, tone: 'plain' | 'soft' = 'plain'): Html {
  return html`<div class="band band-${tone}"><div class="wrap">${children}</div></div>`;
}

/** Two columns in a band: the wide one first. */
export function columns(main: Renderable, side: Renderable): Html {
  return html`<div class="columns"><div>${main}</div><div>${side}</div></div>`;
}

export type StripProps = {
  /** Open now, or not: the leading words; `open` sets them off. */ lead: string;
  open: boolean;
  facts: readonly Renderable[];
  links?: readonly { href: string; text: string }[];
};

/** A place one can go to or call: open now?, telephone, address, what one can do there. */
export function strip(props: StripProps): Html {
  return html`<div class="strip"><p class="strip-lead${props.open && ' strip-open'}">${props.lead}</p><ul class="strip-facts">${props.facts.map(
    (fact) => html`<li>${fact}</li>`,
  )}</ul>${
    props.links !== undefined &&
    html`<ul class="strip-links">${props.links.map((item) => html`<li><a href="${url(item.href)}">${item.text}</a></li>`)}</ul>`
  }</div>`;
}
