// F1.4: a part of a page that renews itself while it is looked at, and pages for a projector. Without JavaScript a link looks again.

import { attrs, type Html, html, type Renderable } from './html.ts';

export type LivePartProps = {
  /** Of the part, the same at every renewal. */
  id: string;
  /** The address of this page, to look again by hand; also what is fetched. */
  href: string;
  /** 「新しい声を見る」 */
  reload: string;
  /** False: nothing changes any more, the part stands still. */
  renews: boolean;
  children: Renderable;
};

/** Forms stand outside of it: what somebody is typing is never replaced. Island live-part. */
export function livePart({ id, href, reload, renews, children }: LivePartProps): Html {
  if (!renews) return html`<div id="${id}">${children}</div>`;
  return html`<live-part${attrs({ id, 'data-href': href })}>${children}</live-part><p class="live-reload"><a${attrs({ href })}>${reload}</a></p>`;
}

export type HallScreenProps = {
  /** What is on, in the largest letters; the page's h1. */
  title: Renderable;
  above?: Renderable;
  below?: Renderable;
  children: Renderable;
  /** A code with what it is for, at the side. */
  aside?: Renderable;
};

/** Around a screen for a wall and the links below it, from edge to edge. */
export function hallPage(children: Renderable): Html {
  return html`<div class="hall-page">${children}</div>`;
}

/** Large letters for a wall, few words, read from the last row. */
export function hallScreen({ title, above, below, children, aside }: HallScreenProps): Html {
  return html`<div class="hall-screen"><div class="hall-main">${above !== undefined && html`<p class="hall-above">${above}</p>`}<h1>${title}</h1>${
    below !== undefined && html`<p class="hall-below">${below}</p>`
  }${children}</div>${aside !== undefined && html`<div class="hall-aside">${aside}</div>`}</div>`;
}
