/** F1.4 The list of showcases: what comes next first, narrowed by the address, the same as data, feed and calendar. */

import { listPicture } from '#commons/files/index.ts';
import { formWords } from '#commons/hubs/index.ts';
import { facetWords, fieldChoices } from '#commons/search/index.ts';
import { subscriptionHref } from '#kernel/calendar-address.ts';
import { formatDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { linkButton } from '#ui/button.ts';
import { hidden, selectField, textField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { tabs } from '#ui/tabs.ts';
import { showcasePath } from '../addresses.ts';
import { draftWords } from '../draft-words.ts';
import { NO_FILTER, queryOf, type ShowcaseFilter, STATES_WHEN } from '../list-filter.ts';
import type { ListedShowcase } from '../queries.ts';
import { stateOf } from '../rules.ts';
import { KINDS } from '../showcase.ts';
import { words } from '../words.ts';
import { hostOf, lastDayText, stateChip, whenHtml } from './pieces.ts';

const AT = '/showcases';

export interface ListProps {
  lang: Lang;
  now: Date;
  filter: ShowcaseFilter;
  /** of the town, and those that showcases name besides */
  districts: readonly { value: string; text: string }[];
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
      href: AT + queryOf({ ...filter, when, state: '' }),
      current: filter.when === when,
    })),
  )}${narrowing(props)}${listHead({
    count: w.shown(showcases.length),
    data: [
      { href: subscriptionHref(`${AT}.ics${query}`), text: w.calendar },
      { href: `${AT}.csv${query}`, text: 'CSV', type: 'text/csv' },
      { href: `${AT}.json${query}`, text: 'JSON', type: 'application/json' },
      { href: `${AT}.atom${query}`, text: w.feed, type: 'application/atom+xml' },
    ],
  })}${showcases.length === 0 ? nothing(props) : list(showcases.map((showcase) => listed(showcase, props)))}${pager({
    label: w.pages,
    ...(filter.after ? { previous: { href: AT + query, text: w.first } } : {}),
    ...(more ? { next: { href: AT + queryOf(filter, showcases.at(-1)), text: w.next } } : {}),
  })}`;
}

function nothing({ lang, filter }: ListProps): Html {
  const w = words(lang).list;
  const d = draftWords(lang);
  const act = linkButton({ text: w.announce, href: `${AT}/new` });
  return narrowedBy(lang, filter).length > 0
    ? empty({ title: d.noneFound, body: d.noneFoundTry, act })
    : empty({ title: w.none[filter.when], body: w.noneTry, act });
}

function narrowing({ lang, filter, districts }: ListProps): Html {
  const w = words(lang);
  const d = draftWords(lang);
  const f = formWords(lang);
  const choose = (
    name: 'kind' | 'field' | 'district' | 'state',
    label: string,
    none: string,
    choices: readonly { value: string; text: string }[],
  ) => selectField({ name, label, plain: true, value: String(filter[name] ?? ''), empty: none, choices }, f);
  return filters({
    action: AT,
    label: w.list.filter,
    submit: w.list.submit,
    fields: html`${filter.when === 'past' && hidden('when', 'past')}${textField({ name: 'q', label: d.search, value: filter.q, type: 'search', plain: true }, f)}${choose(
      'kind',
      w.list.kind,
      w.list.anyKind,
      KINDS.map((kind) => ({ value: kind, text: w.kinds[kind] })),
    )}${choose('field', d.fields, d.anyField, fieldChoices(lang))}`,
    more: {
      text: d.more,
      open: filter.district !== '' || filter.day !== '' || filter.state !== '',
      fields: html`${districts.length > 0 && choose('district', d.district, d.anyDistrict, districts)}${textField({ name: 'day', label: d.day, value: filter.day, type: 'date', plain: true, width: 8 }, f)}${choose(
        'state',
        d.state,
        d.anyState,
        STATES_WHEN[filter.when].map((state) => ({ value: state, text: w.states[state] })),
      )}`,
    },
    active: narrowedBy(lang, filter),
    reset: { href: AT + queryOf({ ...filter, ...NO_FILTER }), text: w.list.reset },
  });
}

function narrowedBy(lang: Lang, filter: ShowcaseFilter) {
  const w = words(lang);
  const without = (change: Partial<ShowcaseFilter>) => AT + queryOf({ ...filter, ...change });
  return [
    ...(filter.q ? [{ text: filter.q, removeHref: without({ q: '' }) }] : []),
    ...(filter.kind ? [{ text: w.kinds[filter.kind], removeHref: without({ kind: '' }) }] : []),
    ...(filter.field
      ? [{ text: facetWords(lang).fields[filter.field - 1]!, removeHref: without({ field: null }) }]
      : []),
    ...(filter.district ? [{ text: filter.district, removeHref: without({ district: '' }) }] : []),
    ...(filter.day ? [{ text: formatDate(filter.day, lang, 'short'), removeHref: without({ day: '' }) }] : []),
    ...(filter.state ? [{ text: w.states[filter.state], removeHref: without({ state: '' }) }] : []),
  ].map((item) => ({ ...item, removeText: w.list.remove(item.text) }));
}

function listed(showcase: ListedShowcase, { lang, now }: ListProps): Html {
  const w = words(lang);
  return listItem({
    title: showcase.title,
    href: showcasePath(showcase),
    level: 2,
    above: html`${stateChip(showcase, now, lang)}<strong>${whenHtml(showcase, lang, 'short')}</strong>`,
    picture: listPicture(showcase.picture, showcase.title),
    body: [w.kinds[showcase.kind], showcase.place].join(lang === 'en' ? ' · ' : '・'),
    meta: html`${actor(hostOf(showcase, lang))} ${
      stateOf(showcase, now) === 'calling' && w.list.until(lastDayText(showcase.call_until, lang))
    }`,
  });
}
