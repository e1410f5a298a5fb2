/** F9.1 Decisions about proposals. Pure: each gives null when the act is allowed, otherwise the reason. */
import { rulesOf } from '#commons/hubs/index.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import type { RoundFacts } from '../rounds/index.ts';
import type { ProposalRefusal } from './proposal.ts';

type Reason = ProposalRefusal | 'level' | 'sign-in' | null;

export interface ProposalFacts {
  actorId: string;
  withdrawnAt: Date | null;
  /** X4: hidden by moderation */
  hiddenAt?: Date | null;
}

/** Whoever has a confirmed contact may propose; for an organisation its representatives and editors do (P1). */
export function mayPropose(hub: Hub, reader: Reader | null): Reason {
  if (!reader) return 'sign-in';
  if (reader.level < rulesOf(hub).levels.proposal) return 'level';
  return maySpeak(reader) ? null : 'member-only';
}

/** A member belongs to an organisation but doesn't speak for it. */
export function maySpeak(reader: Reader): boolean {
  if (reader.acting.id === reader.person.id) return true;
  const role = reader.roles.find((held) => held.organisation.id === reader.acting.id)?.role;
  return role === 'representative' || role === 'editor';
}

/** True when `reader`, as whom it acts now, is who proposed. */
export function isProposer(reader: Reader | null, proposal: ProposalFacts): boolean {
  return reader !== null && reader.acting.id === proposal.actorId && maySpeak(reader);
}

/** New versions until the debate ends: what people say in it may still improve the text that goes to the city. */
export function mayRevise(reader: Reader | null, proposal: ProposalFacts, round: RoundFacts, now: Date): Reason {
  if (!reader) return 'sign-in';
  if (proposal.withdrawnAt) return 'withdrawn';
  if (!isProposer(reader, proposal)) return 'not-yours';
  if (proposal.hiddenAt) return 'hidden';
  return now < round.drafting_at ? null : 'revision-closed';
}

/** Withdrawing is possible until the document is public; after that the city has it. */
export function mayWithdraw(reader: Reader | null, proposal: ProposalFacts, round: RoundFacts): Reason {
  if (!reader) return 'sign-in';
  if (proposal.withdrawnAt) return 'withdrawn';
  if (!isProposer(reader, proposal)) return 'not-yours';
  return round.published_at ? 'withdrawal-closed' : null;
}
