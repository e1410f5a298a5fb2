/** F9.6 事業提案書・計画提案書: what is frozen when a round is published, and the words that may be said against an act on it. */
import type { ActorKind } from '#kernel/context.ts';
import { refuser } from '#kernel/refusal.ts';
import type { FileContent } from '../proposals/index.ts';
import type { Section } from '../statement/index.ts';

/** People appear by the name they chose; nothing here ties what somebody says in one document to another. */
export interface Named {
  kind: ActorKind;
  name: string;
}

export interface DocumentProposal {
  id: string;
  kind: 'plan' | 'project';
  /** the version that stood at the cut-off */
  version: number;
  writtenAt: string;
  title: string;
  by: Named;
  /** who consented to exactly this version as co-proposers, in the order of their consent; absent where nobody did */
  with?: readonly Named[];
  policy: { code: string; title: string } | null;
  problem: string;
  proposal: string;
  effect: string;
  roles: string;
  cost: string;
  area: string;
  debate: { opinions: number; votes: number; voters: number };
  /** what is attached to that version; absent where nothing is */
  files?: readonly FileContent[];
}

export interface DocumentWithdrawal {
  id: string;
  title: string;
  by: Named;
  withdrawnAt: string;
  reason: string;
  /** the proposal it went into by consent of both sides; absent where it was taken back or hidden */
  mergedInto?: { id: string; title: string };
}

export interface DocumentOpinion {
  id: string;
  number: number | null;
  kind: 'opinion' | 'question';
  text: string;
  reason: string;
  amendment: string | null;
  /** null when it was withdrawn or hidden after it was cited: it is named by its number alone */
  by: Named | null;
  counts: { agree: number; disagree: number; pass: number };
  /** how many opinions of the debate are copies of this sentence, itself among them; absent where there is no other */
  sameText?: number;
  /** the merged proposal it was said about, where that isn't the point's own; numbers are given proposal by proposal */
  saidIn?: { id: string; title: string };
}

export interface DocumentObjection {
  opinionNumber: number | null;
  by: Named;
  text: string;
  resolution: 'edited' | 'replied' | 'taken-back' | null;
  reply: string;
}

export interface DocumentPoint {
  id: string;
  version: number;
  text: string;
  /** the machine wrote its first version, this person made it theirs; absent for a point people wrote from the start */
  drafted?: { by: 'machine'; confirmedBy: string; confirmedAt: string; how: 'as-it-stands' | 'edited' };
  opinions: DocumentOpinion[];
  objections: DocumentObjection[];
}

/** The part of the statement on one proposal. */
export interface DocumentDebate {
  id: string;
  title: string;
  sections: { section: Section; points: DocumentPoint[] }[];
  annex: { opinion: DocumentOpinion; reason: string; objections: DocumentObjection[] }[];
  formerObjections: DocumentObjection[];
  hidden: { count: number; reasons: { reason: string | null; count: number }[] };
}

/** Everything that is hashed. Instants are ISO 8601 in UTC, days YYYY-MM-DD in Tokyo. */
export interface DocumentContent {
  format: 'minna-document-v1';
  number: string;
  hub: { key: string; name: string };
  round: { id: string; fiscalYear: number; number: number; collectingOn: string; debatingOn: string; cutOff: string };
  publishedAt: string;
  proposals: DocumentProposal[];
  withdrawn: DocumentWithdrawal[];
  statement: { debates: DocumentDebate[]; editors: { name: string }[] };
  coverage: { opinions: number; cited: number; annexed: number; hidden: number };
}

export type DocumentRefusal =
  | 'not-editor'
  | 'not-yet'
  | 'already-published'
  | 'uncovered'
  | 'point-without-citation'
  | 'unconfirmed'
  | 'open-objection'
  | 'not-published'
  | 'already-submitted'
  | 'not-a-division'
  | 'in-the-future'
  | 'before-publication'
  | 'not-proposer'
  | 'not-statement-editor'
  | 'not-secretariat'
  | 'nothing-corrected'
  | 'not-in-document'
  | 'not-submitted'
  | 'not-the-receiver'
  | 'received-already'
  | 'before-submission';

export const refuse = refuser<DocumentRefusal>('documents');
