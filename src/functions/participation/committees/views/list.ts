/** F9.9 The list of committees, with the next sittings of all of them. */
import type { Lang } from '#kernel/lang.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { committeePath } from '../addresses.ts';
import type { Committee, Sitting } from '../queries.ts';
import { words } from '../words.ts';
import { division, sittingItem } from './pieces.ts';

export interface ListProps {
  lang: Lang;
  now: Date;
  committees: readonly Committee[];
  more: boolean;
  /** true when this is not the newest part */
  later: boolean;
  coming: readonly Sitting[];
  /** the button for whoever may set one up; a part of its own */
  setUp: Html;
}

export function committeeList({ lang, now, committees, more, later, coming, setUp }: ListProps): Html {
  const w = words(lang).list;
  const item = (one: Committee) =>
    listItem({
      title: one.name,
      href: committeePath(one),
      level: 2,
      body: one.about,
      meta: division(one, lang),
    });
  return html`${pageHead({ title: w.title, lead: w.lead, buttons: setUp })}${listHead({
    count: '',
    data: [
      { href: '/committees.ics', text: w.calendar, type: 'text/calendar' },
      { href: '/sittings.csv', text: 'CSV', type: 'text/csv' },
      { href: '/committees.json', text: 'JSON', type: 'application/json' },
      { href: '/committees.atom', text: w.feed, type: 'application/atom+xml' },
    ],
  })}${committees.length === 0 ? empty({ title: w.none }) : list(committees.map(item))}${pager({
    label: w.pages,
    ...(later ? { previous: { href: '/committees', text: w.first } } : {}),
    ...(more ? { next: { href: `/committees?before=${committees.at(-1)!.id}`, text: w.older } } : {}),
  })}${coming.length > 0 && section({ title: w.coming, children: list(coming.map((one) => sittingItem(one, now, lang, true))) })}`;
}
