/** F9.6 Decisions about the document. Pure: each gives null when the act is allowed, otherwise the reason. */
import { actsAsSecretariat } from '#commons/hubs/index.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import type { RoundFacts } from '../rounds/index.ts';
import type { DocumentRefusal } from './document.ts';

type Reason = DocumentRefusal | 'sign-in';

/** Editors, as the persons they are, and the secretariat. */
export function isPublisher(hub: Hub, reader: Reader, edits: boolean): boolean {
  return (edits && reader.acting.id === reader.person.id) || actsAsSecretariat({ hub, reader });
}

/** From the day the checking ends; however late, it is published once. */
export function mayPublish(
  hub: Hub,
  reader: Reader | null,
  round: RoundFacts,
  edits: boolean,
  now: Date,
): Reason | null {
  if (!reader) return 'sign-in';
  if (round.published_at) return 'already-published';
  if (!isPublisher(hub, reader, edits)) return 'not-editor';
  return now < round.publishing_at ? 'not-yet' : null;
}

export function maySubmit(
  hub: Hub,
  reader: Reader | null,
  round: RoundFacts & { submitted_at: Date | null },
  edits: boolean,
): Reason | null {
  if (!reader) return 'sign-in';
  if (!round.published_at) return 'not-published';
  if (round.submitted_at) return 'already-submitted';
  return isPublisher(hub, reader, edits) ? null : 'not-editor';
}
