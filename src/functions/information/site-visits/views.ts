/** F1.3 Numbers of visits: a picture of a month and the same numbers in tables. */
import { formatDate, formatNumber } from '#kernel/dates.ts';
import { parseShortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { columnChart } from '#ui/column-chart.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import type { DayOfVisits, PageOfVisits } from './queries.ts';
import { visitWords } from './words.ts';

export interface VisitsProps {
  lang: Lang;
  title: string;
  /** every day shown, oldest first */
  days: readonly DayOfVisits[];
  pages: readonly PageOfVisits[];
  /** of news, by id */
  titles: ReadonlyMap<string, string>;
}

export function newsIdIn(path: string): string | null {
  return path.startsWith('/news/') ? parseShortId(path.slice('/news/'.length)) : null;
}

export function visitsView({ lang, title, days, pages, titles }: VisitsProps): Html {
  const w = visitWords(lang);
  const sum = (of: 'views' | 'visitors') => days.reduce((all, day) => all + day[of], 0);
  const head = html`${pageHead({ title: w.title, lead: w.lead(title) })}<p>${w.how}</p>`;
  if (sum('views') === 0) return html`${head}${empty({ title: w.none })}`;
  const nameOf = ({ path, title: known }: PageOfVisits) => {
    if (path === '/') return w.home;
    if (path === '/news') return w.news;
    if (path === '/contact') return w.contact;
    return known ?? titles.get(newsIdIn(path) ?? '') ?? path;
  };
  return html`${head}${columnChart({
    label: w.chart(days.length),
    columns: days.map((day) => ({ text: formatDate(day.day, lang, 'short'), value: day.views })),
  })}${section({
    title: w.pages,
    children: table({
      caption: w.pages,
      captionHidden: true,
      columns: [{ text: w.page }, { text: w.views, number: true }],
      rows: pages.map((one) => [nameOf(one), formatNumber(one.views)]),
    }),
  })}${section({
    title: w.days,
    children: table({
      caption: w.days,
      captionHidden: true,
      columns: [{ text: w.day }, { text: w.views, number: true }, { text: w.visitors, number: true }],
      rows: [...days]
        .reverse()
        .filter((day) => day.views > 0)
        .map((day) => [formatDate(day.day, lang, 'short'), formatNumber(day.views), formatNumber(day.visitors)]),
      foot: [w.sum, formatNumber(sum('views')), formatNumber(sum('visitors'))],
    }),
  })}`;
}
