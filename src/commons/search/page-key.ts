/**
 * X7: where a page of results goes on. Matches are looked at a thousand at a time: those whose titles match first, then the others, the
 * newest first. Within a thousand the closest come first. A key names the thousand by its first entry, and the last entry shown of it.
 */

/** 0: the title holds what was asked; 1: the text does */
export type Stage = 0 | 1;

export interface PageKey {
  stage: Stage;
  /** number of the first entry of the thousand; null: the newest there is */
  first: number | null;
  /** the last one shown; null: none yet */
  last: { rank: number; number: number } | null;
}

export const FIRST_PAGE: PageKey = { stage: 0, first: null, last: null };

export function keyText({ stage, first, last }: PageKey): string {
  return [stage, first ?? '', ...(last ? [last.rank, last.number] : [])].join('.');
}

/** The key an address names; what makes no sense there leads to the first page. */
export function keyFrom(text: string): PageKey {
  const match = /^([01])\.(\d{0,9})(?:\.(\d)\.(\d{1,9}))?$/.exec(text);
  if (!match) return FIRST_PAGE;
  const [, stage, first, rank, number] = match;
  return {
    stage: stage === '1' ? 1 : 0,
    first: first ? Number(first) : null,
    last: rank === undefined || number === undefined ? null : { rank: Number(rank), number: Number(number) },
  };
}
