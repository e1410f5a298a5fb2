/** F1.1 The list of events: filters in the address, what comes first, and the same list as data, feed and calendar. */

import { formWords } from '#commons/hubs/index.ts';
import { accessChoices, audienceChoices, facetWords, fieldChoices } from '#commons/search/index.ts';
import { subscriptionHref } from '#kernel/calendar-address.ts';
import { formatDate, formatNumber, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { checkbox, hidden, selectField, textField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { tabs } from '#ui/tabs.ts';
import { type District, districtChoices } from '../districts.ts';
import { NO_FILTER, queryOf } from '../list-filter.ts';
import type { EventFilter, ListedEvent } from '../queries.ts';
import { words } from '../words.ts';
import { eventItem } from './pieces.ts';

export interface ListProps {
  lang: Lang;
  now: Date;
  filter: EventFilter;
  events: readonly ListedEvent[];
  more: boolean;
  districts: readonly District[];
  /** names that were typed for events to come */
  named: readonly string[];
}

export function eventList(props: ListProps): Html {
  const { lang, now, filter, events, more } = props;
  const w = words(lang).list;
  const query = queryOf(filter);
  const isNarrowed = queryOf({ ...filter, when: 'coming' }) !== '';
  return html`${pageHead({
    title: w.title,
    lead: w.lead,
    buttons: html`${linkButton({ text: w.announce, href: '/events/new', tone: 'main', icon: 'edit' })}${linkButton({ text: w.calendar, href: `/events/calendar/${tokyoDate(now).slice(0, 7)}`, icon: 'calendar' })}${linkButton({ text: w.ownTickets, href: '/event-tickets', icon: 'person' })}`,
  })}${tabs(
    w.whenLabel,
    (['coming', 'past'] as const).map((when) => ({
      text: w[when],
      href: `/events${queryOf({ ...filter, when, after: null })}`,
      current: filter.when === when,
    })),
  )}${filterForm(props)}${listHead({
    count: w.shown(formatNumber(events.length)),
    data: [
      { href: `/events.csv${query}`, text: 'CSV', type: 'text/csv' },
      { href: `/events.json${query}`, text: 'JSON', type: 'application/json' },
      { href: `/events.atom${query}`, text: w.feed, type: 'application/atom+xml' },
      { href: subscriptionHref(`/events.ics${query}`), text: w.ics },
    ],
  })}${
    events.length === 0
      ? empty({
          title: isNarrowed ? w.none : filter.when === 'coming' ? w.noneAtAll : w.none,
          ...(isNarrowed ? { body: filter.when === 'past' ? w.noneTryPast : w.noneTry } : {}),
          act: linkButton({ text: w.announce, href: '/events/new' }),
        })
      : list(events.map((event) => eventItem(event, lang, now, 2)))
  }${pager({
    label: w.pages,
    ...(filter.after ? { previous: { href: `/events${query}`, text: w.first } } : {}),
    ...(more ? { next: { href: `/events${queryOf(filter, events.at(-1))}`, text: w.next } } : {}),
  })}`;
}

function filterForm({ lang, filter, districts, named, events }: ListProps): Html {
  const w = words(lang).list;
  const f = formWords(lang);
  const choices = districtChoices(districts, lang, [...named, filter.district]);
  return filters({
    action: '/events',
    label: w.filter,
    submit: w.submit,
    fields: html`${filter.when === 'past' && hidden('when', 'past')}${textField({ name: 'q', label: w.search, value: filter.q, type: 'search', plain: true }, f)}${selectField(
      {
        name: 'field',
        label: w.field,
        plain: true,
        value: String(filter.field ?? ''),
        empty: w.anyField,
        choices: fieldChoices(lang),
      },
      f,
    )}${textField({ name: 'day', label: w.day, value: filter.day, type: 'date', plain: true, width: 8 }, f)}`,
    more: {
      text: w.more,
      open: filter.district !== '' || filter.access !== '' || filter.audience !== '' || filter.free || filter.online,
      fields: html`${
        choices.length > 0 &&
        selectField(
          {
            name: 'district',
            label: w.district,
            plain: true,
            value: filter.district,
            empty: w.anyDistrict,
            choices,
          },
          f,
        )
      }${selectField({ name: 'audience', label: w.audience, plain: true, value: filter.audience, empty: w.anyAudience, choices: audienceChoices(lang) }, f)}${selectField(
        {
          name: 'access',
          label: w.access,
          plain: true,
          value: filter.access,
          empty: w.anyAccess,
          choices: accessChoices(lang),
        },
        f,
      )}${checkbox({ name: 'free', label: w.free, checked: filter.free, plain: true }, f)}${checkbox({ name: 'online', label: w.online, checked: filter.online, plain: true }, f)}`,
    },
    active: activeFilters(lang, filter, events),
    reset: { href: `/events${queryOf({ ...NO_FILTER, when: filter.when })}`, text: w.reset },
  });
}

function activeFilters(lang: Lang, filter: EventFilter, events: readonly ListedEvent[]) {
  const w = words(lang).list;
  const names = facetWords(lang);
  const without = (change: Partial<EventFilter>) => `/events${queryOf({ ...filter, ...change, after: null })}`;
  const host = events.find(({ host_id }) => host_id === filter.hostId)?.host_name ?? '';
  return [
    ...(filter.q ? [{ text: filter.q, removeHref: without({ q: '' }) }] : []),
    ...(filter.field ? [{ text: names.fields[filter.field - 1]!, removeHref: without({ field: null }) }] : []),
    ...(filter.day ? [{ text: formatDate(filter.day, lang, 'short'), removeHref: without({ day: '' }) }] : []),
    ...(filter.district ? [{ text: filter.district, removeHref: without({ district: '' }) }] : []),
    ...(filter.audience ? [{ text: names.audience[filter.audience], removeHref: without({ audience: '' }) }] : []),
    ...(filter.access ? [{ text: names.access[filter.access], removeHref: without({ access: '' }) }] : []),
    ...(filter.free ? [{ text: w.free, removeHref: without({ free: false }) }] : []),
    ...(filter.online ? [{ text: w.online, removeHref: without({ online: false }) }] : []),
    ...(filter.tag ? [{ text: w.tag(filter.tag), removeHref: without({ tag: '' }) }] : []),
    ...(filter.hostId ? [{ text: w.host(host), removeHref: without({ hostId: null }) }] : []),
    ...(filter.seriesId ? [{ text: w.repeats, removeHref: without({ seriesId: null }) }] : []),
  ].map((item) => ({ ...item, removeText: w.remove(item.text) }));
}
