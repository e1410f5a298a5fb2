/** F1.3 A message to a group from its homepage: what it holds, when it goes, and what may be said against it. */
import { z } from 'zod';
import { refuse as refuseKernel, refuser } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';

export const MESSAGE_LIMITS = { name: 60, email: 200, subject: 100, body: 3000 } as const;
/** Messages are erased so many days after they came. */
export const KEPT_DAYS = 365;
/** Whoever sends faster than this is asked a question. */
export const SHORTEST_MS = 3_000;
/** A form left open longer than this is sent once more. */
export const LONGEST_MS = 24 * 3_600_000;
/** More addresses than this in a message are unusual. */
export const MOST_LINKS = 2;

/** Field that people don't see and programs fill in. */
export const TRAP = 'homepage';

export const messageInput = z.object({
  name: line({ max: MESSAGE_LIMITS.name }),
  email: line({ max: MESSAGE_LIMITS.email }),
  subject: line({ min: 0, max: MESSAGE_LIMITS.subject }).optional().default(''),
  body: prose({ max: MESSAGE_LIMITS.body }),
});
export type Message = z.output<typeof messageInput>;

export type MessageRefusal = 'stale-form' | 'wrong-answer' | 'question' | 'no-form' | 'not-an-address' | 'reported';
export const refuse = refuser<MessageRefusal>('siteContact');

const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/;

export function isAddress(typed: string): boolean {
  return ADDRESS.test(typed);
}

export function notFound() {
  return refuseKernel('not-found', { status: 404 });
}

/** Why a person is asked a question before the message goes; null: nothing unusual. Pure. */
export function isUnusual(typed: { trap: string; body: string; ageMs: number }): boolean {
  const links = typed.body.match(/https?:\/\/|www\./gi)?.length ?? 0;
  return typed.trap !== '' || typed.ageMs < SHORTEST_MS || links > MOST_LINKS;
}
