/** X7: what the index says may match, before any text is looked at. */

import type { PageKey, Stage } from './page-key.ts';
import type { ReadPostings, TermRange } from './postings.ts';
import {
  type Bits,
  countBits,
  countBoth,
  intersect,
  intersection,
  noBits,
  placesDown,
  SEGMENT,
  subtract,
  unite,
} from './segment.ts';
import { kindTerm, titleTerm } from './terms.ts';

export interface Asked {
  grams: readonly string[];
  /** every kind that is found in this town */
  kinds: readonly string[];
  /** further terms: each of `all`, and one of `any` where there are some */
  all: readonly string[];
  any: readonly string[];
  /** months, of publication and of happening: one of the terms of each */
  ranges: readonly TermRange[];
}

/** Every term the question needs to be read, ranges aside. */
export function termsAsked({ grams, kinds, all, any }: Asked): string[] {
  return [...grams, ...grams.map(titleTerm), ...kinds.map(kindTerm), ...all, ...any];
}

export interface Matched {
  segment: number;
  /** by kind, without what has none any more */
  kinds: ReadonlyMap<string, Bits>;
  titled: Bits;
}

type Segments = ReadonlyMap<number, Bits>;

/** Only read. */
const NO_BITS = noBits();

/** Everything that stands under one term at least: where no words are asked for, the kinds are. */
function bases(postings: ReadPostings, { grams, kinds, all, any, ranges }: Asked): Segments[] {
  const bases = [
    ...[...grams, ...all].map((term) => postings.of(term)),
    ...(any.length > 0 ? [postings.either(any)] : []),
    ...ranges.map(({ first, last }) => postings.between(first, last)),
  ];
  return bases.length > 0 ? bases.sort((a, b) => a.size - b.size) : [postings.either(kinds.map(kindTerm))];
}

/** Entries that stand under all terms, the newest segment first. */
export function matches(postings: ReadPostings, asked: Asked): Matched[] {
  const [first, ...others] = bases(postings, asked);
  const titles = asked.grams.map((gram) => postings.of(titleTerm(gram)));
  const ofKinds = asked.kinds.map((kind) => postings.of(kindTerm(kind)));
  const segments = [...first!.keys()].sort((a, b) => b - a);
  return segments.flatMap((segment) => {
    const bits = new Uint32Array(first!.get(segment)!);
    for (const other of others) intersect(bits, other.get(segment) ?? NO_BITS);
    if (countBits(bits) === 0) return [];
    const titled = new Uint32Array(bits);
    for (const title of titles) intersect(titled, title.get(segment) ?? NO_BITS);
    const kinds = new Map<string, Bits>();
    for (const [at, ofKind] of ofKinds.entries()) {
      const of = ofKind.get(segment);
      if (of && countBoth(of, bits) > 0) kinds.set(asked.kinds[at]!, intersection(of, bits));
    }
    return kinds.size === 0 ? [] : [{ segment, kinds, titled }];
  });
}

/** Entries of these kinds, by segment. */
export function bitsIn(matched: readonly Matched[], kinds: readonly string[]): Map<number, Bits> {
  return new Map(
    matched.map(({ segment, kinds: byKind }) => [segment, unionOf(kinds.map((kind) => byKind.get(kind)))]),
  );
}

function unionOf(all: readonly (Bits | undefined)[]): Bits {
  const union = noBits();
  for (const bits of all) if (bits) unite(union, bits);
  return union;
}

/** How many may match, by kind. */
export function countsOf(matched: readonly Matched[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kinds } of matched) {
    for (const [kind, bits] of kinds) counts.set(kind, (counts.get(kind) ?? 0) + countBits(bits));
  }
  return counts;
}

export interface Candidate {
  number: number;
  stage: Stage;
}

/** At most `limit` candidates of these kinds from the beginning of the key's thousand on, titles first, the newest first. */
export function candidatesFrom(
  matched: readonly Matched[],
  kinds: readonly string[],
  { stage, first }: Pick<PageKey, 'stage' | 'first'>,
  limit: number,
): Candidate[] {
  const from: Candidate[] = [];
  for (const at of [0, 1] as const) {
    if (at < stage) continue;
    const below = at === stage && first !== null ? first : Number.POSITIVE_INFINITY;
    for (const { segment, kinds: byKind, titled } of matched) {
      if (segment * SEGMENT > below) continue;
      const bits = unionOf(kinds.map((kind) => byKind.get(kind)));
      if (at === 0) intersect(bits, titled);
      else subtract(bits, titled);
      for (const place of placesDown(bits)) {
        const number = segment * SEGMENT + place;
        if (number > below) continue;
        from.push({ number, stage: at });
        if (from.length === limit) return from;
      }
    }
  }
  return from;
}
