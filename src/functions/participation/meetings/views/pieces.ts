/** F9.2 What several views of meetings say alike: when, where, about what, by whom. */
import { actorPath } from '#commons/actors/index.ts';
import { debateHref } from '#commons/discussion/index.ts';
import { kindWord } from '#commons/hubs/index.ts';
import { formatDate, formatTime, tokyoDate, tokyoDateTime } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { ActorProps } from '#ui/actor.ts';
import { chip } from '#ui/chip.ts';
import { type Html, html } from '#ui/html.ts';
import { link } from '#ui/prose.ts';
import { roundName } from '../../rounds/index.ts';
import type { ListedMeeting } from '../queries.ts';
import { type MeetingState, stateOf } from '../rules.ts';
import { words } from '../words.ts';

type Times = Pick<ListedMeeting, 'starts_at' | 'ends_at'>;

/** 2026年（令和8年）11月22日（日）19:00〜20:30; in English Sunday 22 November 2026 (Reiwa 8), 19:00–20:30. */
export function whenText({ starts_at, ends_at }: Times, lang: Lang, style: 'long' | 'short' = 'short'): string {
  const day = formatDate(tokyoDate(starts_at), lang, style);
  const [from, to] = [formatTime(starts_at, lang), formatTime(ends_at, lang)];
  return words(lang).period(day, from, to);
}

export function whenHtml(times: Times, lang: Lang, style: 'long' | 'short' = 'short'): Html {
  return html`<time datetime="${tokyoDateTime(times.starts_at)}">${whenText(times, lang, style)}</time>`;
}

const TONES = { coming: 'info', now: 'on', past: 'no', cancelled: 'no' } as const satisfies Record<
  MeetingState,
  string
>;

export function stateChip(meeting: Times & Pick<ListedMeeting, 'cancelled_at'>, now: Date, lang: Lang): Html {
  const state = stateOf(meeting, now);
  return chip(TONES[state], words(lang).states[state]);
}

export function host(meeting: Pick<ListedMeeting, 'host_id' | 'host_kind' | 'host_name'>, lang: Lang): ActorProps {
  return {
    kind: meeting.host_kind,
    name: meeting.host_name,
    kindText: kindWord(lang, meeting.host_kind),
    href: actorPath({ id: meeting.host_id, name: meeting.host_name }),
  };
}

/** What the meeting is about: its round or its proposal. */
export function topicOf(meeting: ListedMeeting, lang: Lang): { text: string; href: string } {
  if (meeting.debate_id && meeting.debate_kind)
    return {
      text: meeting.debate_title ?? '',
      href: debateHref({ id: meeting.debate_id, kind: meeting.debate_kind, title: meeting.debate_title ?? '' }),
    };
  const round = { fiscal_year: meeting.round_year ?? 0, number: meeting.round_number ?? 0 };
  return { text: roundName(round, lang), href: `/rounds/${ref(meeting.round_id!, '')}` };
}

export function topicLink(meeting: ListedMeeting, lang: Lang): Html {
  const { text, href } = topicOf(meeting, lang);
  return link(href, text);
}

/** What there is for people who need it (X6), in a line; empty where nothing is stated. */
export function aidsLine(meeting: ListedMeeting, lang: Lang): string[] {
  const { aids } = words(lang).show;
  return [
    ...(meeting.step_free === 'yes' ? [aids.stepFree] : []),
    ...(meeting.captions ? [aids.captions] : []),
    ...(meeting.sign_language ? [aids.signLanguage] : []),
    ...(meeting.note_taking ? [aids.noteTaking] : []),
  ];
}
