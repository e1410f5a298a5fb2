/** F7.3 What registered groups have with each other: "works together with", confirmed by both, and messages. */
import { type Refusal, refuse as refuseKernel, refuser } from '#kernel/refusal.ts';

export type TieRefusal =
  | 'not-of-the-group'
  | 'not-a-standing-group'
  | 'own-group'
  | 'asked-already'
  | 'settled-already'
  | 'too-many-messages';

export const refuse = refuser<TieRefusal>('ties');

const NOT_YOURS: readonly string[] = ['not-of-the-group', 'own-group'];

export function refusalFor(code: TieRefusal): Refusal {
  return refuse(code, { status: NOT_YOURS.includes(code) ? 403 : code === 'too-many-messages' ? 429 : 409 });
}

export function notFound(): Refusal {
  return refuseKernel('not-found', { status: 404 });
}

/** The pair in its order: the same two give the same row whoever asked. */
export function pairOf(a: string, b: string): { low: string; high: string } {
  return a < b ? { low: a, high: b } : { low: b, high: a };
}
