/** F7.3 Circles (連絡会) of registered groups: founded by one, joined by others of their own accord, with letters and files among them. */
import { type Refusal, refuse as refuseKernel, refuser } from '#kernel/refusal.ts';

export const CIRCLE_LIMITS = { name: 60, about: 600, title: 100, body: 4000 } as const;

export type CircleRefusal =
  | 'not-of-the-group'
  | 'not-a-standing-group'
  | 'member-already'
  | 'not-a-member'
  | 'not-founder'
  | 'founder-stays'
  | 'closed'
  | 'full'
  | 'no-such-letter';

export const refuse = refuser<CircleRefusal>('circles');

const NOT_YOURS: readonly string[] = ['not-of-the-group', 'not-a-member', 'not-founder'];

export function refusalFor(code: CircleRefusal, field?: string): Refusal {
  return refuse(code, { status: NOT_YOURS.includes(code) ? 403 : 409, ...(field ? { field } : {}) });
}

export function notFound(): Refusal {
  return refuseKernel('not-found', { status: 404 });
}

/** Members of one circle: so many letters go out with one. */
export const MOST_MEMBERS = 200;
