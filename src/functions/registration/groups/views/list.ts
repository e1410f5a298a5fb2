/** F7.1 The register: filters in the address, newest first, the same list as data. */
import { listPicture } from '#commons/files/index.ts';
import { formWords } from '#commons/hubs/index.ts';
import { formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { selectField, textField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { link } from '#ui/prose.ts';
import { groupPath } from '../addresses.ts';
import { fieldWords } from '../field-words.ts';
import { FIELDS, GROUP_KINDS } from '../group.ts';
import { queryOf } from '../list-filter.ts';
import { paperWords } from '../paper-words.ts';
import type { GroupFilter, ListedGroup } from '../queries.ts';
import { GROUP_STATES } from '../rules.ts';
import { words } from '../words.ts';
import { fieldNames, groupChips } from './pieces.ts';

export interface ListProps {
  lang: Lang;
  now: Date;
  filter: GroupFilter;
  groups: readonly ListedGroup[];
  more: boolean;
  count: number | null;
  desk: Html;
}

export function groupList(props: ListProps): Html {
  const { lang, filter, groups, count, more } = props;
  const w = words(lang).list;
  const query = queryOf(filter);
  return html`${pageHead({
    title: w.title,
    lead: w.lead,
    buttons: html`${linkButton({ text: w.declare, href: '/groups/new', tone: 'main', icon: 'edit' })}${linkButton({ text: w.circles, href: '/circles', icon: 'group' })}${linkButton({ text: w.network, href: '/group-network', icon: 'link' })}${props.desk}`,
  })}<p>${link('/requirements', w.requirements)}・${link('/group-reports', w.reports)}・${link('/patronage', w.patronage)}・${link('/group-papers/form', paperWords(lang).formLink)}</p>${filterForm(props)}${listHead(
    {
      count: count === null ? w.countMany : w.count(formatNumber(count)),
      data: [
        { href: `/groups.csv${query}`, text: 'CSV', type: 'text/csv' },
        { href: `/groups.json${query}`, text: 'JSON', type: 'application/json' },
        { href: `/groups.atom${query}`, text: w.feed, type: 'application/atom+xml' },
      ],
    },
  )}${
    groups.length === 0
      ? empty({
          title: query || filter.before ? w.none : w.noneYet,
          body: query || filter.before ? w.noneTry : w.noneYetTry,
          act: linkButton({ text: w.declare, href: '/groups/new' }),
        })
      : list(groups.map((group) => groupItem(group, lang)))
  }${pager({
    label: w.pages,
    ...(filter.before ? { previous: { href: `/groups${query}`, text: w.first } } : {}),
    ...(more ? { next: { href: `/groups${queryOf(filter, groups.at(-1)?.id)}`, text: w.next } } : {}),
  })}`;
}

const EXCERPT = 120;

export function groupItem(group: ListedGroup, lang: Lang): Html {
  const w = words(lang);
  const letters = [...group.purpose.replace(/\s+/g, ' ')];
  return listItem({
    title: group.name,
    href: groupPath(group),
    level: 2,
    above: groupChips(group, lang),
    picture: listPicture(group.picture, group.name),
    body: letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('')}…` : letters.join(''),
    meta: [
      ...fieldNames(group.fields, lang),
      ...group.areas,
      ...(group.member_count === null ? [] : [w.list.members(formatNumber(group.member_count))]),
    ].join(lang === 'en' ? ' · ' : '／'),
  });
}

function filterForm({ lang, filter }: ListProps): Html {
  const w = words(lang).list;
  const f = formWords(lang);
  const select = (
    name: string,
    label: string,
    empty: string,
    value: string,
    choices: { value: string; text: string }[],
  ) => selectField({ name, label, plain: true, value, empty, choices }, f);
  const names = fieldWords(lang);
  const fields = FIELDS.map((field) => ({ value: String(field), text: names.fields[field - 1]! }));
  const kinds = GROUP_KINDS.map((kind) => ({ value: kind, text: names.kinds[kind] }));
  const states = GROUP_STATES.map((state) => ({ value: state, text: names.states[state] }));
  const exchanges = (['seeks', 'offers'] as const).map((value) => ({ value, text: w[value] }));
  return filters({
    action: '/groups',
    label: w.filter,
    submit: w.submit,
    fields: html`${textField({ name: 'q', label: w.search, value: filter.q, type: 'search', plain: true }, f)}${select('field', w.field, w.anyField, String(filter.field ?? ''), fields)}${textField({ name: 'area', label: w.area, value: filter.area, plain: true, width: 8 }, f)}`,
    more: {
      text: w.more,
      open: filter.kind !== '' || filter.state !== '' || filter.exchange !== '',
      fields: html`${select('kind', w.kind, w.anyKind, filter.kind, kinds)}${select('state', w.state, w.anyState, filter.state, states)}${select('exchange', w.exchange, w.anyExchange, filter.exchange, exchanges)}`,
    },
    active: activeFilters(lang, filter),
    reset: { href: '/groups', text: w.reset },
  });
}

function activeFilters(lang: Lang, filter: GroupFilter) {
  const w = words(lang).list;
  const names = fieldWords(lang);
  const without = (change: Partial<GroupFilter>) => `/groups${queryOf({ ...filter, ...change })}`;
  return [
    ...(filter.q ? [{ text: filter.q, removeHref: without({ q: '' }) }] : []),
    ...(filter.field ? [{ text: names.fields[filter.field - 1]!, removeHref: without({ field: null }) }] : []),
    ...(filter.area ? [{ text: filter.area, removeHref: without({ area: '' }) }] : []),
    ...(filter.kind ? [{ text: names.kinds[filter.kind], removeHref: without({ kind: '' }) }] : []),
    ...(filter.state ? [{ text: names.states[filter.state], removeHref: without({ state: '' }) }] : []),
    ...(filter.exchange ? [{ text: w[filter.exchange], removeHref: without({ exchange: '' }) }] : []),
  ].map((item) => ({ ...item, removeText: w.remove(item.text) }));
}
