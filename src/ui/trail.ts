// A trail: everything that happened to one thing, in order, each event with its date and its evidence.

import { chip } from './chip.ts';
import { type Html, html, type Renderable, url } from './html.ts';
import { icon } from './icons.ts';
import { time, type When } from './prose.ts';
import type { Link } from './shell-props.ts';

export type TrailEvent = {
  title: string;
  href?: string;
  /** done: happened · now: the present state · next: still to come · late: should have happened */
  state: 'done' | 'now' | 'next' | 'late';
  when?: When;
  /** The state in words, shown as a chip for now and late, read by screen readers otherwise. */
  stateText: string;
  body?: Renderable;
  /** Documents, pages, lines that prove it. */
  evidence?: readonly Link[];
};

export type TrailProps = {
  label: string;
  events: readonly TrailEvent[] /** Small version for the side column. */;
  compact?: boolean;
};

/** The trail. */
export function trail(props: TrailProps): Html {
  return html`<ol class="trail${props.compact === true && ' trail-compact'}" aria-label="${props.label}">${props.events.map(
    (event) => {
      const state =
        event.state === 'now'
          ? chip('on', event.stateText)
          : event.state === 'late'
            ? chip('late', event.stateText)
            : html`<span class="visually-hidden">${event.stateText}</span>`;
      return html`<li class="trail-event trail-${event.state}"><span class="trail-mark" aria-hidden="true">${event.state === 'done' && icon('check')}</span><div class="trail-text">${
        event.when !== undefined && html`<span class="trail-when">${time(event.when)}</span>`
      }<span class="trail-title">${event.href === undefined ? event.title : html`<a href="${url(event.href)}">${event.title}</a>`}</span> ${state}${
        event.body !== undefined && html`<div class="trail-body">${event.body}</div>`
      }${
        event.evidence !== undefined &&
        event.evidence.length > 0 &&
        html`<ul class="trail-evidence">${event.evidence.map(
          (item) => html`<li><a href="${url(item.href)}">${icon('document')}${item.text}</a></li>`,
        )}</ul>`
      }</div></li>`;
    },
  )}</ol>`;
}
