/**
 * F9.7, P10: the clock of an answer. The hub's rules give a limit for the interim and one for the final answer, counted from the
 * publication; 検討継続 keeps the first and promises a date of its own. Pure.
 */
import { daysBetween, tokyoDate } from '#kernel/dates.ts';
import { lastDay, type RoundFacts } from '../rounds/index.ts';
import type { AnswerKind } from './answer.ts';

/** What the clock needs to know of an answer: its present kind, and when it was first given and first decided. */
export interface AnswerTimes {
  kind: AnswerKind;
  /** YYYY-MM-DD: the day an answer under study promises */
  next_on: string | null;
  first_at: Date;
  final_at: Date | null;
}

/**
 * not-begun: nothing published yet · open: no answer, in time · overdue: an answer is missing and its day is over ·
 * under-study: answered for the time being, the next date ahead · on-time, late: answered.
 */
export const CLOCK_STATES = ['not-begun', 'open', 'overdue', 'under-study', 'on-time', 'late'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

export interface AnswerClock {
  state: ClockState;
  /** last days on which the interim and the final answer are in time; before the publication as planned */
  interimOn: string;
  finalOn: string;
  /** the day that counts now: the interim limit, or the date promised; null when all is answered */
  dueOn: string | null;
  /** 0 on the last day; null when nothing is due or it is over */
  daysLeft: number | null;
  /** days since `dueOn`; 0 when it isn't over */
  overdueDays: number;
  /** days by which an answer that was given missed its limit; 0 when it was in time */
  lateDays: number;
  /** true where the date promised lies beyond the limit of the final answer */
  beyondLimit: boolean;
}

/** What the clock needs to know of a round. */
export type ClockRound = Pick<RoundFacts, 'published_at' | 'interim_answer_at' | 'final_answer_at'>;

/** Where an item of `round` stands at `now`; `answered` is its present answer, null while there is none. */
export function answerClock(round: ClockRound, answered: AnswerTimes | null, now: Date): AnswerClock {
  const limits = { interimOn: lastDay(round.interim_answer_at), finalOn: lastDay(round.final_answer_at) };
  const none = { ...limits, dueOn: null, daysLeft: null, overdueDays: 0, lateDays: 0, beyondLimit: false };
  if (!round.published_at) return { ...none, state: 'not-begun' };
  const today = tokyoDate(now);
  if (!answered) return { ...none, ...running(limits.interimOn, today, 'open') };
  const lateDays = missedBy(limits, answered);
  if (answered.kind !== 'under-study') return { ...none, lateDays, state: lateDays > 0 ? 'late' : 'on-time' };
  const dueOn = answered.next_on ?? limits.finalOn;
  return { ...none, lateDays, beyondLimit: dueOn > limits.finalOn, ...running(dueOn, today, 'under-study') };
}

function running(dueOn: string, today: string, inTime: ClockState) {
  const left = daysBetween(today, dueOn);
  return left >= 0
    ? { state: inTime, dueOn, daysLeft: left, overdueDays: 0 }
    : { state: 'overdue' as const, dueOn, daysLeft: null, overdueDays: -left };
}

/** Days by which the first answer missed the interim limit, or the final one the final limit, whichever is more. */
function missedBy(limits: { interimOn: string; finalOn: string }, answered: AnswerTimes): number {
  const first = daysBetween(limits.interimOn, tokyoDate(answered.first_at));
  const final = answered.final_at ? daysBetween(limits.finalOn, tokyoDate(answered.final_at)) : 0;
  return Math.max(0, first, final);
}
