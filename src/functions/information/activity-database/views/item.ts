/** F1.1 One thing found, as every view shows it: what kind, when and where, whose, and why it matched. */

import { listPicture } from '#commons/files/index.ts';
import { searchables } from '#commons/happenings/index.ts';
import { shownName } from '#commons/hubs/index.ts';
import { excerpt, facetWords, type Hit, kindName, marked, shownPieces } from '#commons/search/index.ts';
import { formatDate, formatDateTime, formatNumber, formatTime, formatYen, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { chip } from '#ui/chip.ts';
import { type Html, html, type Renderable, url } from '#ui/html.ts';
import { listItem } from '#ui/list.ts';
import { words } from '../words.ts';

/** Where it is shown, as a page links to it. */
export function pathOf(hit: Hit): string {
  return searchables().get(hit.kind)!.place({ id: hit.id, title: hit.title, underId: hit.under_id });
}

const BEGINNING = 40;

export function titleOf({ kind, title, body }: Hit, lang: Lang): string {
  const { shownTitle } = searchables().get(kind)!;
  if (title) return shownTitle ? shownTitle(title, lang) : title;
  const letters = [...body.replace(/\s+/g, ' ').trim()];
  return letters.slice(0, BEGINNING).join('') + (letters.length > BEGINNING ? '…' : '');
}

/** The first of its dates that isn't over, else its last one. */
export function nextDate({ facets: { dates = [] } }: Hit, now: Date) {
  return dates.find(({ start, end = start }) => end >= now) ?? dates.at(-1) ?? null;
}

/** 11月22日（日）19:00〜21:00; whole days without hours. */
export function whenText({ start, end = start }: { start: Date; end?: Date }, isAllDay: boolean, lang: Lang): string {
  const { span } = words(lang);
  const [first, last] = [tokyoDate(start), tokyoDate(end)];
  const [firstDay, lastDay] = [formatDate(first, lang, 'short'), formatDate(last, lang, 'short')];
  if (isAllDay) return first === last ? firstDay : span(firstDay, lastDay);
  const begin = formatDateTime(start, lang, 'short');
  if (end.getTime() === start.getTime()) return begin;
  return span(begin, first === last ? formatTime(end, lang) : formatDateTime(end, lang, 'short'));
}

export interface ItemProps {
  lang: Lang;
  now: Date;
  /** folded words that were asked for */
  asked: readonly string[];
  level?: 2 | 3 | 4;
  /** said instead of its next date */
  when?: string;
  side?: Renderable;
}

export function activityItem(hit: Hit, props: ItemProps): Html {
  const { lang, asked } = props;
  // Where no words are asked for, its own first words say what it is.
  const body = asked.length > 0 ? hit.body.trim() : hit.body.trim().split('\n')[0]!;
  return listItem({
    title: shownPieces(marked(titleOf(hit, lang), asked)),
    href: pathOf(hit),
    level: props.level ?? 2,
    above: html`${chip('info', kindName(hit.kind, lang))}${hit.facets.isCancelled && chip('no', words(lang).cancelled)}`,
    picture: listPicture(hit.facets.picture, titleOf(hit, lang)),
    ...(body && hit.title ? { body: shownPieces(excerpt(body, asked)) } : {}),
    meta: factLine(hit, props),
    ...(props.side === undefined ? {} : { side: props.side }),
  });
}

/** When, where, whose, for what: in one line. */
function factLine(hit: Hit, { lang, now, when }: ItemProps): Html {
  const w = words(lang);
  const names = facetWords(lang);
  const { facets, by } = hit;
  const date = nextDate(hit, now);
  const others = (facets.dates?.length ?? 0) - 1;
  const said = when ?? (date ? whenText(date, facets.isAllDay === true, lang) : '');
  const facts: (string | false)[] = [
    said,
    when === undefined && others > 0 && w.moreDates(formatNumber(others)),
    facets.until !== undefined && w.until(formatDate(tokyoDate(facets.until), lang, 'short')),
    facets.place ?? '',
    ...(facets.districts ?? []),
    ...(facets.fields ?? []).map((field) => names.fields[field - 1]!),
    facets.fee !== undefined && (facets.fee === 0 ? w.free : formatYen(facets.fee, lang)),
    by !== null && by.id !== hit.id && shownName(by.name, lang),
  ];
  const between = lang === 'en' ? ' · ' : '／';
  return html`${facts.filter((fact) => fact !== false && fact !== '').join(between)}`;
}

/** A link alone, for the cells of a month. */
export function shortItem(hit: Hit, time: string, lang: Lang): Html {
  return html`${time && html`<span class="meta">${time}</span> `}<a href="${url(pathOf(hit))}">${titleOf(hit, lang)}</a>${hit.facets.isCancelled && html` ${chip('no', words(lang).cancelled)}`}`;
}
