/** X12: what an address may ask of the database however large the town is, and which addresses ask too much. */

export interface AddressCost {
  /** pattern of the route; further pages of a list stand apart */
  route: string;
  /** the costliest address of the route, and who asked for it */
  path: string;
  as: string;
  queries: number;
  rowsRead: number;
  bytes: number;
  milliseconds: number;
  /** large tables that were read from one end to the other */
  whole: string[];
}

/** A round's reading of rules, the reader's own things, and the page: more is a query in a loop. */
export const MOST_QUERIES = 10;
/** A page of a hundred entries with what hangs on each, and counts that stop at a thousand. */
export const MOST_ROWS = 6_000;
/** A table of fewer rows is read whole by right: an index would cost more. */
export const LARGE_TABLE = 3_000;

/** Whoever takes a whole list as a file, or 25,000 of its addresses, takes its rows with it: such an address is measured and not bounded. */
export function isFile(route: string): boolean {
  return /\.(csv|tsv|json|geojson|ics|atom|pdf|zip)$/.test(route) || route === '/sitemaps/:name';
}

/**
 * Pages that stand above a whole round, and add up what is kept of each of its proposals: a round of forty thousand proposals, which no
 * town has, is beyond what they may read otherwise. A sum of its own would be one row that every opinion waits for.
 */
export const SUMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['/rounds/:ref', []],
  ['/rounds/:ref/statement', ['coverage_figures']],
]);
/** Four rows for each proposal of such a round. */
export const MOST_ROWS_OF_SUMS = 160_000;

/** How many rows a page of this route may read. */
export function mostRows(route: string): number {
  return SUMS.has(pageOf(route)) ? MOST_ROWS_OF_SUMS : MOST_ROWS;
}

const pageOf = (route: string) => route.replace(/ \(further page\)$/, '');

/** In words; nothing when the address keeps within the bounds. */
export function tooMuch({ route, queries, rowsRead, whole }: AddressCost): string[] {
  if (isFile(route)) return [];
  const sums = SUMS.get(pageOf(route));
  const strange = whole.filter((table) => !sums?.includes(table));
  return [
    ...(queries > MOST_QUERIES ? [`${queries} queries`] : []),
    ...(rowsRead > mostRows(route) ? [`${rowsRead.toLocaleString('en')} rows read`] : []),
    ...strange.map((table) => `reads all of ${table}`),
  ];
}

/** The costliest address of each route, the route with most rows first. */
export function costliest(all: readonly AddressCost[]): AddressCost[] {
  const byRoute = Map.groupBy(all, ({ route }) => route);
  return [...byRoute.values()]
    .map((some) => some.reduce((worst, one) => (one.rowsRead > worst.rowsRead ? one : worst)))
    .toSorted((a, b) => b.rowsRead - a.rowsRead || a.route.localeCompare(b.route));
}
