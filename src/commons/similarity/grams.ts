/** F9.5 Texts as sets of two-character grams. Pure. */

/** What is compared: full and half width, capitals, spaces and punctuation make no difference. */
export function plainOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
}

/** The different pairs of neighbouring characters; a text of one character is its own gram. */
export function gramsOf(text: string): Set<string> {
  const characters = [...plainOf(text)];
  if (characters.length === 1) return new Set(characters);
  return new Set(characters.slice(1).map((character, at) => characters[at]! + character));
}

export interface Grams {
  /** of each text the numbers of its grams, the rarest gram first: number 0 is the rarest of all */
  texts: Uint32Array[];
  /** by number: in how many texts it is found */
  found: Uint32Array;
}

/** Numbers the grams of all texts by rarity; equally rare ones in the order of their characters. */
export function numbered(texts: readonly string[]): Grams {
  const sets = texts.map(gramsOf);
  const counts = new Map<string, number>();
  for (const set of sets) for (const gram of set) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const ranked = [...counts].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  const numbers = new Map(ranked.map(([gram], number) => [gram, number]));
  return {
    texts: sets.map((set) => Uint32Array.from(set, (gram) => numbers.get(gram)!).sort()),
    found: Uint32Array.from(ranked, ([, count]) => count),
  };
}

/** How many numbers two ascending lists share. */
export function sharedBy(a: Uint32Array, b: Uint32Array): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [one, other] = [a[i]!, b[j]!];
    if (one === other) shared += 1;
    if (one <= other) i += 1;
    if (other <= one) j += 1;
  }
  return shared;
}

/** Jaccard index |a∩b| / |a∪b|, 0…1; texts without any gram are like nothing. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  const shared = sharedBy(a, b);
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}
