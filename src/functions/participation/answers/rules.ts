/** F9.7 Decisions about answers. Pure: each gives null when the act is allowed, otherwise the reason. */
import type { Reader } from '#kernel/context.ts';
import { daysBetween, tokyoDate } from '#kernel/dates.ts';
import { actingDivision } from '../reflection/index.ts';
import type { AnswerKind, AnswerRefusal } from './answer.ts';

export interface AnsweredFacts {
  gone: boolean;
  /** of the present answer; null while there is none */
  division_id: string | null;
  /** the division that has the policy in hand */
  lead_id: string | null;
  round: { published_at: Date | null };
}

/**
 * Any division of the city may give the first answer: who is concerned is for the city to sort out, and shown. An answer that
 * stands is revised by the division that gave it or by the one that leads.
 */
export function mayAnswer(reader: Reader | null, subject: AnsweredFacts): AnswerRefusal | null {
  const division = actingDivision(reader);
  if (!division) return 'not-a-division';
  if (!subject.round.published_at) return 'not-published';
  if (subject.gone) return 'withdrawn';
  const theirs = subject.division_id !== null && division.id !== subject.division_id && division.id !== subject.lead_id;
  return theirs ? 'not-in-charge' : null;
}

export interface AnswerDates {
  kind: AnswerKind;
  decidedOn: string;
  nextOn: string | null;
  passedTo: string;
}

/** The first thing wrong with an answer's dates and what its kind asks for, with the field it belongs to. */
export function answerProblem(
  answer: AnswerDates,
  publishedAt: Date,
  now: Date,
): { code: AnswerRefusal; field: string } | null {
  if (answer.decidedOn > tokyoDate(now)) return { code: 'in-the-future', field: 'decidedOn' };
  if (answer.decidedOn < tokyoDate(publishedAt)) return { code: 'before-publication', field: 'decidedOn' };
  if (answer.kind === 'under-study' && answer.nextOn === null) return { code: 'next-needed', field: 'nextOn' };
  if (answer.nextOn !== null && daysBetween(answer.decidedOn, answer.nextOn) <= 0)
    return { code: 'next-not-after', field: 'nextOn' };
  if (answer.kind === 'not-ours' && answer.passedTo === '') return { code: 'passed-to-needed', field: 'passedTo' };
  return null;
}
