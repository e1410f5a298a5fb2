/**
 * When things happened in the demo town, counted back from today, so that every kind of round is under way on any day.
 * Four rounds a year begin 91 days apart; the newest one twenty days ago. The first round of all ran two years ago, long
 * enough for its budget to be voted and spent; another a year before the one that is debated now, its budget just voted.
 */

import type { HubRules } from '#commons/hubs/index.ts';
import { datesFrom, roundsOfYear } from '#functions/participation/rounds/stages.ts';
import { addDays, fiscalYear, startOfTokyoDay } from '#kernel/dates.ts';
import type { RoundKey } from './content/types.ts';

const SINCE_NEWEST = 20;
const APART = 91;

export const demoDays: HubRules['rounds']['days'] = {
  collecting: 90,
  debating: 60,
  drafting: 40,
  checking: 21,
  interimAnswer: 60,
  finalAnswer: 120,
  reflecting: 49,
};

/** Tokyo dates on which the demo town's rounds begin to collect, oldest first: what is told of them is told in that order. */
export function roundStarts(today: string): Record<RoundKey, string> {
  const start = (back: number) => addDays(today, -SINCE_NEWEST - APART * back);
  const yearsBefore = (date: string, years: number) =>
    `${Number(date.slice(0, 4)) - years}${date.slice(4).replace('-02-29', '-02-28')}`;
  const newest = start(0);
  const debated = start(1);
  return {
    closed: yearsBefore(newest, 2),
    settled: yearsBefore(debated, 1),
    answering: start(3),
    checking: start(2),
    debating: debated,
    collecting: newest,
  };
}

/** The demo town's rule: rounds begin on these days of every year. */
export function ruleFor(today: string): HubRules['rounds'] {
  const starts = roundStarts(today);
  const monthDays = [starts.collecting, starts.debating, starts.checking, starts.answering].map((date) =>
    date.slice(5),
  );
  return { starts: [...new Set(monthDays)].sort(), days: demoDays };
}

export interface DemoRound {
  key: RoundKey;
  fiscalYear: number;
  number: number;
  dates: ReturnType<typeof datesFrom>;
}

/** The six rounds with their places in the fiscal year. */
export function demoRounds(today: string): DemoRound[] {
  const rule = ruleFor(today);
  return Object.entries(roundStarts(today)).map(([key, start]) => {
    const year = fiscalYear(start);
    const dates = datesFrom(start, rule);
    const sameDay = roundsOfYear(year, rule).find(
      (one) => Math.abs(one.collecting_at.getTime() - dates.collecting_at.getTime()) < 3 * 86_400_000,
    );
    return { key: key as RoundKey, fiscalYear: year, number: sameDay?.number ?? 1, dates };
  });
}

/** A moment of Tokyo's day `date` at `hours` (fractions allowed). */
export function moment(date: string, hours: number): Date {
  return new Date(startOfTokyoDay(date).getTime() + Math.round(hours * 3_600_000));
}
