/** F9.5 How near two texts are in what they speak of: cosine of their two-character grams. Pure. */
import { numbered } from './grams.ts';

/**
 * Gives the nearness (0…1) of two of these texts by their places: cosine of the sets of grams, each gram weighing ln(texts / texts that
 * have it) (inverse document frequency; Spärck Jones 1972). What every text says, such as the name of the proposal, weighs nothing.
 */
export function closenessOf(texts: readonly string[]): (one: number, other: number) => number {
  const grams = numbered(texts);
  const weights = Float64Array.from(grams.found, (found) => Math.log(texts.length / found));
  const lengths = grams.texts.map((text) => Math.sqrt(text.reduce((sum, gram) => sum + weights[gram]! ** 2, 0)));
  return (one, other) => {
    const [a, b] = [grams.texts[one]!, grams.texts[other]!];
    const most = lengths[one]! * lengths[other]!;
    if (most === 0) return 0;
    let [i, j, shared] = [0, 0, 0];
    while (i < a.length && j < b.length) {
      const [left, right] = [a[i]!, b[j]!];
      if (left === right) shared += weights[left]! ** 2;
      if (left <= right) i += 1;
      if (right <= left) j += 1;
    }
    return Math.min(1, shared / most);
  };
}
