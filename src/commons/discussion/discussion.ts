/** F9.2 The open debate (公開の場): its kinds, choices and refusals. */
import { z } from 'zod';
import { refuser } from '#kernel/refusal.ts';
import { prose } from '#kernel/text.ts';

/** What stands in a debate by itself, with a number to quote it by. */
export const ENTRY_KINDS = ['opinion', 'question', 'explanation'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
export type ReplyKind = 'reply' | 'answer';
export type OpinionKind = EntryKind | ReplyKind;

export type DebateKind = 'proposal' | 'imported' | 'plan';

/** 賛成 / 反対 / どちらでもない・わからない */
export const CHOICES = ['agree', 'disagree', 'pass'] as const;
export type Choice = (typeof CHOICES)[number];
export type Stance = 1 | -1 | 0;

export const STANCE_OF: Readonly<Record<Choice, Stance>> = { agree: 1, disagree: -1, pass: 0 };

export function choiceOf(stance: number): Choice {
  return stance > 0 ? 'agree' : stance < 0 ? 'disagree' : 'pass';
}

export const choice = z.enum(CHOICES, { error: 'not-a-choice' });

/** Why a debate closed before its date. */
export type ClosedBecause = 'withdrawn' | 'merged';

/** What the rules need to know of a debate. */
export interface DebateFacts {
  /** of a proposal's debate: the publication; questions are taken from then on */
  created_at: Date;
  opens_at: Date;
  closes_at: Date;
  closed_because: ClosedBecause | null;
  /** P9: of the rules its round began under; null or absent: those in force */
  rules_version?: number | null;
  host_id: string | null;
}

/**
 * As whom something was said in a hall and entered by its scribe: a participant without a name, somebody the scribe named, or
 * somebody who has said since that these are their words.
 */
export const SPOKEN_AS = ['participant', 'named', 'confirmed'] as const;
export type SpokenAs = (typeof SPOKEN_AS)[number];

/** What the rules need to know of an opinion. */
export interface OpinionFacts {
  kind: OpinionKind;
  actor_id: string;
  /** null or absent: written by whoever it is from */
  spoken_as?: SpokenAs | null;
  withdrawn_at: Date | null;
  hidden_at: Date | null;
  answered_at: Date | null;
}

/** Text as the schema takes it; how long it may be is the hub's rule, checked by `within`. */
export const text = prose({ max: 20_000 });
export const optionalText = prose({ min: 0, max: 20_000 })
  .optional()
  .transform((value) => value ?? '');

export type DiscussionRefusal =
  | 'not-open-yet'
  | 'closed'
  | 'proposal-withdrawn'
  | 'proposal-merged'
  | 'withdrawn'
  | 'hidden'
  | 'not-votable'
  | 'not-a-question'
  | 'not-yours'
  | 'member-only'
  | 'host-only'
  | 'division-only'
  | 'organisation-only'
  | 'voted-already'
  | 'revise-instead'
  | 'changed-meanwhile'
  | 'unchanged'
  | 'said-already';

export const refuse = refuser<DiscussionRefusal>('discussion');

/** Two ints name the advisory lock under which votes are counted; the second is the hub's number. */
export const TALLY_LOCK = 1296649841;
