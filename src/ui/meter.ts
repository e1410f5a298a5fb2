// How far something has come: a bar and the same in numbers. What is still missing is orange and in words.

import { type Html, html, type Renderable, url } from './html.ts';

export type MeterRow = {
  label: string;
  value: number;
  max: number;
  /** The numbers in words: 「3 / 4人」 */
  text: string;
  /** True for what is overdue: red. */
  late?: boolean;
};

/** Bars with their numbers, one below the other. A bar that is not full is orange: something is still needed; `progress` makes all green. */
export function meters(rows: readonly MeterRow[], tone: 'need' | 'progress' = 'need'): Html {
  return html`<dl class="meters">${rows.map((row) => {
    const share = row.max <= 0 ? 1 : Math.min(1, Math.max(0, row.value / row.max));
    const kind = row.late === true ? 'late' : tone === 'progress' || share === 1 ? 'full' : 'lacking';
    return html`<div class="meter meter-${kind}"><dt>${row.label}</dt><dd><span class="meter-text">${row.text}</span><svg class="meter-bar" width="100%" height="10" aria-hidden="true" focusable="false"><rect class="meter-done" width="${Math.round(share * 1000) / 10}%" height="100%"/></svg></dd></div>`;
  })}</dl>`;
}

/** What is still missing, in words, orange: 「あと 場所と4人」 */
export function missing(text: Renderable): Html {
  return html`<p class="missing">${text}</p>`;
}

export type Stat = { value: string; unit?: string; label: string; note?: Renderable; href?: string };

/** Figures that matter, large, each with what it counts. */
export function stats(items: readonly Stat[]): Html {
  return html`<dl class="stats">${items.map(
    (item) =>
      html`<div class="stat"><dt>${item.href === undefined ? item.label : html`<a href="${url(item.href)}">${item.label}</a>`}</dt><dd><span class="stat-value">${item.value}${item.unit !== undefined && html`<span class="stat-unit">${item.unit}</span>`}</span>${
        item.note !== undefined && html`<span class="stat-note">${item.note}</span>`
      }</dd></div>`,
  )}</dl>`;
}
