/** F9.3, step 4: the two directions along which people differ most (principal components), by power iteration. */
import type { Centring, VoteMatrix } from './matrix.ts';

const MOST_STEPS = 100;
/** Begun from the last result, few steps follow what changed; the next computation goes on from there. */
const MOST_STEPS_ON = 10;
/** A direction that turns by less than this in a step (radians, about) has arrived: far below what can be drawn. */
const ARRIVED = 1e-9;

/** Two unit vectors, one number per opinion; zeros where there is nothing that differs. */
export type Components = readonly [Float64Array, Float64Array];

export interface ComponentsStart {
  last?: Components | undefined;
  seed?: number;
}

/**
 * The first two components of the centred matrix X, as eigenvectors of XᵀX by power iteration with deflation, at most 100 steps
 * each. Starts from `last` where there is one, so that the picture does not jump; opinions that came since start at 0. Each `seed`
 * starts in a direction of its own.
 */
export function componentsOf(
  matrix: VoteMatrix,
  centring: Centring,
  { last, seed = 0 }: ComponentsStart = {},
): Components {
  const begin = (at: 0 | 1) => beginning(matrix.opinions, last?.[at], 2 * seed + at);
  const centred = { ...matrix, value: centredValues(matrix, centring) };
  const first = direction(centred, null, begin(0), last !== undefined);
  const second = direction(centred, first, begin(1), last !== undefined);
  return [first, second];
}

interface CentredMatrix extends VoteMatrix {
  /** of each vote, its distance from the mean of its opinion; 0 for hidden ones */
  value: Float64Array;
}

function centredValues({ column, stance }: VoteMatrix, { mean, hidden }: Centring): Float64Array {
  const value = new Float64Array(column.length);
  for (let at = 0; at < column.length; at += 1) {
    const opinion = column[at]!;
    if (!hidden[opinion]) value[at] = stance[at]! - mean[opinion]!;
  }
  return value;
}

function direction(
  matrix: CentredMatrix,
  deflated: Float64Array | null,
  begin: Float64Array,
  goingOn: boolean,
): Float64Array {
  let vector = begin;
  for (let step = 0; step < (goingOn ? MOST_STEPS_ON : MOST_STEPS); step += 1) {
    if (deflated) removeShare(vector, deflated);
    const next = timesItself(matrix, vector);
    if (deflated) removeShare(next, deflated);
    const length = lengthOf(next);
    if (length < 1e-12) return new Float64Array(matrix.opinions);
    let turned = 0;
    for (let at = 0; at < next.length; at += 1) {
      next[at]! /= length;
      turned += (next[at]! - vector[at]!) ** 2;
    }
    vector = next;
    if (Math.sqrt(turned) < ARRIVED) break;
  }
  return goingOn ? vector : upright(vector);
}

function lengthOf(vector: Float64Array): number {
  let squares = 0;
  for (const one of vector) squares += one * one;
  return Math.sqrt(squares);
}

function beginning(opinions: number, last: Float64Array | undefined, seed: number): Float64Array {
  const vector = new Float64Array(opinions);
  if (last?.some((one) => one !== 0)) vector.set(last.subarray(0, opinions));
  else {
    // Uneven numbers (Weyl's sequence of the golden ratio): one that is the same everywhere can stand square to what is looked for.
    for (let at = 0; at < opinions; at += 1) vector[at] = 0.5 + (((at + 1) * (seed + 1) * 0.618033988749895) % 1);
  }
  return vector;
}

function removeShare(vector: Float64Array, direction: Float64Array): void {
  let share = 0;
  for (let at = 0; at < vector.length; at += 1) share += vector[at]! * direction[at]!;
  for (let at = 0; at < vector.length; at += 1) vector[at]! -= share * direction[at]!;
}

/** XᵀX·v for the centred matrix X: per person the dot product with v, spread over the opinions the person has seen. */
function timesItself({ people, rowStart, column, value }: CentredMatrix, vector: Float64Array): Float64Array {
  const product = new Float64Array(vector.length);
  for (let person = 0; person < people; person += 1) {
    const from = rowStart[person]!;
    const to = rowStart[person + 1]!;
    let dot = 0;
    for (let at = from; at < to; at += 1) dot += value[at]! * vector[column[at]!]!;
    if (dot === 0) continue;
    for (let at = from; at < to; at += 1) product[column[at]!]! += value[at]! * dot;
  }
  return product;
}

/** A component and its opposite are the same: the opinion that weighs most points up, so that every computation agrees. */
function upright(vector: Float64Array): Float64Array {
  let heaviest = 0;
  for (const one of vector) if (Math.abs(one) > Math.abs(heaviest) + 1e-12) heaviest = one;
  return heaviest < 0 ? vector.map((one) => -one) : vector;
}
