/** X9 Decisions about paper. Pure: null when the act is allowed, otherwise the reason. */
import { actsAsSecretariat } from '#commons/hubs/index.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import { tokyoDate } from '#kernel/dates.ts';
import type { PaperKind, PaperRefusal } from './paper.ts';

/** Whoever sits at the counter enters in the secretariat's name, so that the journal says which office answers for it. */
export function mayEnter(
  hub: Pick<Hub, 'secretariatId'>,
  reader: Pick<Reader, 'roles' | 'acting'> | null,
): 'sign-in' | 'not-secretariat' | null {
  if (!reader) return 'sign-in';
  return actsAsSecretariat({ hub, reader }) ? null : 'not-secretariat';
}

/** A paper is handed in while there is a debate to hand it in to. Days are YYYY-MM-DD in Tokyo. */
export function dayProblem(
  receivedOn: string,
  debate: { created_at: Date; opens_at: Date },
  kind: PaperKind,
  now: Date,
): Extract<PaperRefusal, 'in-the-future' | 'before-debate'> | null {
  if (receivedOn > tokyoDate(now)) return 'in-the-future';
  const first = kind === 'question' ? debate.created_at : debate.opens_at;
  return receivedOn < tokyoDate(first) ? 'before-debate' : null;
}
