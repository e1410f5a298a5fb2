/** F9.5 Moving one thing up or down among its neighbours. Pure. */

/** The same ids with `id` one place nearer to the start or the end; unchanged where there is no further to go. */
export function moved(ids: readonly string[], id: string, to: 'up' | 'down'): string[] {
  const from = ids.indexOf(id);
  const target = to === 'up' ? from - 1 : from + 1;
  if (from === -1 || target < 0 || target >= ids.length) return [...ids];
  const next = [...ids];
  next[from] = ids[target]!;
  next[target] = id;
  return next;
}
