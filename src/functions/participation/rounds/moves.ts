/**
 * F9.4 Moving a date of a round: which may be moved, and what follows from it. Dates of stages that have begun stay; the city's limits
 * are counted from the publication and nobody moves them by themselves. Pure. See docs/decisions/0017-moved-dates.md.
 */
import type { HubRules } from '#commons/hubs/index.ts';
import { addDays, daysBetween, startOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { answerDates, type RoundDates, type RoundFacts } from './stages.ts';

/** Each is the beginning of that stage, and the end of the one before. */
export const BOUNDARIES = ['collecting', 'debating', 'drafting', 'checking', 'publishing'] as const;
export type Boundary = (typeof BOUNDARIES)[number];

export type MoveRefusal =
  | 'round-published'
  | 'stage-begun'
  | 'into-the-past'
  | 'same-day'
  | 'before-the-stage-before'
  | 'after-the-stage-after'
  | 'moved-meanwhile'
  | 'secretariat-only'
  | 'as-secretariat';

export interface MovedDate {
  boundary: Boundary;
  old_at: Date;
  new_at: Date;
}

export type PlannedMove = { moved: MovedDate[]; dates: RoundDates } | { no: MoveRefusal; day?: string };

const at = (round: RoundDates, boundary: Boundary): Date => round[`${boundary}_at`];

/** Dates that can still be moved: their stage hasn't begun and nothing is published. */
export function movable(round: RoundFacts, now: Date): Boundary[] {
  if (round.published_at) return [];
  return BOUNDARIES.filter((boundary) => at(round, boundary) > now);
}

export interface Wish {
  boundary: Boundary;
  /** YYYY-MM-DD, Tokyo: the first day of the stage from now on */
  day: string;
  /** later dates move by as many days */
  follow: boolean;
}

/** The dates after the move, or why not. `rules`: those the round began under. */
export function planMove(round: RoundFacts, wish: Wish, now: Date, rules: HubRules['rounds']): PlannedMove {
  if (round.published_at) return { no: 'round-published' };
  const { boundary, day } = wish;
  const before = at(round, boundary);
  if (before <= now) return { no: 'stage-begun' };
  const by = daysBetween(tokyoDate(before), day);
  if (by === 0) return { no: 'same-day' };
  if (startOfTokyoDay(day) <= now) return { no: 'into-the-past' };
  const first = BOUNDARIES.indexOf(boundary);
  const moved = BOUNDARIES.slice(first, wish.follow ? undefined : first + 1).map((one) => ({
    boundary: one,
    old_at: at(round, one),
    new_at: startOfTokyoDay(addDays(tokyoDate(at(round, one)), by)),
  }));
  const dates: RoundDates = { ...datesOf(round) };
  for (const one of moved) dates[`${one.boundary}_at`] = one.new_at;
  const previous = BOUNDARIES[first - 1];
  if (previous && at(dates, previous) >= at(dates, boundary))
    return { no: 'before-the-stage-before', day: tokyoDate(at(dates, previous)) };
  const next = BOUNDARIES[first + 1];
  if (next && at(dates, boundary) >= at(dates, next))
    return { no: 'after-the-stage-after', day: tokyoDate(at(dates, next)) };
  return { moved, dates: { ...dates, ...answerDates(tokyoDate(dates.publishing_at), rules) } };
}

function datesOf(round: RoundDates): RoundDates {
  const { collecting_at, debating_at, drafting_at, checking_at, publishing_at } = round;
  const { interim_answer_at, final_answer_at, closing_at } = round;
  return {
    collecting_at,
    debating_at,
    drafting_at,
    checking_at,
    publishing_at,
    interim_answer_at,
    final_answer_at,
    closing_at,
  };
}
