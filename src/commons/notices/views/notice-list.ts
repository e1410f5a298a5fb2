/** X3: what a person was told, newest first. */
import { formWords, onceField } from '#commons/hubs/index.ts';
import { formatDateTime } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { actButton, linkButton } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { hidden, selectField, textField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { time } from '#ui/prose.ts';
import { noticeLine } from '../notice-line.ts';
import type { NoticeFilter, ShownNotice } from '../queries.ts';
import { OWN } from '../rhythm.ts';
import { words } from '../words.ts';
import { noticeTabs } from './tabs.ts';

export interface NoticeListProps {
  lang: Lang;
  filter: NoticeFilter;
  /** topic → its name */
  topics: ReadonlyMap<string, string>;
  notices: readonly ShownNotice[];
  more: boolean;
}

export function noticeList(props: NoticeListProps): Html {
  const { lang, filter, notices } = props;
  const w = words(lang).list;
  const newest = notices[0];
  const hasUnread = notices.some(({ read_at }) => read_at === null);
  const last = notices.at(-1);
  return html`${pageHead({
    title: w.title,
    lead: w.lead,
    ...(newest && hasUnread
      ? {
          buttons: actButton({
            action: '/notices/reading',
            fields: html`${onceField()}${hidden('upTo', newest.id)}`,
            text: w.markAll,
            icon: 'check',
          }),
        }
      : {}),
  })}${noticeTabs('notices', lang)}${filterForm(props)}${listHead({
    count: props.more ? w.more(`${notices.length}`) : w.count(`${notices.length}`),
  })}${notices.length === 0 ? nothing(props) : list(notices.map((notice) => item(notice, props)))}${pager({
    label: w.pages,
    ...(filter.before ? { previous: { href: `/notices${queryOf(filter)}`, text: w.first } } : {}),
    ...(props.more && last ? { next: { href: `/notices${queryOf(filter, last.id)}`, text: w.next } } : {}),
  })}`;
}

function filterForm({ lang, filter, topics }: NoticeListProps): Html {
  const w = words(lang).list;
  const f = formWords(lang);
  const without = (change: Partial<NoticeFilter>) => `/notices${queryOf({ ...filter, ...change })}`;
  const named = [
    ...(filter.search ? [{ text: filter.search, removeHref: without({ search: '' }) }] : []),
    ...(filter.topic ? [{ text: topics.get(filter.topic) ?? '', removeHref: without({ topic: '' }) }] : []),
    ...(filter.unreadOnly ? [{ text: w.unread, removeHref: without({ unreadOnly: false }) }] : []),
  ];
  return filters({
    action: '/notices',
    label: w.filter,
    submit: w.submit,
    fields: html`${textField({ name: 'q', label: w.search, value: filter.search, type: 'search', plain: true }, f)}${selectField(
      {
        name: 'topic',
        label: w.topic,
        plain: true,
        value: filter.topic,
        empty: w.anyTopic,
        choices: [...topics].map(([value, text]) => ({ value, text })),
      },
      f,
    )}${selectField(
      {
        name: 'state',
        label: words(lang).tabs.notices,
        plain: true,
        value: filter.unreadOnly ? 'unread' : '',
        empty: w.all,
        choices: [{ value: 'unread', text: w.unread }],
      },
      f,
    )}`,
    active: named.map((one) => ({ ...one, removeText: w.remove(one.text) })),
    reset: { href: '/notices', text: w.reset },
  });
}

function nothing({ lang, filter }: NoticeListProps): Html {
  const w = words(lang).list;
  if (filter.search || filter.topic || filter.unreadOnly || filter.before) return empty({ title: w.emptyFiltered });
  return empty({
    title: w.empty,
    body: w.emptyTry,
    act: linkButton({ href: '/proposals', text: w.proposals }),
  });
}

function item(notice: ShownNotice, { lang, topics }: NoticeListProps): Html {
  const w = words(lang).list;
  const line = noticeLine(notice, lang);
  const isNew = notice.read_at === null;
  const topic = notice.topic === OWN ? w.own : topics.get(notice.topic);
  return listItem({
    title: line.title,
    level: 2,
    ...(line.href === null ? {} : { href: `/notices/${notice.id}` }),
    above: isNew ? chip('on', w.isNew) : null,
    body: line.text,
    meta: html`${time({ text: formatDateTime(notice.at, lang, 'short'), datetime: notice.at.toISOString() })}${topic && `・${topic}`}`,
    ...(isNew
      ? {
          side: actButton({
            action: '/notices/reading',
            fields: html`${onceField()}${hidden('id', notice.id)}`,
            text: w.mark,
            small: true,
            tone: 'quiet',
          }),
        }
      : {}),
  });
}

/** The filter as it stands in addresses; `before` goes on after that notice. */
function queryOf(filter: NoticeFilter, before?: string): string {
  const query = new URLSearchParams();
  if (filter.search) query.set('q', filter.search);
  if (filter.topic) query.set('topic', filter.topic);
  if (filter.unreadOnly) query.set('state', 'unread');
  if (before) query.set('before', before);
  const text = query.toString();
  return text ? `?${text}` : '';
}
