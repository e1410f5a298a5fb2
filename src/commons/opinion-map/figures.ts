/** F9.3, steps 7–9: what each group stands for, what all agree on, from the votes themselves. Formulae of the Polis method. */
import type { VoteMatrix } from './matrix.ts';

/** 90 % one-sided, of the normal distribution */
export const Z_90 = 1.2816;
const MOST_SHOWN = 5;

/** Of each group and opinion: who agreed, disagreed, and saw it (all votes, passes too). Index group · opinions + opinion. */
export interface Counts {
  groups: number;
  opinions: number;
  agreed: Uint32Array;
  disagreed: Uint32Array;
  saw: Uint32Array;
}

/** `groupOf` gives the group of each person, −1 for those who are in none. */
export function countsOf(matrix: VoteMatrix, groupOf: Int32Array, groups: number): Counts {
  const { opinions, rowStart, column, stance } = matrix;
  const agreed = new Uint32Array(groups * opinions);
  const disagreed = new Uint32Array(groups * opinions);
  const saw = new Uint32Array(groups * opinions);
  for (let person = 0; person < matrix.people; person += 1) {
    const group = groupOf[person]!;
    if (group < 0) continue;
    for (let at = rowStart[person]!; at < rowStart[person + 1]!; at += 1) {
      const place = group * opinions + column[at]!;
      saw[place]! += 1;
      if (stance[at]! > 0) agreed[place]! += 1;
      else if (stance[at]! < 0) disagreed[place]! += 1;
    }
  }
  return { groups, opinions, agreed, disagreed, saw };
}

/** Counts over everybody, in a group or not. */
export function countsOfAll(matrix: VoteMatrix): Counts {
  return countsOf(matrix, new Int32Array(matrix.people), 1);
}

/** Step 7: Π over groups (A + 1) / (S + 2): how likely people of every group are to agree. */
export function groupInformedConsensus({ groups, opinions, agreed, saw }: Counts): Float64Array {
  const product = new Float64Array(opinions).fill(1);
  for (let group = 0; group < groups; group += 1) {
    for (let opinion = 0; opinion < opinions; opinion += 1) {
      const place = group * opinions + opinion;
      product[opinion]! *= (agreed[place]! + 1) / (saw[place]! + 2);
    }
  }
  return product;
}

/** Smoothed share: (n + 1) / (s + 2). */
export function share(n: number, s: number): number {
  return (n + 1) / (s + 2);
}

/** How surely a share is not one half: z = 2·√(s + 1)·((n + 1)/(s + 1) − ½). */
export function shareZ(n: number, s: number): number {
  return 2 * Math.sqrt(s + 1) * ((n + 1) / (s + 1) - 0.5);
}

/** How surely two shares differ: two-proportion z, one added to all four numbers; 0 where everything is the same. */
export function twoSharesZ(nIn: number, sIn: number, nOut: number, sOut: number): number {
  const [a, b, s, t] = [nIn + 1, nOut + 1, sIn + 1, sOut + 1];
  const together = (a + b) / (s + t);
  const spread = together * (1 - together) * (1 / s + 1 / t);
  return spread > 0 ? (a / s - b / t) / Math.sqrt(spread) : 0;
}

export type Stance = 'agree' | 'disagree';

export interface Representative {
  opinion: number;
  stance: Stance;
  /** share of those in the group who saw it, smoothed */
  p: number;
  z: number;
  /** how many times likelier than in all other groups together */
  repness: number;
  repnessZ: number;
}

/**
 * Step 8: what `group` chose more often than the others: both z over 1.2816, by r·z_r·p·z_p; at most five, the best agreement
 * first. Hidden opinions represent nobody.
 */
export function representativeOf(counts: Counts, group: number, hidden: Uint8Array): Representative[] {
  const { groups, opinions, agreed, disagreed, saw } = counts;
  const found: (Representative & { rank: number })[] = [];
  for (let opinion = 0; opinion < opinions; opinion += 1) {
    if (hidden[opinion]) continue;
    const out = { agree: 0, disagree: 0, saw: 0 };
    for (let other = 0; other < groups; other += 1) {
      if (other === group) continue;
      out.agree += agreed[other * opinions + opinion]!;
      out.disagree += disagreed[other * opinions + opinion]!;
      out.saw += saw[other * opinions + opinion]!;
    }
    const place = group * opinions + opinion;
    const s = saw[place]!;
    const stances = [
      measured(opinion, 'agree', agreed[place]!, s, out.agree, out.saw),
      measured(opinion, 'disagree', disagreed[place]!, s, out.disagree, out.saw),
    ].filter(({ z, repnessZ }) => z > Z_90 && repnessZ > Z_90);
    const best = stances.toSorted((one, other) => other.rank - one.rank)[0];
    if (best) found.push(best);
  }
  found.sort((one, other) => other.rank - one.rank || one.opinion - other.opinion);
  const agreement = found.find(({ stance }) => stance === 'agree');
  const ordered = agreement ? [agreement, ...found.filter((one) => one !== agreement)] : found;
  return ordered.slice(0, MOST_SHOWN).map(({ rank, ...one }) => one);
}

function measured(opinion: number, stance: Stance, n: number, s: number, nOut: number, sOut: number) {
  const p = share(n, s);
  const z = shareZ(n, s);
  const repness = p / share(nOut, sOut);
  const repnessZ = twoSharesZ(n, s, nOut, sOut);
  return { opinion, stance, p, z, repness, repnessZ, rank: repness * repnessZ * p * z };
}

export interface Consensus {
  opinion: number;
  p: number;
  z: number;
}

/** Step 9: what everybody agrees on, or disagrees with: p > ½ and z_p > 1.2816, by p·z_p, five at most. `all` are the counts over everybody. */
export function consensusOf(all: Counts, stance: Stance, hidden: Uint8Array): Consensus[] {
  const chosen = stance === 'agree' ? all.agreed : all.disagreed;
  const found: Consensus[] = [];
  for (let opinion = 0; opinion < all.opinions; opinion += 1) {
    if (hidden[opinion]) continue;
    const p = share(chosen[opinion]!, all.saw[opinion]!);
    const z = shareZ(chosen[opinion]!, all.saw[opinion]!);
    if (p > 0.5 && z > Z_90) found.push({ opinion, p, z });
  }
  found.sort((one, other) => other.p * other.z - one.p * one.z || one.opinion - other.opinion);
  return found.slice(0, MOST_SHOWN);
}
