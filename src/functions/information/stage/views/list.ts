/** F1.4 The list of showcases: what comes next first, narrowed by the address, the same as data, feed and calendar. */
import { formWords } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { linkButton } from '#ui/button.ts';
import { hidden, selectField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { tabs } from '#ui/tabs.ts';
import { showcasePath } from '../addresses.ts';
import { queryOf } from '../list-filter.ts';
import type { ListedShowcase, ShowcaseFilter } from '../queries.ts';
import { stateOf } from '../rules.ts';
import { KINDS } from '../showcase.ts';
import { words } from '../words.ts';
import { hostOf, lastDayText, stateChip, whenHtml } from './pieces.ts';

const AT = '/showcases';

export interface ListProps {
  lang: Lang;
  now: Date;
  filter: ShowcaseFilter;
  showcases: readonly ListedShowcase[];
  more: boolean;
}

export function showcaseList(props: ListProps): Html {
  const { lang, filter, showcases, more } = props;
  const w = words(lang).list;
  const query = queryOf(filter);
  return html`${pageHead({
    title: w.title,
    lead: w.lead,
    buttons: linkButton({ text: w.announce, href: `${AT}/new`, tone: 'main', icon: 'calendar' }),
  })}${tabs(
    w.when,
    (['coming', 'past'] as const).map((when) => ({
      text: w[when],
      href: AT + queryOf({ ...filter, when }),
      current: filter.when === when,
    })),
  )}${narrowing(props)}${listHead({
    count: w.shown(showcases.length),
    data: [
      { href: `${AT}.ics`, text: w.calendar, type: 'text/calendar' },
      { href: `${AT}.csv${query}`, text: 'CSV', type: 'text/csv' },
      { href: `${AT}.json${query}`, text: 'JSON', type: 'application/json' },
      { href: `${AT}.atom`, text: w.feed, type: 'application/atom+xml' },
    ],
  })}${
    showcases.length === 0
      ? empty({ title: w.none[filter.when], body: w.noneTry, act: linkButton({ text: w.announce, href: `${AT}/new` }) })
      : list(showcases.map((showcase) => listed(showcase, props)))
  }${pager({
    label: w.pages,
    ...(filter.after ? { previous: { href: AT + query, text: w.first } } : {}),
    ...(more ? { next: { href: AT + queryOf(filter, showcases.at(-1)), text: w.next } } : {}),
  })}`;
}

function narrowing({ lang, filter }: ListProps): Html {
  const w = words(lang);
  const without = AT + queryOf({ ...filter, kind: '' });
  return filters({
    action: AT,
    label: w.list.filter,
    submit: w.list.submit,
    fields: html`${filter.when === 'past' && hidden('when', 'past')}${selectField(
      {
        name: 'kind',
        label: w.list.kind,
        plain: true,
        value: filter.kind,
        empty: w.list.anyKind,
        choices: KINDS.map((kind) => ({ value: kind, text: w.kinds[kind] })),
      },
      formWords(lang),
    )}`,
    ...(filter.kind
      ? {
          active: [
            {
              text: w.kinds[filter.kind],
              removeHref: without,
              removeText: w.list.remove(w.kinds[filter.kind]),
            },
          ],
          reset: { href: without, text: w.list.reset },
        }
      : {}),
  });
}

function listed(showcase: ListedShowcase, { lang, now }: ListProps): Html {
  const w = words(lang);
  return listItem({
    title: showcase.title,
    href: showcasePath(showcase),
    level: 2,
    above: html`${stateChip(showcase, now, lang)}<strong>${whenHtml(showcase, lang, 'short')}</strong>`,
    body: [w.kinds[showcase.kind], showcase.place].join('・'),
    meta: html`${actor(hostOf(showcase, lang))} ${
      stateOf(showcase, now) === 'calling' && w.list.until(lastDayText(showcase.call_until, lang))
    }`,
  });
}
