/** F9.8 The figures of one division, by round and by year: bars, and the same numbers as a table. */
import { formatFiscalYear, formatNumber } from '#kernel/dates.ts';
import { ref, shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty } from '#ui/list.ts';
import { meters, stats } from '#ui/meter.ts';
import { link } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { type Round, roundName } from '../../rounds/index.ts';
import { divisionWords } from '../division-words.ts';
import { type FigureLine, type Figures, sumOf } from '../figures.ts';
import { words } from '../words.ts';
import { COUNTS } from './figures.ts';

export interface DivisionProps {
  lang: Lang;
  now: Date;
  division: { id: string; name: string };
  lines: readonly FigureLine[];
  /** published rounds, newest first */
  rounds: readonly Round[];
}

export interface RoundSum {
  round: Round;
  sum: Figures;
}

/** Rounds in which the division had something to answer, newest first. */
export function sumsByRound({ lines, rounds, now }: Pick<DivisionProps, 'lines' | 'rounds' | 'now'>): RoundSum[] {
  return rounds.flatMap((round) => {
    const own = lines.filter((line) => line.round_id === round.id);
    return own.length === 0 ? [] : [{ round, sum: sumOf(own, now) }];
  });
}

export function divisionPage(props: DivisionProps): Html {
  const { lang, division, lines, now } = props;
  const w = divisionWords(lang);
  const f = words(lang).figures;
  const head = pageHead({
    title: w.title(division.name),
    lead: w.lead,
    meta: html`${link(`/actors/${ref(division.id, division.name)}`, division.name)}・${link(`/answers?division=${division.id}`, w.answers)}・${link(
      `/follow-ups?division=${division.id}`,
      w.followUps,
    )}`,
  });
  if (lines.length === 0) return html`${head}${empty({ title: w.none })}`;
  const all = sumOf(lines, now);
  const sums = sumsByRound(props);
  const years = [...Map.groupBy(sums, ({ round }) => round.fiscal_year)].map(([year, own]) => ({
    year,
    sum: sumOf(
      lines.filter((line) => own.some(({ round }) => round.id === line.round_id)),
      now,
    ),
  }));
  return html`${head}${section({
    title: w.all,
    children: stats([
      {
        value: formatNumber(all.onTime),
        label: f.onTime,
        note: f.share(formatNumber(all.onTime), formatNumber(all.onTime + all.late)),
      },
      { value: formatNumber(all.overdue), label: f.overdue },
      { value: formatNumber(all.adopted), label: f.adopted },
      { value: formatNumber(all.reflected), label: f.reflected, note: f.adoptedNote },
    ]),
  })}${section({
    title: w.byRound,
    children: html`${sums.map(({ round, sum }) => bars(roundName(round, lang), `/rounds/${shortId(round.id)}/answers?division=${division.id}`, sum, lang))}${figureTable(
      w.byRound,
      w.round,
      sums.map(({ round, sum }) => ({ name: roundName(round, lang), sum })),
      'rounds-table',
      lang,
    )}`,
  })}${section({
    title: w.byYear,
    children: figureTable(
      w.byYear,
      w.year,
      years.map(({ year, sum }) => ({ name: formatFiscalYear(year, lang), sum })),
      'years-table',
      lang,
    ),
  })}`;
}

/** What was answered in time, what is overdue, what was adopted and what came of that, each as a bar of its whole. */
function bars(name: string, href: string, sum: Figures, lang: Lang): Html {
  const f = words(lang).figures;
  const bar = (label: string, value: number, max: number, late = false) => ({
    late,
    label,
    value,
    max,
    text: f.share(formatNumber(value), formatNumber(max)),
  });
  return section({
    title: name,
    level: 3,
    more: { href, text: divisionWords(lang).answers },
    children: meters(
      [
        bar(f.onTime, sum.onTime, sum.total),
        bar(f.overdue, sum.overdue, sum.total, true),
        bar(f.adopted, sum.adopted, sum.total),
        bar(f.reflected, sum.reflected, sum.adopted),
      ].filter((one) => one.max > 0),
      'progress',
    ),
  });
}

function figureTable(
  caption: string,
  first: string,
  rows: readonly { name: string; sum: Figures }[],
  id: string,
  lang: Lang,
): Html {
  const f = words(lang).figures;
  return table({
    caption,
    captionHidden: true,
    columns: [{ text: first }, ...COUNTS.map((count) => ({ text: f[count], number: true }))],
    rows: rows.map(({ name, sum }) => [name, ...COUNTS.map((count) => formatNumber(sum[count]))]),
    note: divisionWords(lang).note,
    id,
  });
}
