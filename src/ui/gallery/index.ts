// Every component is shown here with sample words, for those who build pages and those who check them.

import { type Html, html, url } from '../html.ts';
import { boxSamples } from './boxes.ts';
import { drawingSamples } from './drawings.ts';
import { formSamples } from './forms.ts';
import { listSamples } from './lists.ts';

/** One component, or a few that go together. `own` marks those that bring their page's h1: each has a page of its own. */
export type Sample = { id: string; name: string; own?: boolean; show: () => Html | null };

/** All samples in the order of the page. */
export const samples: readonly Sample[] = [...boxSamples, ...drawingSamples, ...listSamples, ...formSamples];

export const galleryTitle = '部品の見本';

/** The body of /gallery with its h1; with the id of a sample that is a page of its own (/gallery?show=ID), that one alone. */
export function gallery(show?: string): Html {
  const alone = samples.find((sample) => sample.own === true && sample.id === show);
  if (alone !== undefined) return html`${alone.show()}`;
  return html`<div class="page-head"><h1>${galleryTitle}</h1><p class="lead">ページは、この部品を組み合わせて作ります。</p><ul class="links">${samples.map(
    (sample) =>
      html`<li><a href="${url(sample.own === true ? `?show=${sample.id}` : `#s-${sample.id}`)}">${sample.name}</a></li>`,
  )}</ul></div>${samples
    .filter((sample) => sample.own !== true)
    .map(
      (sample) =>
        html`<section class="gallery-sample" id="s-${sample.id}"><h2>${sample.name}</h2><div class="gallery-show">${sample.show()}</div></section>`,
    )}`;
}
