/** X3: what a person follows, and how closely. */
import { formWords, onceField } from '#commons/hubs/index.ts';
import { formatDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Followable } from '#kernel/module.ts';
import { button, linkButton } from '#ui/button.ts';
import { hidden, selectField, textField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listItem } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import type { FollowFilter, ShownFollow } from '../queries.ts';
import { words } from '../words.ts';
import { noticeTabs } from './tabs.ts';

export interface FollowListProps {
  lang: Lang;
  filter: FollowFilter;
  kinds: ReadonlyMap<string, Followable>;
  follows: readonly ShownFollow[];
  more: boolean;
}

export function followList(props: FollowListProps): Html {
  const { lang, filter, follows } = props;
  const w = words(lang);
  const f = formWords(lang);
  const last = follows.at(-1);
  return html`${pageHead({ title: w.follows.title, lead: w.follows.lead })}${noticeTabs('follows', lang)}${filters({
    action: '/follows',
    label: w.list.filter,
    submit: w.list.submit,
    fields: html`${textField({ name: 'q', label: w.list.search, value: filter.search, type: 'search', plain: true }, f)}${selectField(
      {
        name: 'kind',
        label: w.follows.kind,
        plain: true,
        value: filter.kind,
        empty: w.list.anyTopic,
        choices: [...props.kinds].map(([value, { topic }]) => ({ value, text: topic })),
      },
      f,
    )}`,
  })}${follows.length === 0 ? nothing(props) : list(follows.map((one) => item(one, props)))}${pager({
    label: w.list.pages,
    ...(props.more && last ? { next: { href: `/follows${queryOf(filter, last)}`, text: w.follows.next } } : {}),
  })}`;
}

function nothing({ lang, filter }: FollowListProps): Html {
  const w = words(lang);
  if (filter.kind || filter.search || filter.before) return empty({ title: w.follows.emptyFiltered });
  return empty({
    title: w.follows.empty,
    body: w.list.emptyTry,
    act: linkButton({ href: '/proposals', text: w.list.proposals }),
  });
}

function item(one: ShownFollow, { lang, kinds }: FollowListProps): Html {
  const w = words(lang);
  const kind = kinds.get(one.kind);
  const title = (kind?.title?.(one.title) ?? one.title) || kind?.topic || one.href;
  const other = one.scope === 'all' ? 'turns' : 'all';
  const act = (scope: string, text: string) => button({ text, small: true, name: 'scope', value: scope });
  return listItem({
    title,
    level: 2,
    href: one.href,
    body: w.follow.following[one.scope],
    meta: `${kind?.topic ?? ''}・${w.follows.since(formatDate(one.since, lang, 'short'))}・${w.follows.causes[one.cause]}`,
    side: html`<form class="buttons" method="post" action="/follows" aria-label="${w.follows.scope(title)}">${onceField()}${hidden('kind', one.kind)}${hidden('id', one.thing_id)}${hidden('title', one.title)}${hidden('back', '/follows')}${act(other, w.follow[other])}${act('none', w.follow.leave)}</form>`,
  });
}

function queryOf(filter: FollowFilter, last: ShownFollow): string {
  const query = new URLSearchParams();
  if (filter.search) query.set('q', filter.search);
  if (filter.kind) query.set('kind', filter.kind);
  query.set('since', last.since.toISOString());
  query.set('after', last.thing_id);
  return `?${query}`;
}
