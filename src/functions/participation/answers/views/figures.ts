/** P10: how well the city keeps its clock, per division: a picture and a table of the same figures. */
import { formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { meters } from '#ui/meter.ts';
import { link } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { figuresHref } from '../addresses.ts';
import type { DivisionFigures } from '../figures.ts';
import { words } from '../words.ts';

/** The counted columns, in the order of the table and of the CSV file. */
export const COUNTS = ['total', 'onTime', 'late', 'underStudy', 'open', 'overdue', 'adopted', 'reflected'] as const;

export function figuresSection(figures: readonly DivisionFigures[], rounds: number, lang: Lang): Html | null {
  if (figures.length === 0) return null;
  const w = words(lang).figures;
  const name = (row: DivisionFigures) => row.name ?? w.none;
  const answered = (row: DivisionFigures) => row.onTime + row.late;
  return section({
    title: w.title,
    lead: w.note(rounds),
    id: 'figures',
    children: html`<h3>${w.picture}</h3>${meters(
      figures
        .filter((row) => answered(row) > 0)
        .map((row) => ({
          label: name(row),
          value: row.onTime,
          max: answered(row),
          text: w.share(formatNumber(row.onTime), formatNumber(answered(row))),
        })),
      'progress',
    )}${table({
      caption: w.title,
      captionHidden: true,
      columns: [{ text: w.division }, ...COUNTS.map((count) => ({ text: w[count], number: true }))],
      rows: figures.map((row) => [
        row.id && row.name ? link(figuresHref({ id: row.id, name: row.name }), row.name) : name(row),
        ...COUNTS.map((count) => formatNumber(row[count])),
      ]),
      foot: [w.all, ...COUNTS.map((count) => formatNumber(sum(figures, count)))],
      note: w.adoptedNote,
      id: 'figures-table',
    })}`,
  });
}

function sum(figures: readonly DivisionFigures[], count: (typeof COUNTS)[number]): number {
  return figures.reduce((all, row) => all + row[count], 0);
}
