/** F9.3, step 6: groups of people who chose alike. A first round gathers people in up to a hundred small clusters, a second those in groups. */
import { type Clusters, firstDistinct, kMeans, meanSilhouette } from './k-means.ts';
import type { Places } from './places.ts';

const BASE_CLUSTERS = 100;
/** Lloyd's steps end by themselves long before. */
const BASE_STEPS = 1000;
const GROUP_STEPS = 20;
const LEAST_GROUPS = 2;
const MOST_GROUPS = 5;
const BASE_PER_GROUP = 12;
/** so often in a row another number of groups must have been best before it is shown */
const STEADY = 4;

/** What the next computation starts from. */
export interface LastGroups {
  baseCentres: Places;
  /** centres of the groups, whether shown or not */
  groupCentres: Places;
  /** number of groups that were best last time, and how often in a row */
  best: number;
  bestTimes: number;
}

export interface Groups {
  count: number;
  /** group of each point, 0 … count − 1 */
  of: Uint32Array;
  /** mean silhouette of each number of groups that was tried */
  silhouettes: ReadonlyMap<number, number>;
  last: LastGroups;
}

/**
 * Gathers `points` (x, y of everybody who counts). With `last`, starts from it: groups keep their places, and their number changes
 * only after another was best four times running. Without it, from the first points that differ.
 */
export function groupsOf(points: Places, last?: LastGroups): Groups {
  const begin = last ? withMore(last.baseCentres, points) : firstDistinct(points, BASE_CLUSTERS);
  const base = kMeans(points, begin, BASE_STEPS);
  const sizes = new Float64Array(base.centres.length / 2);
  for (const cluster of base.of) sizes[cluster]! += 1;
  const tried = trials(base.centres, sizes, last);
  const silhouettes = new Map([...tried].map(([k, { silhouette }]) => [k, silhouette]));
  const best = bestOf(silhouettes);
  const bestTimes = last && last.best === best ? last.bestTimes + 1 : 1;
  const shown = numberShown(best, bestTimes, tried, last);
  const { centres, of } = shown === null ? oneGroup(base.centres) : tried.get(shown)!;
  return {
    count: centres.length / 2,
    of: base.of.map((cluster) => of[cluster]!),
    silhouettes,
    last: { baseCentres: base.centres, groupCentres: centres, best, bestTimes },
  };
}

/** New people bring new small clusters, up to the hundred. */
function withMore(centres: Places, points: Places): Places {
  const room = BASE_CLUSTERS - centres.length / 2;
  if (room <= 0) return centres;
  const known = new Set<string>();
  for (let at = 0; at < centres.length; at += 2) known.add(`${centres[at]} ${centres[at + 1]}`);
  const added: number[] = [];
  const candidates = firstDistinct(points, BASE_CLUSTERS);
  for (let at = 0; at < candidates.length && added.length / 2 < room; at += 2) {
    if (!known.has(`${candidates[at]} ${candidates[at + 1]}`)) added.push(candidates[at]!, candidates[at + 1]!);
  }
  return Float64Array.from([...centres, ...added]);
}

interface Trial extends Clusters {
  silhouette: number;
}

/**
 * Beginnings are the first centres that differ, as in the published method: a tighter grouping can often be found from others, but
 * agrees less with what was published (docs/decisions/0014).
 */
function trials(base: Places, sizes: Float64Array, last: LastGroups | undefined): Map<number, Trial> {
  const count = base.length / 2;
  const most = Math.min(MOST_GROUPS, LEAST_GROUPS + Math.floor(count / BASE_PER_GROUP), count);
  const tried = new Map<number, Trial>();
  for (let k = LEAST_GROUPS; k <= most; k += 1) {
    const begin = last && last.groupCentres.length / 2 === k ? last.groupCentres : firstDistinct(base, k);
    const found = kMeans(base, begin, GROUP_STEPS, sizes);
    if (found.centres.length / 2 === k) tried.set(k, { ...found, silhouette: meanSilhouette(base, found.of, k) });
  }
  return tried;
}

/** The number with the best silhouette, of equal ones the smaller; 1 when nobody differs. */
function bestOf(silhouettes: ReadonlyMap<number, number>): number {
  let best = 1;
  let height = Number.NEGATIVE_INFINITY;
  for (const [k, silhouette] of silhouettes) {
    if (silhouette > height) {
      best = k;
      height = silhouette;
    }
  }
  return best;
}

function numberShown(
  best: number,
  times: number,
  tried: ReadonlyMap<number, Trial>,
  last: LastGroups | undefined,
): number | null {
  if (best === 1) return null;
  const before = last ? last.groupCentres.length / 2 : null;
  return before !== null && tried.has(before) && best !== before && times < STEADY ? before : best;
}

function oneGroup(base: Places): { centres: Places; of: Uint32Array } {
  const count = base.length / 2;
  return { centres: count > 0 ? base.slice(0, 2) : new Float64Array(0), of: new Uint32Array(count) };
}
