/**
 * F9.3: the letters of the groups that are shown. They begin with A, and a group keeps its letter from one computation to the next: groups too
 * small to be shown have none, so their places among all groups can't give them. Pure.
 */

const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const;

interface Middle {
  x: number;
  y: number;
}

/**
 * A letter for each group of `groups`. Each group of the picture `before` hands its letter to the nearest of them, the nearest pair first; what is
 * left takes the first letters that are free. Where nobody would be A, all letters are given anew.
 */
export function lettersOf(groups: readonly Middle[], before: readonly (Middle & { letter: string })[] = []): string[] {
  const pairs = groups
    .flatMap((group, at) =>
      before.map(({ letter, x, y }) => ({ at, letter, far: Math.hypot(group.x - x, group.y - y) })),
    )
    .toSorted((one, other) => one.far - other.far);
  const given = new Map<number, string>();
  for (const { at, letter } of pairs)
    if (!given.has(at) && ![...given.values()].includes(letter)) given.set(at, letter);
  const free = LETTERS.filter((letter) => ![...given.values()].includes(letter));
  const letters = groups.map((_, at) => given.get(at) ?? free.shift() ?? String(at + 1));
  return groups.length === 0 || letters.includes('A') ? letters : lettersOf(groups);
}
