/** F1.1 From the form's days and times to moments, by the clock of Tokyo. Pure. */
import { LONGEST_DAYS } from '#kernel/database/still-going.ts';
import { addDays, daysBetween, endOfTokyoDay, startOfTokyoDay } from '#kernel/dates.ts';
import { Refusal, type RefusalItem } from '#kernel/refusal.ts';
import type { EventInput } from './event.ts';

const MINUTE = 60_000;
const CLOCK = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/;
/** A year mistyped is found. */
const FURTHEST_DAYS = 800;

/** Minutes after midnight of 19:05; null when it isn't a time. */
export function minutesOf(clock: string): number | null {
  const [, hours, minutes] = CLOCK.exec(clock.normalize('NFKC').trim()) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

export interface Times {
  starts_at: Date;
  ends_at: Date;
}

/** When one day's event begins and ends. */
export interface DayTimes {
  from: number;
  to: number;
  /** whole days after the first on which it ends */
  lasts: number;
}

export function timesOn(day: string, { from, to, lasts }: DayTimes): Times {
  const at = (start: string, minutes: number) => new Date(startOfTokyoDay(start).getTime() + minutes * MINUTE);
  return { starts_at: at(day, from), ends_at: at(addDays(day, lasts), to) };
}

type Typed = Pick<
  EventInput,
  'date' | 'from' | 'to' | 'endDate' | 'repeat' | 'registrationFrom' | 'registrationUntil' | 'takesRegistrations'
>;

/** Everything that speaks against these times, each at its field. @throws Refusal */
export function checkedTimes(typed: Typed, today: string, now: Date): DayTimes {
  const items: RefusalItem[] = [];
  const say = (code: string, field: string) => items.push({ code, field });
  const [from, to] = [minutesOf(typed.from), minutesOf(typed.to)];
  if (from === null) say('not-a-time', 'from');
  if (to === null) say('not-a-time', 'to');
  const lasts = typed.endDate === '' ? 0 : daysBetween(typed.date, typed.endDate);
  if (lasts < 0) say('ends-before-start', 'endDate');
  else if (lasts > LONGEST_DAYS || (lasts > 0 && typed.repeat !== 'none')) say('too-long-event', 'endDate');
  else if (from !== null && to !== null) {
    const times = timesOn(typed.date, { from, to, lasts });
    if (times.ends_at <= times.starts_at) say('ends-before-start', 'to');
    else if (times.ends_at <= now) say('in-the-past', 'date');
    else if (daysBetween(today, typed.date) > FURTHEST_DAYS) say('too-far', 'date');
  }
  if (typed.takesRegistrations) {
    const { registrationFrom, registrationUntil, date } = typed;
    if (registrationUntil !== '' && registrationUntil > date) say('registration-ends-late', 'registrationUntil');
    if (registrationUntil !== '' && registrationFrom > registrationUntil)
      say('registration-window', 'registrationFrom');
  }
  if (items.length > 0) throw new Refusal('events', items);
  return { from: from!, to: to!, lasts };
}

/**
 * When registration opens and ends for the day's event: the form's days hold for the first day, and are moved along with every later one.
 * Null: from publication on, and until it begins.
 */
export function windowOn(
  typed: Typed,
  day: string,
): { registration_from: Date | null; registration_until: Date | null } {
  const moved = daysBetween(typed.date, day);
  const { registrationFrom: from, registrationUntil: until } = typed;
  return {
    registration_from: from === '' ? null : startOfTokyoDay(from),
    registration_until: until === '' ? null : endOfTokyoDay(addDays(until, moved)),
  };
}
