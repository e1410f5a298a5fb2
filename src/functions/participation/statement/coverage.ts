/**
 * F9.5 Coverage is complete: "publishing is refused while any visible opinion of the round is neither cited by a point nor
 * listed, whole, in the annex with the editors' reason." Pure; `coverage-queries.ts` asks the database the same.
 */

/** What coverage needs to know of an entry of a debate. */
export interface CoveredFacts {
  kind: string;
  withdrawn: boolean;
  hidden: boolean;
  cited: boolean;
  annexed: boolean;
}

/**
 * How the statement deals with an entry. Explanations, replies and answers are not summed up; what was withdrawn is no longer
 * said; what is hidden is counted with its reason. In statements published
 * before an opinion had one place, a cited one may stand in the annex as well.
 */
export type Handling = 'not-counted' | 'withdrawn' | 'hidden' | 'cited' | 'annexed' | 'uncovered';

export const COVERED_KINDS = ['opinion', 'question'] as const;

export function handlingOf(entry: CoveredFacts): Handling {
  if (!(COVERED_KINDS as readonly string[]).includes(entry.kind)) return 'not-counted';
  if (entry.withdrawn) return 'withdrawn';
  if (entry.hidden) return 'hidden';
  if (entry.cited) return 'cited';
  return entry.annexed ? 'annexed' : 'uncovered';
}

/** What stands in the way of publishing, in the order in which it is best settled. */
export const BLOCKS = ['uncovered', 'point-without-citation', 'unconfirmed', 'open-objection'] as const;
export type Block = (typeof BLOCKS)[number];

export interface PublicationFacts {
  uncoveredCount: number;
  pointsWithoutCitation: number;
  openObjections: number;
  /** points that stand as the machine drafted them */
  unconfirmedPoints: number;
}

/** Empty when the statement may be published. */
export function publicationBlocks(facts: PublicationFacts): Block[] {
  const open: Record<Block, number> = {
    uncovered: facts.uncoveredCount,
    'point-without-citation': facts.pointsWithoutCitation,
    unconfirmed: facts.unconfirmedPoints,
    'open-objection': facts.openObjections,
  };
  return BLOCKS.filter((block) => open[block] > 0);
}

/** A statement as sets, for those who hold all of it at once. */
export interface StatementSets {
  entries: readonly { id: string; kind: string; withdrawn: boolean; hidden: boolean }[];
  /** what each point cites */
  points: readonly (readonly string[])[];
  annex: readonly string[];
}

export interface Coverage {
  /** visible opinions and questions */
  total: number;
  cited: number;
  /** in the annex and not cited */
  annexed: number;
  hidden: number;
  uncovered: string[];
  /** points that cite nothing that can still be read */
  pointsWithoutCitation: number;
}

export function coverageOfSets({ entries, points, annex }: StatementSets): Coverage {
  const citations = new Set(points.flat());
  const annexed = new Set(annex);
  const handled = entries.map((entry) => ({
    id: entry.id,
    handling: handlingOf({ ...entry, cited: citations.has(entry.id), annexed: annexed.has(entry.id) }),
  }));
  const count = (handling: Handling) => handled.filter((entry) => entry.handling === handling).length;
  const uncovered = handled.filter((entry) => entry.handling === 'uncovered').map((entry) => entry.id);
  const readable = new Set(handled.filter((entry) => entry.handling === 'cited').map((entry) => entry.id));
  return {
    total: count('cited') + count('annexed') + uncovered.length,
    cited: count('cited'),
    annexed: count('annexed'),
    hidden: count('hidden'),
    uncovered,
    pointsWithoutCitation: points.filter((cites) => !cites.some((id) => readable.has(id))).length,
  };
}
