/** From a reason to its refusal, with what its sentence needs to know. */
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { Refusal, type RefusalItem, refuse as refuseKernel } from '#kernel/refusal.ts';
import { lengthOf } from '#kernel/text.ts';
import { type DebateFacts, type DiscussionRefusal, refuse } from './discussion.ts';
import type { Reason } from './rules.ts';

/** 409: true a moment ago, or elsewhere; 403: not this reader. Anything else is 422. */
const STATUS: Readonly<Partial<Record<DiscussionRefusal, number>>> = {
  'not-open-yet': 409,
  closed: 409,
  'proposal-withdrawn': 409,
  withdrawn: 409,
  hidden: 409,
  'voted-already': 409,
  'revise-instead': 409,
  'changed-meanwhile': 409,
  'said-already': 409,
  'not-yours': 403,
  'member-only': 403,
  'host-only': 403,
  'division-only': 403,
  'organisation-only': 403,
};

/** Dates for the sentences 「…からです」「…に終わりました」; the last day is the one that ends where the debate closes. */
export function dateFacts(debate: DebateFacts, lang: Lang): { opens: string; closes: string } {
  const last = new Date(debate.closes_at.getTime() - 1);
  return {
    opens: formatDate(tokyoDate(debate.opens_at), lang, 'short'),
    closes: formatDate(tokyoDate(last), lang, 'short'),
  };
}

export function refusalFor(reason: Reason, debate: DebateFacts | null, lang: Lang): Refusal {
  if (reason === 'level') return refuseKernel('level', { status: 403 });
  if (reason === 'sign-in') return refuseKernel('sign-in', { status: 401 });
  const facts = debate ? dateFacts(debate, lang) : {};
  const status = STATUS[reason];
  return refuse(reason, { facts, ...(status === undefined ? {} : { status }) });
}

/** Nothing of another hub and nothing that isn't there is told apart. */
export function notFound(): Refusal {
  return refuseKernel('not-found', { status: 404 });
}

/**
 * The hub's limits, in characters, for all fields at once.
 * @throws Refusal 'too-long' at each field that is longer
 */
export function within(fields: Readonly<Record<string, readonly [text: string, max: number]>>): void {
  const items: RefusalItem[] = [];
  for (const [field, [text, max]] of Object.entries(fields)) {
    if (lengthOf(text) > max) items.push({ code: 'too-long', field, facts: { max } });
  }
  if (items.length > 0) throw new Refusal('kernel', items);
}
