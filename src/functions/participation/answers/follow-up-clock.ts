/** F9.7: the clock of a follow-up question: due by a day that was given when it was asked. Pure. */
import { daysBetween, tokyoDate } from '#kernel/dates.ts';

/** How a list of questions can be narrowed down. */
export const FOLLOW_UP_STATES = ['open', 'answered'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

export interface FollowUpClock {
  state: 'open' | 'overdue' | 'on-time' | 'late' | 'withdrawn' | 'hidden';
  /** days left, overdue or late; 0 where none of these */
  days: number;
}

export function followUpClock(
  question: { due_on: string; answered_at: Date | null; withdrawn_at: Date | null; hidden_at: Date | null },
  now: Date,
): FollowUpClock {
  if (question.withdrawn_at) return { state: 'withdrawn', days: 0 };
  // Nobody is kept waiting by words that nobody can read; the clock goes on when they are shown again.
  if (question.hidden_at && !question.answered_at) return { state: 'hidden', days: 0 };
  const left = daysBetween(tokyoDate(question.answered_at ?? now), question.due_on);
  if (question.answered_at) return left >= 0 ? { state: 'on-time', days: 0 } : { state: 'late', days: -left };
  return left >= 0 ? { state: 'open', days: left } : { state: 'overdue', days: -left };
}
