/** F9.3, step 6: points in the plane, gathered round centres (Lloyd's algorithm), with weights. */
import type { Places } from './places.ts';

export interface Clusters {
  /** x and y of each centre; none is empty */
  centres: Places;
  /** which centre each point belongs to */
  of: Uint32Array;
}

/** A centre that moves less than this has arrived (in units of the map). */
const ARRIVED = 0.01;

/**
 * Starts from the centres `begin`, at most `steps` steps. Of centres at the same distance the first takes the point; a centre that
 * nobody is nearest to is dropped.
 */
export function kMeans(points: Places, begin: Places, steps: number, weights?: Float64Array): Clusters {
  let found: Clusters = { centres: Float64Array.from(begin), of: new Uint32Array(points.length / 2) };
  for (let step = 0; step < steps; step += 1) {
    const moved = recentre(points, nearest(points, found.centres), found.centres, weights);
    found = moved;
    if (moved.farthest < ARRIVED) break;
  }
  return { centres: found.centres, of: found.of };
}

/** The first `most` points that differ from each other. */
export function firstDistinct(points: Places, most: number): Places {
  const seen = new Set<string>();
  const found: number[] = [];
  for (let at = 0; at < points.length && seen.size < most; at += 2) {
    const key = `${points[at]} ${points[at + 1]}`;
    if (seen.has(key)) continue;
    seen.add(key);
    found.push(points[at]!, points[at + 1]!);
  }
  return Float64Array.from(found);
}

/** The centre nearest to each point. */
export function nearest(points: Places, centres: Places): Uint32Array {
  const of = new Uint32Array(points.length / 2);
  for (let point = 0; point < of.length; point += 1) {
    const x = points[2 * point]!;
    const y = points[2 * point + 1]!;
    let least = Number.POSITIVE_INFINITY;
    for (let centre = 0; centre < centres.length; centre += 2) {
      const across = x - centres[centre]!;
      const up = y - centres[centre + 1]!;
      const distance = across * across + up * up;
      if (distance < least) {
        least = distance;
        of[point] = centre / 2;
      }
    }
  }
  return of;
}

/** Moves each centre to the middle of its points; `farthest` is the longest way one of them went. */
function recentre(points: Places, of: Uint32Array, centres: Places, weights: Float64Array | undefined) {
  const count = centres.length / 2;
  const sums = new Float64Array(centres.length);
  const weight = new Float64Array(count);
  for (let point = 0; point < of.length; point += 1) {
    const centre = of[point]!;
    const heavy = weights ? weights[point]! : 1;
    sums[2 * centre]! += points[2 * point]! * heavy;
    sums[2 * centre + 1]! += points[2 * point + 1]! * heavy;
    weight[centre]! += heavy;
  }
  const kept: number[] = [];
  const renumbered = new Uint32Array(count);
  let farthest = 0;
  for (let centre = 0; centre < count; centre += 1) {
    if (weight[centre] === 0) {
      farthest = Number.POSITIVE_INFINITY;
      continue;
    }
    const x = sums[2 * centre]! / weight[centre]!;
    const y = sums[2 * centre + 1]! / weight[centre]!;
    farthest = Math.max(farthest, Math.hypot(x - centres[2 * centre]!, y - centres[2 * centre + 1]!));
    renumbered[centre] = kept.length / 2;
    kept.push(x, y);
  }
  return { centres: Float64Array.from(kept), of: of.map((centre) => renumbered[centre]!), farthest };
}

/**
 * Mean silhouette (Rousseeuw 1987) over all points, unweighted: (b − a) / max(a, b) with a the mean distance to one's own cluster and
 * b the least mean distance to another; a cluster of one counts 0. Quadratic in points: meant for a hundred of them.
 */
export function meanSilhouette(points: Places, of: Uint32Array, clusters: number): number {
  const count = of.length;
  if (count === 0 || clusters < 2) return 0;
  let total = 0;
  for (let point = 0; point < count; point += 1) total += silhouette(points, of, clusters, point);
  return total / count;
}

function silhouette(points: Places, of: Uint32Array, clusters: number, point: number): number {
  const sums = new Float64Array(clusters);
  const counts = new Uint32Array(clusters);
  for (let other = 0; other < of.length; other += 1) {
    if (other === point) continue;
    const across = points[2 * point]! - points[2 * other]!;
    const up = points[2 * point + 1]! - points[2 * other + 1]!;
    sums[of[other]!]! += Math.hypot(across, up);
    counts[of[other]!]! += 1;
  }
  const own = of[point]!;
  if (counts[own] === 0) return 0;
  const within = sums[own]! / counts[own]!;
  let between = Number.POSITIVE_INFINITY;
  for (let cluster = 0; cluster < clusters; cluster += 1) {
    if (cluster !== own && counts[cluster]! > 0) between = Math.min(between, sums[cluster]! / counts[cluster]!);
  }
  const larger = Math.max(within, between);
  return Number.isFinite(between) && larger > 0 ? (between - within) / larger : 0;
}
