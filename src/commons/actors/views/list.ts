/** P1, P4: everybody who takes part, filtered by kind, newest first, and the same list as data. */
import { formWords, kindWord } from '#commons/hubs/index.ts';
import { formatDate, formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { linkButton } from '#ui/button.ts';
import { selectField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import type { ActorFilter, ListedActor } from '../queries.ts';
import { KINDS } from '../rules.ts';
import { words } from '../words.ts';
import { actorPath } from './actor-badge.ts';

export interface ActorListProps {
  lang: Lang;
  filter: ActorFilter;
  actors: readonly ListedActor[];
  more: boolean;
  /** null: more than are counted */
  count: number | null;
}

/** The filter as it stands in addresses; `before` continues after that actor. */
export function queryOf({ kind }: Pick<ActorFilter, 'kind'>, before?: string): string {
  const query = new URLSearchParams({ ...(kind === '' ? {} : { kind }), ...(before === undefined ? {} : { before }) });
  return query.size === 0 ? '' : `?${query}`;
}

export function actorListView(props: ActorListProps): Html {
  const { lang, filter, actors, more, count } = props;
  const w = words(lang).list;
  const query = queryOf(filter);
  const kind = selectField(
    {
      name: 'kind',
      label: w.kind,
      plain: true,
      value: filter.kind,
      empty: w.anyKind,
      choices: KINDS.map((value) => ({ value, text: kindWord(lang, value) })),
    },
    formWords(lang),
  );
  const active = filter.kind === '' ? [] : [kindWord(lang, filter.kind)];
  return html`${pageHead({
    title: w.title,
    lead: w.lead,
    buttons: linkButton({ href: '/organisations/new', text: w.newOrganisation, icon: 'add' }),
  })}${filters({
    action: '/actors',
    label: w.filter,
    submit: w.submit,
    fields: kind,
    active: active.map((text) => ({ text, removeHref: '/actors', removeText: w.remove(text) })),
    reset: { href: '/actors', text: w.reset },
  })}${listHead({
    count: count === null ? w.countMany : w.count(formatNumber(count)),
    data: [
      { href: `/actors.csv${query}`, text: w.csv, type: 'text/csv' },
      { href: `/actors.json${query}`, text: w.json, type: 'application/json' },
    ],
  })}${
    actors.length === 0 ? empty({ title: w.empty, body: w.emptyTry }) : list(actors.map((item) => listed(item, lang)))
  }${pager({
    label: w.pages,
    ...(filter.before === null ? {} : { previous: { href: `/actors${query}`, text: w.first } }),
    ...(more ? { next: { href: `/actors${queryOf(filter, actors.at(-1)?.id)}`, text: w.next } } : {}),
  })}`;
}

function listed(item: ListedActor, lang: Lang): Html {
  return listItem({
    title: actor({ kind: item.kind, name: item.name, kindText: kindWord(lang, item.kind), href: actorPath(item) }),
    level: 2,
    ...(item.about === '' ? {} : { body: item.about.length > 120 ? `${item.about.slice(0, 120)}…` : item.about }),
    meta: words(lang).list.since(formatDate(item.created_at, lang, 'short')),
  });
}
