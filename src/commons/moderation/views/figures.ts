/** X4: moderation in figures: per month and per ground, median time, share reversed. */
import { formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, listHead } from '#ui/list.ts';
import { link } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import type { MonthFigures } from '../figures.ts';
import type { Ground } from '../moderation.ts';
import { words } from '../words.ts';
import { spanOf } from './decision.ts';

/** reversed / appealed, in whole percent; empty where nothing was appealed. */
export function shareReversed(one: Pick<MonthFigures, 'appealed' | 'reversed'>): string {
  return one.appealed === 0 ? '—' : `${Math.round((100 * one.reversed) / one.appealed)} %`;
}

function row(first: string, one: MonthFigures, lang: Lang): string[] {
  const n = (value: number) => formatNumber(value);
  return [
    first,
    n(one.decided),
    n(one.hidden),
    n(one.left_alone),
    n(one.asked),
    spanOf(one.median_seconds * 1000, lang),
    n(one.appealed),
    n(one.reversed),
    shareReversed(one),
  ];
}

export function figuresView(figures: readonly MonthFigures[], lang: Lang): Html {
  const w = words(lang);
  const f = w.figures;
  const head = (first: string) => [
    { text: first },
    ...[f.decided, f.hidden, f.left, f.asked, f.median, f.appealed, f.reversed, f.share].map((text) => ({
      text,
      number: true,
    })),
  ];
  const months = figures.filter((one) => one.ground === '');
  const [latest] = months;
  return html`${pageHead({ title: f.title, lead: f.lead })}<p>${link('/moderation/log', w.guide.log)}</p>${
    latest === undefined
      ? empty({ title: f.empty, body: f.emptyTry })
      : html`${listHead({
          count: latest.month,
          data: [
            { href: '/moderation/figures.csv', text: 'CSV', type: 'text/csv' },
            { href: '/moderation/figures.json', text: 'JSON', type: 'application/json' },
          ],
        })}${section({
          title: f.months,
          children: table({
            caption: f.months,
            captionHidden: true,
            columns: head(f.month),
            rows: months.map((one) => row(one.month, one, lang)),
            note: f.noteMedian,
            scroll: true,
            id: 'months',
          }),
        })}${section({
          title: f.grounds,
          children: table({
            caption: f.grounds,
            captionHidden: true,
            columns: head(`${f.month}・${f.ground}`),
            rows: figures
              .filter((one) => one.ground !== '')
              .map((one) => row(`${one.month} ${w.grounds[one.ground as Ground]}`, one, lang)),
            scroll: true,
            id: 'grounds',
          }),
        })}`
  }`;
}
