/**
 * F9.5 同じ趣旨の意見: texts that say nearly the same. Two texts are alike from a Jaccard index of 0.6 of their two-character grams: by
 * then whole clauses agree, while two people who speak of the same thing in their own words stay below 0.4. From 0.9 on, only an
 * ending or a name differs, and both are taken for copies of one sentence, unless they are so short that many come upon the same words.
 * Pure.
 */
import { jaccard, numbered, plainOf } from './grams.ts';

export const LEAST_ALIKE = 0.6;
export const LEAST_COPY = 0.9;
/** characters without spaces and punctuation; 「賛成です」 twice is no copy */
export const SHORTEST_COPY = 20;

export interface Alike {
  /** place of the text itself */
  text: number;
  /** place of the first text of its family */
  family: number;
  /** true when another text of the family is a copy of the same sentence */
  copied: boolean;
}

/** Every text that is like another one, in the order of the texts; the others are left out. */
export function alikeOf(texts: readonly string[]): Alike[] {
  const grams = numbered(texts).texts;
  const copyOf = leaders(grams, LEAST_COPY);
  const originals = [...copyOf.keys()].filter((text) => copyOf[text] === text);
  const among = leaders(
    originals.map((text) => grams[text]!),
    LEAST_ALIKE,
  );
  const familyOf = new Map(originals.map((text, place) => [text, originals[among[place]!]!]));
  const families = copyOf.map((original) => familyOf.get(original)!);
  const sizes = countsOf(families);
  const copies = countsOf(copyOf);
  return families.flatMap((family, text) => {
    if (sizes.get(family)! < 2) return [];
    const copied = copies.get(copyOf[text]!)! > 1 && [...plainOf(texts[text]!)].length >= SHORTEST_COPY;
    return [{ text, family, copied }];
  });
}

function countsOf(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * For each text the place of the earlier text it is most like, if that one leads a family and they reach `least`; otherwise its own.
 * Members are compared with who leads, never with each other, so that families don't grow into chains.
 *
 * Two sets with an index ≥ t share one of the ⌊(1−t)·n⌋+1 rarest grams of each (prefix filter; Chaudhuri, Ganti, Kaushik 2006), so only
 * texts that meet there are compared.
 */
function leaders(texts: readonly Uint32Array[], least: number): number[] {
  const holders = new Map<number, number[]>();
  return texts.map((grams, text) => {
    const rarest = grams.subarray(0, Math.floor((1 - least) * grams.length + 1e-9) + 1);
    const met = new Set<number>();
    for (const gram of rarest) for (const leader of holders.get(gram) ?? []) met.add(leader);
    let [best, reached] = [text, 0];
    for (const leader of met) {
      const other = texts[leader]!;
      if (Math.min(grams.length, other.length) < least * Math.max(grams.length, other.length)) continue;
      const index = jaccard(grams, other);
      if (index >= least && (index > reached || (index === reached && leader < best)))
        [best, reached] = [leader, index];
    }
    if (best === text) {
      for (const gram of rarest) {
        const known = holders.get(gram);
        if (known) known.push(text);
        else holders.set(gram, [text]);
      }
    }
    return best;
  });
}
