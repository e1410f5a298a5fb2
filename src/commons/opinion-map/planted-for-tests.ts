/** Conversations in which groups were planted, to be found again. Deterministic. */
import { matrixOf, type VoteMatrix } from './matrix.ts';

export interface Planted {
  matrix: VoteMatrix;
  hidden: Uint8Array;
  /** the group each person was made in */
  group: Int32Array;
}

export interface Plan {
  people: number;
  opinions: number;
  groups: number;
  /** share of the opinions that a person has seen */
  seen: number;
  /** how often somebody chooses as the group does */
  loyalty: number;
  seed: number;
}

/** Numbers in [0, 1) that look like chance (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Every group has its own leaning on every opinion; a person follows it as loyally as `loyalty` says, or chooses anything. */
export function planted({ people, opinions, groups, seen, loyalty, seed }: Plan): Planted {
  const chance = chanceOf(seed);
  const leaning = Int8Array.from({ length: groups * opinions }, () => (chance() < 0.5 ? -1 : 1));
  const group = Int32Array.from({ length: people }, (_, person) => person % groups);
  const most = Math.ceil(people * opinions * Math.min(1, seen * 1.05)) + 1000;
  const person = new Uint32Array(most);
  const opinion = new Uint32Array(most);
  const stance = new Int8Array(most);
  let length = 0;
  for (let who = 0; who < people; who += 1) {
    // Steps between seen opinions are drawn, so that a sparse matrix costs what is in it.
    for (let what = skip(chance, seen); what < opinions && length < most; what += 1 + skip(chance, seen)) {
      person[length] = who;
      opinion[length] = what;
      stance[length] = chance() < loyalty ? leaning[group[who]! * opinions + what]! : Math.floor(chance() * 3) - 1;
      length += 1;
    }
  }
  return {
    matrix: matrixOf(people, opinions, { length, person, opinion, stance }),
    hidden: new Uint8Array(opinions),
    group,
  };
}

/** How many are passed over when each is seen with probability `seen`. */
function skip(chance: () => number, seen: number): number {
  return seen >= 1 ? 0 : Math.floor(Math.log(1 - chance()) / Math.log(1 - seen));
}

/** Adjusted Rand index (Hubert and Arabie 1985): 1 the same grouping whatever the names, about 0 by chance. */
export function adjustedRandIndex(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const pairs = (count: number) => (count * (count - 1)) / 2;
  const [both, left, right] = [new Map<string, number>(), new Map<number, number>(), new Map<number, number>()];
  for (let at = 0; at < one.length; at += 1) {
    const key = `${one[at]} ${other[at]}`;
    both.set(key, (both.get(key) ?? 0) + 1);
    left.set(one[at]!, (left.get(one[at]!) ?? 0) + 1);
    right.set(other[at]!, (right.get(other[at]!) ?? 0) + 1);
  }
  const sum = (counts: Map<unknown, number>) => [...counts.values()].reduce((total, count) => total + pairs(count), 0);
  const expected = (sum(left) * sum(right)) / pairs(one.length);
  const most = (sum(left) + sum(right)) / 2;
  return most === expected ? 1 : (sum(both) - expected) / (most - expected);
}
