/** How much of a set of texts says nearly the same: a check that the demo town's voices are their own. */

const ALIKE = 0.6;

function bigrams(text: string): Set<string> {
  const plain = text.normalize('NFKC').replace(/[\s、。，．！？!?「」（）()]/g, '');
  const grams = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at += 1) grams.add(plain.slice(at, at + 2));
  return grams;
}

/** Jaccard index of two sets of grams, 0…1. */
function alikeness(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 1 : shared / all;
}

/**
 * The rarest grams of each text, as many as must be looked at: two sets with an index ≥ ALIKE share one of them (prefix filter), so
 * only texts that meet there are compared.
 */
function rarest(grams: readonly Set<string>[]): string[][] {
  const found = new Map<string, number>();
  for (const set of grams) for (const gram of set) found.set(gram, (found.get(gram) ?? 0) + 1);
  const byRarity = (a: string, b: string) => found.get(a)! - found.get(b)! || (a < b ? -1 : 1);
  return grams.map((set) => [...set].sort(byRarity).slice(0, Math.floor((1 - ALIKE) * set.size) + 2));
}

/** Share (0…1) of texts that are nearly the same as another one: Jaccard index of two-character grams ≥ 0.6. */
export function nearDuplicateShare(texts: readonly string[]): number {
  const grams = texts.map(bigrams);
  const alike = new Set<number>();
  const holders = new Map<string, number[]>();
  for (const [a, rare] of rarest(grams).entries()) {
    const met = new Set<number>();
    // Two texts without any gram are the same; they meet in the empty one.
    for (const gram of rare.length === 0 ? [''] : rare) {
      const others = holders.get(gram) ?? [];
      for (const b of others) met.add(b);
      holders.set(gram, [...others, a]);
    }
    for (const b of met) {
      if (alikeness(grams[a]!, grams[b]!) < ALIKE) continue;
      alike.add(a);
      alike.add(b);
    }
  }
  return texts.length === 0 ? 0 : alike.size / texts.length;
}
