/** F9.2 From the form's day and times to moments, as people in the hall read them: by the clock of Tokyo. Pure. */
import { startOfTokyoDay } from '#kernel/dates.ts';
import type { MeetingFacts, MeetingRefusal } from './meeting.ts';
import { FURTHEST } from './rules.ts';

const MINUTE = 60_000;

const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)$/;

/** The moment of that day's `clock` (19:05); null when it isn't a time. The day has been checked by the input's schema. */
export function momentOf(date: string, clock: string): Date | null {
  const [, hours, minutes] = CLOCK.exec(clock) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  return new Date(startOfTokyoDay(date).getTime() + (Number(hours) * 60 + Number(minutes)) * MINUTE);
}

export interface Times {
  starts_at: Date;
  ends_at: Date;
}

export interface TimesProblem {
  code: MeetingRefusal;
  field: 'date' | 'from' | 'to';
}

/** When the meeting is, or everything that speaks against holding one then, each at its field. */
export function timesOf(
  typed: { date: string; from: string; to: string },
  now: Date,
): { times: Times } | { problems: TimesProblem[] } {
  const starts_at = momentOf(typed.date, typed.from);
  const ends_at = momentOf(typed.date, typed.to);
  if (!starts_at || !ends_at) {
    const wrong = (field: 'from' | 'to') => ({ code: 'not-a-time' as const, field });
    return { problems: [...(starts_at ? [] : [wrong('from')]), ...(ends_at ? [] : [wrong('to')])] };
  }
  if (ends_at <= starts_at) return { problems: [{ code: 'ends-before-start', field: 'to' }] };
  if (ends_at <= now) return { problems: [{ code: 'in-the-past', field: 'date' }] };
  if (starts_at.getTime() - now.getTime() > FURTHEST) return { problems: [{ code: 'too-far', field: 'date' }] };
  return { times: { starts_at, ends_at } };
}

/** True when people who planned to come have to plan anew. */
export function isMoved(
  before: Pick<MeetingFacts, 'starts_at' | 'ends_at'> & { place: string },
  after: Times & { place: string },
): boolean {
  return (
    before.starts_at.getTime() !== after.starts_at.getTime() ||
    before.ends_at.getTime() !== after.ends_at.getTime() ||
    before.place !== after.place
  );
}
