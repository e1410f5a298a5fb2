/** F9.6 Decisions about the document. Pure: each gives null when the act is allowed, otherwise the reason. */
import { actsAsSecretariat } from '#commons/hubs/index.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import { actingDivision } from '../reflection/index.ts';
import type { RoundFacts } from '../rounds/index.ts';
import { speaksAs } from '../statement/index.ts';
import type { DocumentRefusal } from './document.ts';
import type { ErratumPart } from './erratum.ts';
import type { PublishedDocument } from './queries.ts';

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

export interface ErratumFacts {
  /** the reader edits, or edited, this round's statement */
  edits: boolean;
  /** who made the proposal concerned; null where none is */
  proposerId: string | null;
}

/** Whoever wrote a part answers for what is wrong in it: the proposer, the editors, and the secretariat for the rest. */
export function mayCorrect(
  hub: Hub,
  reader: Reader,
  part: ErratumPart,
  { edits, proposerId }: ErratumFacts,
): DocumentRefusal | null {
  if (part === 'proposal') return proposerId !== null && speaksAs(reader, proposerId) ? null : 'not-proposer';
  if (part === 'statement') return edits && reader.acting.id === reader.person.id ? null : 'not-statement-editor';
  return actsAsSecretariat({ hub, reader }) ? null : 'not-secretariat';
}

/** The division to which it was handed, once. */
export function mayReceive(
  reader: Reader | null,
  document: Pick<PublishedDocument, 'submission' | 'receipt'> | null,
): DocumentRefusal | null {
  if (!document) return 'not-published';
  if (!document.submission) return 'not-submitted';
  if (document.receipt) return 'received-already';
  return actingDivision(reader)?.id === document.submission.received_by_id ? null : 'not-the-receiver';
}
