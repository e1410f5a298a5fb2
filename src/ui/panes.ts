// Two panes that are worked on together: side by side on a wide screen, the second stays in sight; below each other on a phone,
// with links from one to the other.

import { attrs, type Html, html, type Renderable } from './html.ts';

export type Pane = {
  /** Anchor of the pane in the page. */
  id: string;
  title: string;
  /** Number beside the title. */
  count?: string;
  children: Renderable;
};

export type PanesProps = {
  /** Name of the links between the panes, for screen readers. */
  label: string;
  panes: readonly [Pane, Pane];
};

/** The panes. Their titles are h2. */
export function panes(props: PanesProps): Html {
  return html`<div class="panes"><nav class="tabs panes-tabs"${attrs({ 'aria-label': props.label })}><ul>${props.panes.map(
    (pane) => html`<li><a href="#${pane.id}">${pane.title}${count(pane)}</a></li>`,
  )}</ul></nav>${props.panes.map(
    (pane) =>
      html`<section class="pane" id="${pane.id}" aria-labelledby="${pane.id}-title"><h2 id="${pane.id}-title">${pane.title}${count(pane)}</h2>${pane.children}</section>`,
  )}</div>`;
}

const count = (pane: Pane): Html | false =>
  pane.count !== undefined && html` <span class="tab-count">${pane.count}</span>`;
