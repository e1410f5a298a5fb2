/** X10: who may see a file is who may see a thing it hangs on. The module of the thing says so; commons know no function. */
import type { Hub, Reader } from '#kernel/context.ts';
import type { Db } from '#kernel/database/dialect.ts';

export interface Asking {
  hub: Hub;
  reader: Reader | null;
  now: Date;
  /** what the address brought along as ?key=, where a thing is shown to whoever has a link; '' without */
  key: string;
}

export type Sight = 'everybody' | 'reader' | null;

/**
 * Says of each thing whether everybody sees it, this reader does, or not at all; in the order of `things`. At most one query.
 * A thing that is hidden or not there: null.
 */
export type FileGuard = (
  db: Db,
  things: readonly { id: string; version: number }[],
  asking: Asking,
) => Promise<readonly Sight[]>;

const guards = new Map<string, FileGuard>();

/** A module does this for each kind of thing it hangs files on, when it is loaded. */
export function guardFiles(kind: string, guard: FileGuard): void {
  guards.set(kind, guard);
}

/** The first of these things that may be seen, as openly as any of them may. */
export async function sightOf<T extends { kind: string; id: string; version: number }>(
  db: Db,
  things: readonly T[],
  asking: Asking,
): Promise<{ sight: 'everybody' | 'reader'; thing: T } | null> {
  const kinds = [...Map.groupBy(things, (thing) => thing.kind)];
  const seen = await Promise.all(
    kinds.map(async ([kind, ofKind]) => {
      const sights = (await guards.get(kind)?.(db, ofKind, asking)) ?? [];
      return ofKind.map((thing, index) => ({ thing, sight: sights[index] ?? null }));
    }),
  );
  const all = seen.flat();
  for (const sight of ['everybody', 'reader'] as const) {
    const found = all.find((one) => one.sight === sight);
    if (found) return { sight, thing: found.thing };
  }
  return null;
}
