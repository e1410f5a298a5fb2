/** F9.2 Decisions about meetings. Pure: each gives null when the act is allowed, otherwise the reason. */
import { rulesOf } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import type { MeetingFacts, Reason } from './meeting.ts';

type No = Reason | null;
type Ruled = { rules: unknown };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** One may test the screen and settle in before people come … */
export const SCRIBING_BEFORE = 2 * HOUR;
/** … and enter what was kept on paper on the days after. */
export const SCRIBING_AFTER = 3 * DAY;
/** Nobody plans further ahead than this; a year mistyped is found. */
export const FURTHEST = 400 * DAY;
export const MOST_COMING = 20;
export const MOST_SCRIBES = 10;
/** A hall doesn't speak faster; what comes faster comes from a machine. */
export const SAYINGS_AN_HOUR = 300;

/** A member belongs to an organisation but doesn't speak for it (P1). */
export function maySpeak(reader: Reader): boolean {
  if (reader.acting.id === reader.person.id) return true;
  const role = reader.roles.find((held) => held.organisation.id === reader.acting.id)?.role;
  return role === 'representative' || role === 'editor';
}

/** Every kind of actor calls meetings on the same terms (P1, P5): nobody approves one first. */
export function mayCall(hub: Ruled, reader: Reader | null): No {
  if (!reader) return 'sign-in';
  if (reader.level < rulesOf(hub).levels.opinion) return 'level';
  return maySpeak(reader) ? null : 'member-only';
}

/** True when `reader`, as whom it acts now, called the meeting. */
export function isHost(reader: Reader | null, meeting: Pick<MeetingFacts, 'host_id'>): boolean {
  return reader !== null && reader.acting.id === meeting.host_id && maySpeak(reader);
}

function hosts(reader: Reader | null, meeting: MeetingFacts): No {
  if (!reader) return 'sign-in';
  if (reader.acting.id !== meeting.host_id) return 'not-host';
  return maySpeak(reader) ? null : 'member-only';
}

/** Details and dates change until the meeting has ended. */
export function mayChange(reader: Reader | null, meeting: MeetingFacts, now: Date): No {
  return hosts(reader, meeting) ?? (meeting.cancelled_at ? 'cancelled' : now >= meeting.ends_at ? 'over' : null);
}

export const mayCancel = mayChange;

/** Scribes are appointed as long as there is something for them to enter. */
export function mayAppoint(reader: Reader | null, meeting: MeetingFacts, now: Date): No {
  const no = hosts(reader, meeting);
  if (no) return no;
  if (meeting.cancelled_at) return 'cancelled';
  return now >= scribingEnds(meeting) ? 'scribing-over' : null;
}

export function scribingBegins(meeting: Pick<MeetingFacts, 'starts_at'>): Date {
  return new Date(meeting.starts_at.getTime() - SCRIBING_BEFORE);
}

export function scribingEnds(meeting: Pick<MeetingFacts, 'ends_at'>): Date {
  return new Date(meeting.ends_at.getTime() + SCRIBING_AFTER);
}

/** Whoever called the meeting, or whom it appointed, writes down what is said: from shortly before it until some days after. */
export function mayScribe(reader: Reader | null, meeting: MeetingFacts, appointed: boolean, now: Date): No {
  if (!reader) return 'sign-in';
  if (!appointed && !isHost(reader, meeting)) return 'not-scribe';
  if (meeting.cancelled_at) return 'cancelled';
  if (now < scribingBegins(meeting)) return 'scribing-later';
  return now >= scribingEnds(meeting) ? 'scribing-over' : null;
}

/** Minutes tell what happened, so they are written from the beginning of the meeting on; corrections at any time after. */
export function mayWriteMinutes(reader: Reader | null, meeting: MeetingFacts, appointed: boolean, now: Date): No {
  if (!reader) return 'sign-in';
  if (!appointed && !isHost(reader, meeting)) return 'not-scribe';
  if (meeting.cancelled_at) return 'cancelled';
  return now < meeting.starts_at ? 'not-over' : null;
}

/** Whoever called the meeting answers for what is public; a scribe prepares it. */
export function mayPublishMinutes(reader: Reader | null, meeting: MeetingFacts, now: Date): No {
  const no = hosts(reader, meeting);
  if (no) return no;
  if (meeting.cancelled_at) return 'cancelled';
  return now < meeting.starts_at ? 'not-over' : null;
}

/** Materials are put there before a meeting, and afterwards: by whoever called it. */
export function mayHandOut(reader: Reader | null, meeting: MeetingFacts): No {
  return hosts(reader, meeting) ?? (meeting.cancelled_at ? 'cancelled' : null);
}

export interface NameFacts {
  named_id: string | null;
  confirmed_at: Date | null;
  contested_at: Date | null;
}

/** Under whose name something was entered says whether these are their words; once. */
export function maySettleName(reader: Reader | null, saying: NameFacts): No {
  if (!reader) return 'sign-in';
  if (saying.named_id === null || reader.acting.id !== saying.named_id) return 'not-named';
  if (!maySpeak(reader)) return 'member-only';
  return saying.confirmed_at || saying.contested_at ? 'settled-already' : null;
}

export type MeetingState = 'cancelled' | 'coming' | 'now' | 'past';

export function stateOf(meeting: Omit<MeetingFacts, 'host_id'>, now: Date): MeetingState {
  if (meeting.cancelled_at) return 'cancelled';
  if (now < meeting.starts_at) return 'coming';
  return now < meeting.ends_at ? 'now' : 'past';
}

/** Next moment at which what a page says of the meeting is wrong; null when nothing moves any more. */
export function nextChange(meeting: Omit<MeetingFacts, 'host_id'>, now: Date): Date | null {
  if (meeting.cancelled_at) return null;
  const moments = [scribingBegins(meeting), meeting.starts_at, meeting.ends_at, scribingEnds(meeting)];
  return moments.find((moment) => moment > now) ?? null;
}
