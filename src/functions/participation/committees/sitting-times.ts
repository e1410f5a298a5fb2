/** F9.9 When a sitting is, from what was typed. */
import { startOfTokyoDay } from '#kernel/dates.ts';
import { refusalFor } from './committee.ts';

const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)$/;

function moment(day: string, clock: string, field: string): Date {
  const [, hours, minutes] = CLOCK.exec(clock) ?? [];
  if (hours === undefined) throw refusalFor('not-a-time', field);
  return new Date(startOfTokyoDay(day).getTime() + (Number(hours) * 60 + Number(minutes)) * 60_000);
}

/** `date`: YYYY-MM-DD; `from`, `to`: by the clock of Tokyo, 19:05. @throws Refusal not-a-time, ends-before-start, in-the-past */
export function sittingTimes(typed: { date: string; from: string; to: string }, now: Date) {
  const starts_at = moment(typed.date, typed.from, 'from');
  const ends_at = moment(typed.date, typed.to, 'to');
  if (ends_at <= starts_at) throw refusalFor('ends-before-start', 'to');
  if (starts_at <= now) throw refusalFor('in-the-past', 'date');
  return { starts_at, ends_at };
}
