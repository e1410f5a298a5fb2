/** F9.5 The ways in which a debate's opinions are listed. Pure. */

export const SHOWS = ['all', 'uncovered', 'cited', 'annexed', 'questions', 'hidden', 'absorbed'] as const;
export type Show = (typeof SHOWS)[number];

/** Opinions on proposals that went into this one are a view of their own, where there are any. */
export function showsOf({ absorbed }: { absorbed: number }): Show[] {
  return SHOWS.filter((show) => show !== 'absorbed' || absorbed > 0);
}

export interface OpinionFilter {
  show: Show;
  /** part of the text, or its number */
  q: string;
  /** where the page before ended: covered or not, and the last opinion's id */
  after: OpinionKey | null;
  limit: number;
}

export interface OpinionKey {
  covered: boolean;
  id: string;
}
