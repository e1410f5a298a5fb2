/**
 * F9.1 Co-proposers (共同提案者): "co-proposers who must consent". Whoever is asked says yes to a certain text; when the text
 * changes, they are asked again. Pure.
 */
import { createHash } from 'node:crypto';
import type { Reader } from '#kernel/context.ts';
import { normaliseLine } from '#kernel/text.ts';
import type { RoundFacts } from '../rounds/index.ts';
import { type LatLng, placeOf } from './place.ts';
import type { DraftFields, ProposalKind, ProposalRefusal, ProposalText } from './proposal.ts';
import { isProposer, maySpeak } from './rules.ts';

/** What somebody consents to: everything that says what is proposed. */
export interface ConsentedText extends ProposalText {
  kind: ProposalKind;
  place: { lat: number; lng: number; shape: readonly LatLng[] | null } | null;
}

/** SHA-256 of the text, 32 bytes: the same for the same words, wherever they are kept. */
export function textDigest({
  kind,
  title,
  problem,
  proposal,
  effect,
  roles,
  cost,
  area,
  place,
}: ConsentedText): Buffer {
  const where = place && [place.lat, place.lng, ...(place.shape ?? []).flat()];
  const parts = [kind, normaliseLine(title), problem, proposal, effect, roles, cost, area, where];
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

/** The text of a draft as it would be published; a place that can't stand yet is no part of it. */
export function draftText(fields: DraftFields): ConsentedText {
  const where = placeOf(fields, null);
  return { ...fields, place: 'place' in where ? where.place : null };
}

export function digestOf({ text }: { text: ConsentedText }): Buffer {
  return textDigest(text);
}

export type Ended = 'declined' | 'left' | 'taken-back';
export type CoState = 'invited' | 'consented' | 'asked-again' | Ended;

export interface CoFacts {
  digest: Buffer | null;
  ended: Ended | null;
}

/** Where somebody who was asked stands towards the text of now. */
export function coStateOf({ digest, ended }: CoFacts, now: Buffer): CoState {
  if (ended) return ended;
  if (!digest) return 'invited';
  return digest.equals(now) ? 'consented' : 'asked-again';
}

/** Open invitations and co-proposers of one proposal, together: letters to people who did not ask for them stay few. */
export const MOST_ASKED = 20;

/** What is asked about: a draft of `actorId`, or its proposal in `round`. */
export interface AskedThing {
  actorId: string;
  withdrawnAt: Date | null;
  /** null: not public yet */
  round: RoundFacts | null;
}

type No = ProposalRefusal | 'level' | 'sign-in' | null;

/** The text is closed with the debate (docs/decisions/0010): from then on nobody can be asked about it any more. */
function over({ withdrawnAt, round }: AskedThing, now: Date): No {
  if (withdrawnAt) return 'gone';
  return round && now >= round.drafting_at ? 'too-late' : null;
}

export function mayInvite(reader: Reader | null, thing: AskedThing, now: Date): No {
  if (!reader) return 'sign-in';
  return isProposer(reader, thing) ? over(thing, now) : 'not-yours';
}

/** Whoever is meant says yes or no: the person itself, or a representative or editor of the organisation. */
export function mayAnswer(
  reader: Reader | null,
  thing: AskedThing,
  co: CoFacts & { actorId: string | null },
  needed: number,
  now: Date,
): No {
  if (co.ended) return 'invitation-over';
  const no = over(thing, now);
  if (no) return no;
  if (!reader) return 'sign-in';
  if (reader.level < needed) return 'level';
  if (!maySpeak(reader)) return 'member-only';
  if (reader.acting.id === thing.actorId) return 'own-proposal';
  return co.actorId === null || reader.acting.id === co.actorId ? null : 'not-asked';
}

/** Leaving with a word, until the document is public: after that the city has it under these names. */
export function mayLeave(reader: Reader | null, thing: AskedThing, co: CoFacts & { actorId: string | null }): No {
  if (co.ended) return 'invitation-over';
  if (thing.withdrawnAt) return 'gone';
  if (thing.round?.published_at) return 'too-late';
  if (!reader) return 'sign-in';
  return co.digest && co.actorId === reader.acting.id && maySpeak(reader) ? null : 'not-asked';
}

/** Whoever proposed takes an invitation back while there is no yes; a co-proposer leaves only by itself. */
export function mayTakeBack(reader: Reader | null, thing: AskedThing, co: CoFacts): No {
  if (co.ended || co.digest) return 'invitation-over';
  if (!reader) return 'sign-in';
  return isProposer(reader, thing) ? null : 'not-yours';
}
