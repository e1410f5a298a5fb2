/**
 * F9.4: the round (年4回程度). Where it stands follows from its dates and from two acts (publication, submission); nobody
 * switches it. Pure.
 */

import type { HubRules } from '#commons/hubs/index.ts';
import { addDays, fiscalYear, startOfTokyoDay } from '#kernel/dates.ts';

export const STAGES = [
  'collecting',
  'debating',
  'drafting',
  'checking',
  'publishing',
  'answering',
  'reflecting',
] as const;
export type Stage = (typeof STAGES)[number];
export type RoundState = 'planned' | Stage | 'closed';

/** The dates of a round; each stage begins at its own and ends where the next begins. */
export interface RoundDates {
  collecting_at: Date;
  debating_at: Date;
  drafting_at: Date;
  checking_at: Date;
  publishing_at: Date;
  interim_answer_at: Date;
  final_answer_at: Date;
  closing_at: Date;
}

export interface RoundFacts extends RoundDates {
  published_at: Date | null;
  /** P9: of the rules it began under */
  rules_version?: number;
}

/**
 * The stage at `now`. Publication is an act: until it happens the round waits in 'publishing', however late, and the
 * city's clock starts only with it.
 */
export function stateOf(round: RoundFacts, now: Date): RoundState {
  if (now < round.collecting_at) return 'planned';
  if (now < round.debating_at) return 'collecting';
  if (now < round.drafting_at) return 'debating';
  if (!round.published_at) {
    if (now < round.checking_at) return 'drafting';
    return now < round.publishing_at ? 'checking' : 'publishing';
  }
  if (now < round.final_answer_at) return 'answering';
  return now < round.closing_at ? 'reflecting' : 'closed';
}

/** Next moment at which the stage changes by the clock alone; null when only an act can change it. */
export function nextChange(round: RoundFacts, now: Date): Date | null {
  const moments = round.published_at
    ? [round.final_answer_at, round.closing_at]
    : [round.collecting_at, round.debating_at, round.drafting_at, round.checking_at, round.publishing_at];
  return moments.find((moment) => moment > now) ?? null;
}

/** First and last moment (exclusive) of a stage as planned; `end` is null where an act ends it. */
export function stagePeriod(round: RoundFacts, stage: Stage): { start: Date; end: Date | null } {
  switch (stage) {
    case 'collecting':
      return { start: round.collecting_at, end: round.debating_at };
    case 'debating':
      return { start: round.debating_at, end: round.drafting_at };
    case 'drafting':
      return { start: round.drafting_at, end: round.checking_at };
    case 'checking':
      return { start: round.checking_at, end: round.publishing_at };
    case 'publishing':
      return { start: round.publishing_at, end: round.published_at };
    case 'answering':
      return { start: round.published_at ?? round.publishing_at, end: round.final_answer_at };
    case 'reflecting':
      return { start: round.final_answer_at, end: round.closing_at };
  }
}

/** The dates of a round that begins to collect on `start` (YYYY-MM-DD, Tokyo), by the hub's rules. */
export function datesFrom(start: string, rules: HubRules['rounds']): RoundDates {
  const { days } = rules;
  const debating = addDays(start, days.collecting);
  const drafting = addDays(debating, days.debating);
  const checking = addDays(drafting, days.drafting);
  const publishing = addDays(checking, days.checking);
  return {
    collecting_at: startOfTokyoDay(start),
    debating_at: startOfTokyoDay(debating),
    drafting_at: startOfTokyoDay(drafting),
    checking_at: startOfTokyoDay(checking),
    publishing_at: startOfTokyoDay(publishing),
    ...answerDates(publishing, rules),
  };
}

/** Limits of the interim and the final answer, counted in days from the day of publication. */
export function answerDates(
  publishedOn: string,
  { days }: HubRules['rounds'],
): Pick<RoundDates, 'interim_answer_at' | 'final_answer_at' | 'closing_at'> {
  const final = addDays(publishedOn, Math.max(days.finalAnswer, days.interimAnswer));
  return {
    interim_answer_at: startOfTokyoDay(addDays(publishedOn, days.interimAnswer)),
    final_answer_at: startOfTokyoDay(final),
    closing_at: startOfTokyoDay(addDays(final, days.reflecting)),
  };
}

export interface PlannedRound extends RoundDates {
  fiscal_year: number;
  number: number;
}

/** Every round of fiscal year `year` (April–March) in the order in which they begin, numbered from 1. */
export function roundsOfYear(year: number, rules: HubRules['rounds']): PlannedRound[] {
  const starts = rules.starts
    .map((monthDay) => `${Number(monthDay.slice(0, 2)) >= 4 ? year : year + 1}-${existing(year, monthDay)}`)
    .sort();
  return starts.map((start, index) => ({
    fiscal_year: fiscalYear(start),
    number: index + 1,
    ...datesFrom(start, rules),
  }));
}

/** 29 February exists only in some years; in the others its round begins on the 28th. */
function existing(year: number, monthDay: string): string {
  const next = year + 1;
  const leap = (next % 4 === 0 && next % 100 !== 0) || next % 400 === 0;
  return monthDay === '02-29' && !leap ? '02-28' : monthDay;
}

/** The rounds to have on the calendar at `now`: the year that runs and the next. */
export function calendar(now: Date, rules: HubRules['rounds']): PlannedRound[] {
  const year = fiscalYear(now);
  return [...roundsOfYear(year - 1, rules), ...roundsOfYear(year, rules), ...roundsOfYear(year + 1, rules)].filter(
    (round) => round.debating_at > now,
  );
}

/**
 * The next `count` rounds that begin after `now` under `rules`, for rounds that had been planned under other rules. `taken`: the highest
 * number of each fiscal year that belongs to a round which has begun; numbers go on from there.
 */
export function replanned(
  now: Date,
  rules: HubRules['rounds'],
  count: number,
  taken: ReadonlyMap<number, number>,
): PlannedRound[] {
  const found: PlannedRound[] = [];
  for (let year = fiscalYear(now); found.length < count; year += 1) {
    const ahead = roundsOfYear(year, rules).filter((round) => round.collecting_at > now);
    const first = taken.get(year) ?? 0;
    found.push(...ahead.map((round, at) => ({ ...round, number: first + at + 1 })));
  }
  return found.slice(0, count);
}

/** What of `planned` comes after the rounds that are there, with numbers that go on in each fiscal year. */
export function continued(
  planned: readonly PlannedRound[],
  years: readonly { fiscal_year: number; number: number; last: Date }[],
): PlannedRound[] {
  if (years.length === 0) return [...planned];
  const last = Math.max(...years.map((one) => one.last.getTime()));
  const highest = new Map(years.map((one) => [one.fiscal_year, one.number]));
  return planned
    .filter((round) => round.collecting_at.getTime() > last)
    .map((round) => {
      const number = (highest.get(round.fiscal_year) ?? 0) + 1;
      highest.set(round.fiscal_year, number);
      return { ...round, number };
    });
}
