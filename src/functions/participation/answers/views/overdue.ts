/** P10: which divisions answer late, with what is waited for. */
import { formatDate, formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { chip, chips } from '#ui/chip.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { link } from '#ui/prose.ts';
import { figuresHref } from '../addresses.ts';
import { divisionWords } from '../division-words.ts';
import type { Late, LateDivision } from '../overdue.ts';
import { overdueWords } from '../overdue-words.ts';
import { words } from '../words.ts';
import { furtherPages } from './further-pages.ts';
import { shortened } from './list.ts';

export function overduePage(divisions: readonly LateDivision[], lang: Lang): Html {
  const w = overdueWords(lang);
  return html`${pageHead({ title: w.title, lead: w.lead, meta: divisions.length > 0 && link('/answers#figures', words(lang).figures.title) })}${listHead(
    {
      count: '',
      data: [
        { href: '/answers/overdue.csv', text: 'CSV', type: 'text/csv' },
        { href: '/answers/overdue.json', text: 'JSON', type: 'application/json' },
      ],
    },
  )}${divisions.length === 0 ? empty({ title: w.none, body: w.noneText }) : divisions.map((one) => divisionSection(one, lang))}`;
}

/** Where all that a division is late with is listed. */
function lateHref(id: string | null): string {
  return `/answers/overdue?division=${id ?? 'none'}`;
}

function divisionSection({ id, name, count, days, late }: LateDivision, lang: Lang): Html {
  const w = overdueWords(lang);
  const rest = count - late.length;
  return section({
    title: name ?? w.nobody,
    lead: w.count(formatNumber(count), formatNumber(days)),
    ...(id && name ? { more: { href: figuresHref({ id, name }), text: divisionWords(lang).see } } : {}),
    children: html`${list(late.map((one) => lateItem(one, lang)))}${
      rest > 0 && html`<p>${link(lateHref(id), w.rest(formatNumber(rest)))}</p>`
    }`,
  });
}

export interface DivisionProps {
  lang: Lang;
  of: string | null;
  /** the division's name, or that it is nobody's */
  owner: string;
  late: readonly Late[];
  isFurther: boolean;
  more: boolean;
}

/** All that one division is late with, in pages. */
export function divisionPage({ lang, of, owner, late, isFurther, more }: DivisionProps): Html {
  const w = overdueWords(lang);
  return html`${pageHead({
    title: w.title,
    above: owner,
    meta: of !== null && link(figuresHref({ id: of, name: owner }), divisionWords(lang).see),
  })}${late.length === 0 ? empty({ title: w.none, body: w.noneText }) : list(late.map((one) => lateItem(one, lang, 2)))}${furtherPages(lateHref(of), { isFurther, next: more ? (late.at(-1)?.id ?? null) : null }, lang)}`;
}

function lateItem(one: Late, lang: Lang, level: 2 | 3 = 3): Html {
  const w = overdueWords(lang);
  return listItem({
    title: one.kind === 'proposal' ? one.title : shortened(one.text, 120),
    href: one.path,
    level,
    above: chips([chip('info', w.kinds[one.kind]), chip('late', w.days(formatNumber(one.days)))]) ?? undefined,
    meta: [w.due(formatDate(one.dueOn, lang)), ...(one.kind === 'proposal' ? [] : [one.title])].join('・'),
  });
}
