/** F9.7 What an answer of the city consists of, and the words that may be said against one. */
import { refuser } from '#kernel/refusal.ts';

/** The seven answers, in the order of the policy document. */
export const ANSWER_KINDS = [
  'adopted',
  'partly',
  'alternative',
  'under-study',
  'already-done',
  'not-ours',
  'declined',
] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

export function isAnswerKind(text: string | null | undefined): text is AnswerKind {
  return (ANSWER_KINDS as readonly (string | null | undefined)[]).includes(text);
}

/** What becomes something to be carried out, and is followed until it is (F9.8). */
export const ADOPTING: readonly AnswerKind[] = ['adopted', 'partly', 'alternative'];

export function isAdopting(kind: string | null): boolean {
  return (ADOPTING as readonly (string | null)[]).includes(kind);
}

export type AnswerRefusal =
  | 'not-a-division'
  | 'not-published'
  | 'withdrawn'
  | 'not-in-charge'
  | 'answered-meanwhile'
  | 'in-the-future'
  | 'before-publication'
  | 'next-not-after'
  | 'next-needed'
  | 'passed-to-needed'
  | 'passed-on-needed'
  | 'condition-without-adoption'
  | 'change-reason-needed'
  | 'no-policy'
  | 'not-lead'
  | 'not-secretariat'
  | 'handover-reason-needed'
  | 'leads-already'
  | 'assigned-meanwhile'
  | 'no-division'
  | 'partner-already'
  | 'not-partner'
  | 'draft-meanwhile'
  | 'not-member'
  | 'own-draft'
  | 'approved-already'
  | 'approval-needed'
  | 'not-answered'
  | 'follow-up-closed'
  | 'not-a-time'
  | 'ends-before-start'
  | 'in-the-past'
  | 'cancelled-already';

export const refuse = refuser<AnswerRefusal>('answers');
