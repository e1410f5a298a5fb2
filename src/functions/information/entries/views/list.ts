/** F1.1 The list of entries, kind by kind: filters in the address, newest first, the same list as data. */
import { formWords } from '#commons/hubs/index.ts';
import { facetWords, fieldChoices } from '#commons/search/index.ts';
import { formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { checkbox, hidden, selectField, textField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { tabs } from '#ui/tabs.ts';
import { ENTRY_KINDS } from '../entry.ts';
import { type EntryFilter, EVERYTHING, queryOf } from '../list-filter.ts';
import type { ListedEntry } from '../queries.ts';
import { words } from '../words.ts';
import { entryItem } from './pieces.ts';

export interface ListProps {
  lang: Lang;
  now: Date;
  filter: EntryFilter;
  /** of the town, and those that entries name besides */
  districts: readonly { value: string; text: string }[];
  entries: readonly ListedEntry[];
  more: boolean;
}

export function entryList(props: ListProps): Html {
  const { lang, now, filter, entries, more } = props;
  const w = words(lang);
  const query = queryOf(filter);
  const kindTab = (kind: EntryFilter['kind'], text: string) => ({
    text,
    href: `/entries${queryOf({ ...EVERYTHING, kind })}`,
    current: filter.kind === kind,
  });
  const last = entries.at(-1);
  return html`${pageHead({
    title: filter.kind ? w.kinds[filter.kind] : w.list.title,
    lead: filter.kind ? w.kindHints[filter.kind] : w.list.lead,
    buttons: html`${linkButton({ text: w.list.post, href: '/entries/new', tone: 'main', icon: 'edit' })}${linkButton({ text: w.list.database, href: '/activities', icon: 'search' })}`,
  })}${tabs(w.list.kinds, [kindTab('', w.list.all), ...ENTRY_KINDS.map((kind) => kindTab(kind, w.kinds[kind]))])}${filterForm(props)}${listHead(
    {
      count: w.list.shown(formatNumber(entries.length)),
      data: [
        { href: `/entries.csv${query}`, text: 'CSV', type: 'text/csv' },
        { href: `/entries.json${query}`, text: 'JSON', type: 'application/json' },
        { href: `/entries.atom${query}`, text: w.list.feed, type: 'application/atom+xml' },
      ],
    },
  )}${
    entries.length === 0
      ? empty({
          title: w.list.none,
          body: w.list.noneTry,
          act: linkButton({ text: w.list.post, href: '/entries/new' }),
        })
      : list(entries.map((entry) => entryItem(entry, now, lang)))
  }${pager({
    label: w.list.pages,
    ...(filter.before ? { previous: { href: `/entries${query}`, text: w.list.first } } : {}),
    ...(more && last ? { next: { href: `/entries${queryOf(filter, last.id)}`, text: w.list.next } } : {}),
  })}`;
}

function filterForm({ lang, filter, districts }: ListProps): Html {
  const w = words(lang).list;
  const f = formWords(lang);
  return filters({
    action: '/entries',
    label: w.filter,
    submit: w.filter,
    fields: html`${filter.kind && hidden('kind', filter.kind)}${selectField({ name: 'field', label: w.field, plain: true, value: String(filter.field ?? ''), empty: w.anyField, choices: fieldChoices(lang) }, f)}${districts.length > 0 && selectField({ name: 'district', label: w.district, plain: true, value: filter.district, empty: w.anyDistrict, choices: districts }, f)}${textField({ name: 'tag', label: w.tag, value: filter.tag, plain: true, width: 8 }, f)}${checkbox({ name: 'over', label: w.over, plain: true, checked: filter.over }, f)}`,
    active: activeFilters(lang, filter),
    reset: { href: `/entries${queryOf({ ...EVERYTHING, kind: filter.kind })}`, text: w.reset },
  });
}

function activeFilters(lang: Lang, filter: EntryFilter) {
  const w = words(lang).list;
  const without = (change: Partial<EntryFilter>) => `/entries${queryOf({ ...filter, ...change })}`;
  return [
    ...(filter.field
      ? [{ text: facetWords(lang).fields[filter.field - 1]!, removeHref: without({ field: null }) }]
      : []),
    ...(filter.district ? [{ text: filter.district, removeHref: without({ district: '' }) }] : []),
    ...(filter.tag ? [{ text: filter.tag, removeHref: without({ tag: '' }) }] : []),
    ...(filter.over ? [{ text: w.over, removeHref: without({ over: false }) }] : []),
  ].map((item) => ({ ...item, removeText: w.remove(item.text) }));
}
