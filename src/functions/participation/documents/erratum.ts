/** F9.6 正誤: "later corrections are errata, never silent changes". What one consists of, and where its words are looked for. Pure. */
import type { DocumentContent } from './document.ts';

/** Who answers for what: the proposer for the proposal, the editors for the statement, the secretariat for the rest. */
export const ERRATUM_PARTS = ['proposal', 'statement', 'rest'] as const;
export type ErratumPart = (typeof ERRATUM_PARTS)[number];

export interface ShownErratum {
  id: string;
  /** 1, 2, … within its document */
  number: number;
  part: ErratumPart;
  proposal_id: string | null;
  proposal_title: string | null;
  /** where in the document, in words: 「項目2」 */
  place: string;
  wrong: string;
  /** '' when the wrong words are to be left out */
  corrected: string;
  reason: string;
  actor_name: string;
  actor_kind: 'person' | 'group' | 'business' | 'division' | 'body';
  /** ISO 8601 */
  recorded_at: string;
}

/** True where these words stand in that part of the document: an erratum of words that aren't there would say nothing. */
export function standsIn(
  content: DocumentContent,
  part: ErratumPart,
  proposalId: string | null,
  words: string,
): boolean {
  return textsOf(partOf(content, part, proposalId)).some((text) => text.includes(words));
}

function partOf(content: DocumentContent, part: ErratumPart, proposalId: string | null): unknown {
  if (part === 'proposal') return content.proposals.find((one) => one.id === proposalId);
  if (part === 'statement') return content.statement.debates.find((one) => one.id === proposalId);
  return content;
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsOf);
}
