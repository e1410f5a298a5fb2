// Numbers that follow one another in time, as columns. The same numbers stand in a table beside it: the picture is for a first look.

import { type Html, html } from './html.ts';

export type ChartColumn = { text: string; value: number };

export type ColumnChartProps = {
  /** What the picture shows, for those who don't see it. */
  label: string;
  columns: readonly ChartColumn[];
};

const HEIGHT = 160;
const STEP = 20;
const ROOM = 26;

/** A number a little above the highest, that can be halved without a rest. */
function topOf(highest: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(1, highest)));
  return [1, 2, 4, 6, 8, 10].map((n) => n * magnitude).find((n) => n >= highest) ?? highest;
}

export function columnChart({ label, columns }: ColumnChartProps): Html {
  const top = Math.max(2, topOf(Math.max(0, ...columns.map(({ value }) => value))));
  const width = columns.length * STEP + 44;
  const y = (value: number) => Math.round(ROOM / 2 + HEIGHT - (value / top) * HEIGHT);
  const lines = [0, top / 2, top];
  const [first] = columns;
  const last = columns.at(-1);
  return html`<figure class="chart-figure"><svg class="column-chart" viewBox="0 0 ${width} ${HEIGHT + ROOM * 2}" role="img" aria-label="${label}">${lines.map(
    (value) =>
      html`<line class="chart-line" x1="40" x2="${width}" y1="${y(value)}" y2="${y(value)}"/><text class="chart-text" x="34" y="${y(value) + 5}" text-anchor="end">${value}</text>`,
  )}${columns.map(
    ({ value }, at) =>
      value > 0 &&
      html`<rect class="chart-column" x="${42 + at * STEP}" width="${STEP - 4}" y="${y(value)}" height="${Math.max(2, y(0) - y(value))}"/>`,
  )}${first && html`<text class="chart-text" x="42" y="${HEIGHT + ROOM + 12}">${first.text}</text>`}${
    last &&
    columns.length > 6 &&
    html`<text class="chart-text" x="${width}" y="${HEIGHT + ROOM + 12}" text-anchor="end">${last.text}</text>`
  }</svg></figure>`;
}
