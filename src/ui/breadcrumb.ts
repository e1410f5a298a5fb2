// X6: the way from the home page to this page, in words.

import { type Html, html, url } from './html.ts';
import type { Crumb } from './shell-props.ts';

/** Breadcrumb; the step without an address is the page itself. Writes nothing for fewer than two steps. */
export function breadcrumb(steps: readonly Crumb[], label: string): Html | null {
  if (steps.length < 2) return null;
  return html`<nav class="breadcrumb" aria-label="${label}"><ol>${steps.map((step) =>
    step.href === undefined
      ? html`<li><span aria-current="page">${step.text}</span></li>`
      : html`<li><a href="${url(step.href)}">${step.text}</a></li>`,
  )}</ol></nav>`;
}
