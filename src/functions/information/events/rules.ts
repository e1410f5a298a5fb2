/** F1.1 Decisions about events. Pure: each gives null when the act is allowed, otherwise the reason. Nobody approves an event (P5). */
import { rulesOf } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import type { EventFacts, Reason } from './event.ts';

type No = Reason | null;

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** People are checked in from so long before it begins … */
const CHECKING_BEFORE = 12 * HOUR;
/** … and what was kept on paper is entered on the days after. */
const CHECKING_AFTER = 7 * DAY;
/** Names, addresses and notes of those who registered are erased so long after it. */
export const NAMES_KEPT = 30 * DAY;
/** A guest who doesn't open the letter is forgotten after so long. */
export const UNCONFIRMED_KEPT = 2 * DAY;

/** Oneself, or an organisation for which one speaks (a member belongs to it, and doesn't speak for it). */
export function speaksAs(reader: Pick<Reader, 'person' | 'roles'>, actorId: string): boolean {
  if (reader.person.id === actorId) return true;
  const role = reader.roles.find((held) => held.organisation.id === actorId)?.role;
  return role === 'representative' || role === 'editor';
}

export function mayHold(hub: { rules: unknown }, reader: Reader | null): No {
  if (!reader) return 'sign-in';
  if (reader.level < rulesOf(hub).levels.opinion) return 'level';
  return speaksAs(reader, reader.acting.id) ? null : 'member-only';
}

/** Who sees names, lets in, changes. */
export function mayOrganise(reader: Reader | null, event: Pick<EventFacts, 'host_id'>): No {
  if (!reader) return 'sign-in';
  return speaksAs(reader, event.host_id) ? null : 'not-host';
}

export function mayChange(reader: Reader | null, event: EventFacts, now: Date): No {
  return mayOrganise(reader, event) ?? (event.cancelled_at ? 'cancelled' : now >= event.ends_at ? 'over' : null);
}

export interface Places extends EventFacts {
  takes_registrations: boolean;
  capacity: number | null;
  companions: number;
  registration_from: Date | null;
  registration_until: Date | null;
  taken: number;
  waiting: number;
}

/** Whether anybody may register now. A full event takes people for its waiting list. */
export function mayRegister(event: Places, now: Date): No {
  if (event.cancelled_at) return 'cancelled';
  if (now >= event.ends_at) return 'over';
  if (!event.takes_registrations || event.hidden_at) return 'no-registration';
  if (event.registration_from && now < event.registration_from) return 'not-yet';
  const until = event.registration_until ?? event.starts_at;
  return now >= until ? 'closed' : null;
}

/** Free places; null: as many as come. */
export function freePlaces({ capacity, taken }: Pick<Places, 'capacity' | 'taken'>): number | null {
  return capacity === null ? null : Math.max(0, capacity - taken);
}

/** Whether somebody with `places` is let in at once. Nobody passes those who wait. */
export function isAdmitted(event: Pick<Places, 'capacity' | 'taken' | 'waiting'>, places: number): boolean {
  const free = freePlaces(event);
  return free === null || (event.waiting === 0 && places <= free);
}

/**
 * Whom of those who wait the free places are for: in their order, until one doesn't fit. A small group doesn't pass a larger one that came
 * before it, or the larger one would wait for ever.
 */
export function promotedOf<T extends { places: number }>(queue: readonly T[], free: number | null): T[] {
  if (free === null) return [...queue];
  let left = free;
  const at = queue.findIndex(({ places }) => {
    left -= places;
    return left < 0;
  });
  return queue.slice(0, at === -1 ? queue.length : at);
}

export function mayCheckIn(reader: Reader | null, event: EventFacts, now: Date): No {
  const no = mayOrganise(reader, event);
  if (no) return no;
  if (event.cancelled_at) return 'cancelled';
  if (now.getTime() < event.starts_at.getTime() - CHECKING_BEFORE) return 'too-early';
  return now.getTime() > event.ends_at.getTime() + CHECKING_AFTER ? 'over' : null;
}

export type EventState = 'cancelled' | 'coming' | 'now' | 'past';

export function stateOf(event: Pick<EventFacts, 'starts_at' | 'ends_at' | 'cancelled_at'>, now: Date): EventState {
  if (event.cancelled_at) return 'cancelled';
  if (now < event.starts_at) return 'coming';
  return now < event.ends_at ? 'now' : 'past';
}

/** Next moment at which what a page says of the event is wrong; null when nothing moves any more. */
export function nextChange(event: Places, now: Date): Date | null {
  if (event.cancelled_at) return null;
  const moments = [event.registration_from, event.registration_until, event.starts_at, event.ends_at];
  const coming = moments.filter((moment): moment is Date => moment !== null && moment > now);
  return coming.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
