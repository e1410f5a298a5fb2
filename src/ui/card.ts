// A card: one thing among others like it. Who, what, how far, one button.

import { heading, type Level } from './heading.ts';
import { type Html, html, type Renderable, url } from './html.ts';

export type CardProps = {
  title: Renderable;
  /** Where the title leads. */
  href?: string;
  level?: Level;
  /** Line above the title: the actor, a chip. */
  above?: Renderable;
  body?: Renderable;
  /** Small line at the foot, left of the act. */
  meta?: Renderable;
  /** One button. */
  act?: Renderable;
};

/** A card. */
export function card(props: CardProps): Html {
  const title = props.href === undefined ? props.title : html`<a href="${url(props.href)}">${props.title}</a>`;
  return html`<article class="card">${props.above !== undefined && html`<div class="card-above">${props.above}</div>`}${heading(props.level ?? 3, title, 'card-title')}${
    props.body !== undefined && html`<div class="card-body">${props.body}</div>`
  }${
    (props.meta !== undefined || props.act !== undefined) &&
    html`<div class="card-foot">${props.meta !== undefined && html`<div class="meta">${props.meta}</div>`}${props.act}</div>`
  }</article>`;
}

/** Cards side by side as far as there is room, one below the other on a phone. */
export function cards(items: readonly Html[]): Html {
  return html`<ul class="cards">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}
