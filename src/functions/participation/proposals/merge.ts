/**
 * F9.1 Merging (統合): "Two proposals merge only when both sides consent". One goes into the other, or into a new common text that
 * becomes the other's next version. Pure.
 */
import type { Reader } from '#kernel/context.ts';
import type { RoundFacts } from '../rounds/index.ts';
import type { ProposalRefusal } from './proposal.ts';
import { isProposer, maySpeak, type ProposalFacts } from './rules.ts';

/** As the suggesting side says it: theirs goes into ours, ours into theirs, or both into a common text that ours takes on. */
export const WAYS = ['theirs-into-ours', 'ours-into-theirs', 'common-text'] as const;
export type Way = (typeof WAYS)[number];

export type MergeOutcome = 'merged' | 'refused' | 'taken-back' | 'overtaken' | 'timed-out';

/** Suggestions of one proposal that may be open at once. */
export const MOST_OPEN_MERGES = 5;

export interface MergingProposal extends ProposalFacts {
  id: string;
  roundId: string;
  version: number;
}

type No = ProposalRefusal | 'level' | 'sign-in' | null;

/** Until the round's cut-off: from then on the texts that go to the city are closed (docs/decisions/0010). */
export function maySuggest(
  reader: Reader | null,
  ours: MergingProposal,
  theirs: MergingProposal,
  round: RoundFacts,
  now: Date,
): No {
  if (ours.id === theirs.id) return 'same-proposal';
  if (ours.withdrawnAt || theirs.withdrawnAt) return 'gone';
  if (ours.roundId !== theirs.roundId) return 'other-round';
  if (now >= round.drafting_at) return 'merge-closed';
  if (!reader) return 'sign-in';
  return isProposer(reader, ours) ? null : 'not-yours';
}

export interface MergeFacts {
  outcome: MergeOutcome | null;
  /** actors whose yes it needs, whoever suggests it left out */
  needed: readonly string[];
  consented: readonly string[];
}

/** Whoever is concerned and has not answered yet. */
export function mayAnswerMerge(reader: Reader | null, merge: MergeFacts, round: RoundFacts, now: Date): No {
  if (merge.outcome) return 'merge-over';
  if (now >= round.drafting_at) return 'merge-closed';
  if (!reader) return 'sign-in';
  if (!merge.needed.includes(reader.acting.id) || !maySpeak(reader)) return 'not-asked';
  return merge.consented.includes(reader.acting.id) ? 'answered-already' : null;
}

export function mayTakeBackMerge(reader: Reader | null, merge: MergeFacts, suggestedBy: ProposalFacts): No {
  if (merge.outcome) return 'merge-over';
  if (!reader) return 'sign-in';
  return isProposer(reader, suggestedBy) ? null : 'not-yours';
}

/** True when everybody it needs has said yes. */
export function isAgreed({ needed, consented }: Pick<MergeFacts, 'needed' | 'consented'>): boolean {
  return needed.every((actor) => consented.includes(actor));
}

/** How a suggestion stands now: an open one is over with the cut-off, also before the clock has written it down. */
export function outcomeOf(merge: Pick<MergeFacts, 'outcome'>, round: RoundFacts, now: Date): MergeOutcome | 'open' {
  return merge.outcome ?? (now >= round.drafting_at ? 'timed-out' : 'open');
}
