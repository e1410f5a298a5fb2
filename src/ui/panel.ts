// Before an act with consequences: a page that says what will happen. After it: a page that says what happens next.

import { type ButtonTone, button } from './button.ts';
import { attrs, type Html, html, type Renderable, url } from './html.ts';
import { icon } from './icons.ts';

export type ConfirmProps = {
  title: string;
  lead?: Renderable;
  /** What will happen, a sentence each. */
  consequences: readonly Renderable[];
  /** What is confirmed: key values, a preview. */
  content?: Renderable;
  action: string;
  /** Hidden inputs, or a last question. */
  fields?: Renderable;
  confirm: { text: string; tone?: ButtonTone };
  cancel: { href: string; text: string };
};

/** Asks once more. The title is the page's h1. What is still asked is checked by the server, as in every form. */
export function confirmPanel(props: ConfirmProps): Html {
  return html`<div class="panel confirm"><h1>${props.title}</h1>${props.lead !== undefined && html`<p class="lead">${props.lead}</p>`}${props.content}<ul class="consequences">${props.consequences.map(
    (item) => html`<li>${item}</li>`,
  )}</ul><form class="form" method="post"${attrs({ action: props.action, novalidate: true })}>${props.fields}<div class="buttons">${button({ text: props.confirm.text, tone: props.confirm.tone ?? 'main' })}<a class="button button-plain" href="${url(props.cancel.href)}">${props.cancel.text}</a></div></form></div>`;
}

export type OutcomeProps = {
  title: string;
  lead?: Renderable;
  /** Heading of the list: 「このあと」 */
  nextTitle: string;
  /** What happens next, in order, with dates. */
  next: readonly Renderable[];
  /** A number to keep, shown large. */
  reference?: { label: string; value: string };
  links?: readonly { href: string; text: string }[];
};

/** Says that it is done and what happens next. The title is the page's h1. */
export function outcomePanel(props: OutcomeProps): Html {
  return html`<div class="panel outcome"><div class="outcome-head">${icon('check-circle')}<h1>${props.title}</h1>${props.lead !== undefined && html`<p class="lead">${props.lead}</p>`}${
    props.reference !== undefined &&
    html`<p class="outcome-reference">${props.reference.label}<strong>${props.reference.value}</strong></p>`
  }</div><h2>${props.nextTitle}</h2><ol class="next-steps">${props.next.map((item) => html`<li>${item}</li>`)}</ol>${
    props.links !== undefined &&
    html`<ul class="links">${props.links.map((item) => html`<li><a href="${url(item.href)}">${item.text}</a></li>`)}</ul>`
  }</div>`;
}
