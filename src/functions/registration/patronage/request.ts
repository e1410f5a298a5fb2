/** F7.7 後援名義 and letters of recommendation: what a group asks an office for, and the words that may be said against an act. */
import { z } from 'zod';
import { type Refusal, refuse as refuseKernel, refuser } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';

export const LIMITS = { title: 120, place: 120, purpose: 2000, words: 1000 } as const;

export const KINDS = ['patronage', 'recommendation'] as const;
export type Kind = (typeof KINDS)[number];

export const STATES = ['received', 'question', 'granted', 'refused', 'taken-back'] as const;
export type State = (typeof STATES)[number];

const day = z.iso.date({ error: 'not-a-date' });

export const requestInput = z.object({
  own: z.uuid({ error: 'not-a-choice' }),
  asked: z.uuid({ error: 'not-a-choice' }),
  kind: z.enum(KINDS, { error: 'not-a-choice' }),
  title: line({ max: LIMITS.title }),
  heldOn: day,
  heldUntil: z
    .union([day, z.literal('')], { error: 'not-a-date' })
    .optional()
    .default(''),
  place: line({ min: 0, max: LIMITS.place }).optional().default(''),
  purpose: prose({ max: LIMITS.purpose }),
});

export type PatronageRefusal =
  | 'not-of-the-group'
  | 'not-a-standing-group'
  | 'no-such-office'
  | 'in-the-past'
  | 'ends-before'
  | 'not-of-the-office'
  | 'decided-already'
  | 'no-question'
  | 'question-waits';

export const refuse = refuser<PatronageRefusal>('patronage');

const NOT_YOURS: readonly string[] = ['not-of-the-group', 'not-of-the-office'];
const TYPED: readonly string[] = ['no-such-office', 'in-the-past', 'ends-before'];

export function refusalFor(code: PatronageRefusal, field?: string): Refusal {
  const status = NOT_YOURS.includes(code) ? 403 : TYPED.includes(code) ? 422 : 409;
  return refuse(code, { status, ...(field ? { field } : {}) });
}

export function notFound(): Refusal {
  return refuseKernel('not-found', { status: 404 });
}
