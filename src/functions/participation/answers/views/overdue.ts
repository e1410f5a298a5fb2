/** P10: which divisions answer late, with what is waited for. */
import { formatDate, formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { chip, chips } from '#ui/chip.ts';
import { disclosure } from '#ui/disclosure.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { link } from '#ui/prose.ts';
import { figuresHref } from '../addresses.ts';
import { divisionWords } from '../division-words.ts';
import type { Late, LateDivision } from '../overdue.ts';
import { overdueWords } from '../overdue-words.ts';
import { words } from '../words.ts';
import { shortened } from './list.ts';

const SHOWN = 5;

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

function divisionSection({ id, name, late }: LateDivision, lang: Lang): Html {
  const w = overdueWords(lang);
  const [first, rest] = [late.slice(0, SHOWN), late.slice(SHOWN)];
  const days = Math.max(...late.map((one) => one.days));
  return section({
    title: name ?? w.nobody,
    lead: w.count(formatNumber(late.length), formatNumber(days)),
    ...(id && name ? { more: { href: figuresHref({ id, name }), text: divisionWords(lang).see } } : {}),
    children: html`${list(first.map((one) => lateItem(one, lang)))}${
      rest.length > 0 &&
      disclosure({ summary: w.rest(formatNumber(rest.length)), body: list(rest.map((one) => lateItem(one, lang))) })
    }`,
  });
}

function lateItem(one: Late, lang: Lang): Html {
  const w = overdueWords(lang);
  return listItem({
    title: one.kind === 'proposal' ? one.title : shortened(one.text, 120),
    href: one.path,
    level: 3,
    above: chips([chip('info', w.kinds[one.kind]), chip('late', w.days(formatNumber(one.days)))]) ?? undefined,
    meta: [w.due(formatDate(one.dueOn, lang)), ...(one.kind === 'proposal' ? [] : [one.title])].join('・'),
  });
}
