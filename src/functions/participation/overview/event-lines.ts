/** From an event to a line somebody can read and follow. */
import { formatDateTime } from '#kernel/dates.ts';
import { ref, shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { HappenedEvent } from './queries.ts';
import { words } from './words.ts';

/** Where the object of an event is shown; null when it has no page of its own. */
export function placeOf(event: HappenedEvent): string | null {
  const id = shortId(event.object_id);
  switch (event.object_kind) {
    case 'proposal':
      return `/proposals/${ref(event.object_id, event.public.title ?? '')}`;
    case 'opinion':
      return `/opinions/${id}`;
    case 'round':
      return `/rounds/${id}`;
    case 'point':
      return `/points/${id}`;
    case 'answer':
      return `/answers/${id}`;
    case 'actor':
      return `/actors/${id}`;
    case 'debate':
      return `/debates/${id}`;
    case 'document':
      return event.public.roundId ? `/rounds/${shortId(event.public.roundId)}/document` : null;
    case 'position':
      return event.public.debateId
        ? `/${event.public.debateKind === 'imported' ? 'debates' : 'proposals'}/${shortId(event.public.debateId)}`
        : null;
    default:
      return event.public.roundId ? `/rounds/${shortId(event.public.roundId)}/statement` : null;
  }
}

export interface EventLine {
  text: string;
  title: string;
  href: string | null;
  when: string;
  datetime: string;
}

export function eventLine(event: HappenedEvent, lang: Lang): EventLine {
  const w = words(lang);
  const what = w.verbs[event.verb] ?? w.otherVerb;
  return {
    text: w.activity.by(event.actor_name ?? w.activity.clock, what),
    title: event.public.title ?? event.public.debateTitle ?? event.public.excerpt ?? what,
    href: placeOf(event),
    when: formatDateTime(event.at, lang, 'short'),
    datetime: event.at.toISOString(),
  };
}
