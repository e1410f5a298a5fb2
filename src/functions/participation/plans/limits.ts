/** P9: the hub's limits of length, in characters, for all fields at once; and dates that come out of forms. */
import { Refusal, type RefusalItem, refuse as refuseKernel } from '#kernel/refusal.ts';
import { lengthOf } from '#kernel/text.ts';
import { type PlanRefusal, refuse, STATUS } from './plan.ts';
import type { Reason } from './rules.ts';

/** @throws Refusal 'too-long' at each field that is longer */
export function within(fields: Readonly<Record<string, readonly [text: string, max: number]>>): void {
  const items: RefusalItem[] = [];
  for (const [field, [text, max]] of Object.entries(fields)) {
    if (lengthOf(text) > max) items.push({ code: 'too-long', field, facts: { max } });
  }
  if (items.length > 0) throw new Refusal('kernel', items);
}

/** From a rule's reason to its refusal. */
export function refusalFor(reason: Reason, field?: string, facts?: Record<string, string | number>): Refusal {
  if (reason === 'level') return refuseKernel('level', { status: 403 });
  if (reason === 'sign-in') return refuseKernel('sign-in', { status: 401 });
  const status = STATUS[reason as PlanRefusal];
  return refuse(reason, {
    ...(field ? { field } : {}),
    ...(facts ? { facts } : {}),
    ...(status === undefined ? {} : { status }),
  });
}

export function notFound(): Refusal {
  return refuseKernel('not-found', { status: 404 });
}
