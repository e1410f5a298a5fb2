/** How much of a set of texts says nearly the same: a check that the demo town's voices are their own. */

const ALIKE = 0.6;

function bigrams(text: string): Set<string> {
  const plain = text.normalize('NFKC').replace(/[\s、。，．！？!?「」（）()]/g, '');
  const grams = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at += 1) grams.add(plain.slice(at, at + 2));
  return grams;
}

/** Jaccard index of the two-character grams of two texts, 0…1. */
function alikeness(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 1 : shared / all;
}

/** Share (0…1) of texts that are nearly the same as another one: Jaccard index of two-character grams ≥ 0.6. */
export function nearDuplicateShare(texts: readonly string[]): number {
  const grams = texts.map(bigrams);
  const alike = new Set<number>();
  for (let a = 0; a < grams.length; a += 1) {
    for (let b = a + 1; b < grams.length; b += 1) {
      // Sets of very different size can't be alike: their index is at most the ratio of the sizes.
      const ratio = Math.min(grams[a]!.size, grams[b]!.size) / Math.max(grams[a]!.size, grams[b]!.size, 1);
      if (ratio >= ALIKE && alikeness(grams[a]!, grams[b]!) >= ALIKE) {
        alike.add(a);
        alike.add(b);
      }
    }
  }
  return texts.length === 0 ? 0 : alike.size / texts.length;
}
