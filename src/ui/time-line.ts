// X6: what happens in the order of time: a heading for each day, and what stands on it.

import { heading, type Level } from './heading.ts';
import { type Html, html, type Renderable } from './html.ts';
import { time } from './prose.ts';

export type TimeLineDay = { text: string; datetime: string; items: readonly Renderable[] };

/** Days below each other along a line. */
export function timeLine(days: readonly TimeLineDay[], level: Level = 3): Html {
  return html`<ol class="time-line">${days.map(
    ({ text, datetime, items }) =>
      html`<li>${heading(level, time({ text, datetime }), 'time-line-day')}<ul class="list">${items.map((item) => html`<li>${item}</li>`)}</ul></li>`,
  )}</ol>`;
}
