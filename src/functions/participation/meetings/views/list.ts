/** F9.2 The list of meetings: filters in the address, what comes first, and the same list as data and calendar. */
import { formWords } from '#commons/hubs/index.ts';
import { formatNumber } from '#kernel/dates.ts';
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
import { type Round, roundName } from '../../rounds/index.ts';
import { meetingPath } from '../addresses.ts';
import { queryOf } from '../list-filter.ts';
import type { ListedMeeting, MeetingFilter, MeetingsPage } from '../queries.ts';
import { words } from '../words.ts';
import { aidsLine, host, stateChip, topicOf, whenHtml } from './pieces.ts';

const AT = '/meetings';

export interface ListProps extends MeetingsPage {
  lang: Lang;
  now: Date;
  filter: MeetingFilter;
  rounds: readonly Pick<Round, 'id' | 'fiscal_year' | 'number'>[];
}

export function meetingList(props: ListProps): Html {
  const { lang, filter } = props;
  const w = words(lang).list;
  const query = queryOf(filter);
  const call = linkButton({ text: w.call, href: `${AT}/new`, tone: 'main', icon: 'calendar' });
  return html`${pageHead({ title: w.title, lead: w.lead, buttons: call })}${tabs(
    w.when,
    (['coming', 'past'] as const).map((when) => ({
      text: w[when],
      href: AT + queryOf({ ...filter, when }),
      current: filter.when === when,
    })),
  )}${narrowing(props)}${listHead({
    count: props.count === null ? w.countMany : w.count(formatNumber(props.count)),
    data: [
      { href: `${AT}.ics`, text: w.calendar, type: 'text/calendar' },
      { href: `${AT}.csv${query}`, text: 'CSV', type: 'text/csv' },
      { href: `${AT}.json${query}`, text: 'JSON', type: 'application/json' },
      { href: `${AT}.atom`, text: w.feed, type: 'application/atom+xml' },
    ],
  })}${
    props.meetings.length === 0
      ? empty({
          ...(filter.q || filter.roundId || filter.debateId
            ? { title: w.empty, body: w.emptyTry }
            : { title: w.none[filter.when], body: w.noneTry }),
          act: linkButton({ text: w.call, href: `${AT}/new` }),
        })
      : list(props.meetings.map((meeting) => listedMeeting(meeting, props.now, lang, 2)))
  }${pager({
    label: w.pages,
    ...(filter.after ? { previous: { href: AT + query, text: w.first } } : {}),
    ...(props.more ? { next: { href: AT + queryOf(filter, props.meetings.at(-1)), text: w.next } } : {}),
  })}`;
}

function narrowing({ lang, filter, rounds }: ListProps): Html {
  const w = words(lang).list;
  const f = formWords(lang);
  const round = rounds.find((one) => one.id === filter.roundId);
  const without = (change: Partial<MeetingFilter>) => AT + queryOf({ ...filter, ...change });
  const active = [
    ...(filter.q ? [{ text: filter.q, removeHref: without({ q: '' }) }] : []),
    ...(round ? [{ text: roundName(round, lang), removeHref: without({ roundId: null }) }] : []),
    ...(filter.debateId ? [{ text: w.onDebate, removeHref: without({ debateId: null }) }] : []),
  ];
  return filters({
    action: AT,
    label: w.filter,
    submit: w.submit,
    fields: html`${filter.when === 'past' && hidden('when', 'past')}${
      filter.debateId !== null && hidden('debate', filter.debateId)
    }${textField({ name: 'q', label: w.search, value: filter.q, type: 'search', plain: true, id: 'meetings-q' }, f)}${selectField(
      {
        name: 'round',
        label: w.round,
        plain: true,
        value: filter.roundId,
        empty: w.anyRound,
        choices: rounds.map((one) => ({ value: one.id, text: roundName(one, lang) })),
      },
      f,
    )}`,
    active: active.map((one) => ({ ...one, removeText: w.remove(one.text) })),
    ...(active.length > 0 ? { reset: { href: without({ q: '', roundId: null, debateId: null }), text: w.reset } } : {}),
  });
}

export function listedMeeting(meeting: ListedMeeting, now: Date, lang: Lang, level: 2 | 3 | 4 = 3): Html {
  const w = words(lang).list;
  return listItem({
    title: meeting.title,
    href: meetingPath(meeting),
    level,
    above: html`${stateChip(meeting, now, lang)}<strong>${whenHtml(meeting, lang)}</strong>`,
    body: html`${[meeting.place, ...aidsLine(meeting, lang)].join('・')}<br>${topicOf(meeting, lang).text}`,
    meta: html`${actor(host(meeting, lang))} ${figures(meeting, w).join('・')}`,
  });
}

function figures(meeting: ListedMeeting, w: ReturnType<typeof words>['list']): string[] {
  return [
    ...(meeting.saying_count > 0 ? [w.said(formatNumber(meeting.saying_count))] : []),
    ...(meeting.attendance === null ? [] : [w.people(formatNumber(meeting.attendance))]),
    ...(meeting.minutes_version > 0 ? [w.minutes] : []),
  ];
}
