/** F1.1 Which days an event repeats on. Days are YYYY-MM-DD of Tokyo. Pure: which days are holidays is given. */
import { addDays, daysBetween } from '#kernel/dates.ts';
import { MOST_DAYS, type Repeat } from './event.ts';

export interface Rule {
  repeat: Repeat;
  /** 0 Sunday … 6 Saturday, for weekly and fortnightly; none: the weekday of the first day */
  weekdays: readonly number[];
  /** the last day it may fall on */
  until: string;
  /** how many days in all */
  count: number | null;
  except: readonly string[];
  holidays: 'keep' | 'skip';
}

export interface Days {
  days: string[];
  /** left out because they are holidays */
  rested: string[];
  /** months (YYYY-MM) between them that have no such day: no 31st, no fifth Saturday */
  missing: string[];
}

export type RuleProblem = 'repeat-without-end' | 'too-many-days' | 'no-days';

/** So far ahead a rule is followed, whatever it says: two years. */
const FURTHEST_DAYS = 731;

const MONTH = 'YYYY-MM'.length;

export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** 1 for the first Saturday of a month (whatever the weekday), up to 5. */
export function ordinalOf(day: string): number {
  return Math.ceil(Number(day.slice(8)) / 7);
}

const two = (n: number) => String(n).padStart(2, '0');

function monthAfter(day: string, months: number): { year: number; month: number; length: number } {
  const at = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1));
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() + 1];
  return { year, month, length: new Date(Date.UTC(year, month, 0)).getUTCDate() };
}

/** The day of the month `months` later on which it falls, or that month where it has no such day. */
function inMonth(first: string, months: number, repeat: Repeat): string {
  const { year, month, length } = monthAfter(first, months);
  const whole = `${year}-${two(month)}`;
  const dayOf = (n: number) => (n > length ? whole : `${whole}-${two(n)}`);
  if (repeat === 'monthly-date') return dayOf(Number(first.slice(8)));
  const weekday = weekdayOf(first);
  const firstOne = 1 + ((weekday - weekdayOf(dayOf(1)) + 7) % 7);
  const n =
    repeat === 'monthly-last'
      ? firstOne + 7 * Math.floor((length - firstOne) / 7)
      : firstOne + 7 * (ordinalOf(first) - 1);
  return dayOf(n);
}

/** Days, and months that have none. */
function* candidates(first: string, rule: Rule): Generator<string> {
  if (rule.repeat === 'weekly' || rule.repeat === 'fortnightly') {
    const weekdays = rule.weekdays.length > 0 ? rule.weekdays : [weekdayOf(first)];
    const weeks = rule.repeat === 'weekly' ? 1 : 2;
    const sunday = addDays(first, -weekdayOf(first));
    for (let week = 0; week * 7 * weeks <= FURTHEST_DAYS; week += 1)
      for (const weekday of [...weekdays].sort()) {
        const day = addDays(sunday, week * 7 * weeks + weekday);
        if (day >= first) yield day;
      }
    return;
  }
  for (let months = 0; months <= FURTHEST_DAYS / 28; months += 1) {
    const day = inMonth(first, months, rule.repeat);
    if (day >= first) yield day;
  }
}

/** The days of `rule` from `first` on, in their order, or what is wrong with it. `count` counts the days that take place. */
export function daysOfRule(
  first: string,
  rule: Rule,
  isHoliday: (day: string) => boolean,
): Days | { problem: RuleProblem } {
  if (rule.repeat === 'none') return { days: [first], rested: [], missing: [] };
  if (rule.until === '' && rule.count === null) return { problem: 'repeat-without-end' };
  const except = new Set(rule.except);
  const days: string[] = [];
  const rested: string[] = [];
  const missing: string[] = [];
  for (const day of candidates(first, rule)) {
    if (rule.until !== '' && day > rule.until) break;
    if (day.length === MONTH) {
      missing.push(day);
      continue;
    }
    if (daysBetween(first, day) > FURTHEST_DAYS) break;
    if (except.has(day)) continue;
    if (rule.holidays === 'skip' && isHoliday(day)) {
      rested.push(day);
      continue;
    }
    days.push(day);
    if (days.length === rule.count) break;
    if (days.length > MOST_DAYS) return { problem: 'too-many-days' };
  }
  return days.length === 0
    ? { problem: 'no-days' }
    : { days, rested, missing: missing.filter((month) => month < days.at(-1)!) };
}
