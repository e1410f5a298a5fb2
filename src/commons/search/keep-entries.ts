/** X7: keeps the index as the town is: what is new or changed goes in, what nobody may read any more goes out. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { type IndexOf, writePostings } from './postings.ts';
import { type Found, readThings, type Things } from './sources.ts';
import { folded, kindTerm, termsOf } from './terms.ts';

export interface State extends IndexOf {
  next: number;
  leaf: number;
}

/** The state of the index, held until the end of the transaction; made where there is none. */
export async function lockedState(db: Db, hubId: number): Promise<State> {
  await run(db, 'insert into search_states (hub_id) values ($1) on conflict (hub_id) do nothing', [hubId]);
  const [row] = await run<{ generation: number; next: number; leaf: number }>(
    db,
    'select generation, next_number as next, leaf from search_states where hub_id = $1 for update',
    [hubId],
  );
  return { hubId, ...row! };
}

interface Kept {
  number: number;
  kind: string;
  object_id: string;
  at: Date;
  folded_title: string;
  folded: string;
}

const nameOf = (kind: string, id: string): string => `${kind}:${id}`;

function isUnchanged(kept: Kept, now: Found): boolean {
  const { title, whole } = folded(now);
  return kept.folded_title === title && kept.folded === whole && kept.at.getTime() === now.at.getTime();
}

/** Looks at these things again. Gives how many entries were written or taken away. */
export async function keepEntries(db: Db, state: State, things: Things): Promise<number> {
  const ids = [...new Set([...things.values()].flat())];
  if (ids.length === 0) return 0;
  const [found, kept] = await Promise.all([
    readThings(db, things),
    run<Kept>(
      db,
      `select number, kind, object_id, at, folded_title, folded from search_entries
       where hub_id = $1 and generation = $2 and object_id = any($3::uuid[])`,
      [state.hubId, state.generation, ids],
    ),
  ]);
  const now = new Map(found.map((one) => [nameOf(one.kind, one.id), one]));
  const looked = new Set([...things].flatMap(([kind, all]) => all.map((id) => nameOf(kind, id))));
  const old = kept.filter((one) => looked.has(nameOf(one.kind, one.object_id)));
  const unchanged = new Set(
    old.flatMap((one) => {
      const name = nameOf(one.kind, one.object_id);
      const present = now.get(name);
      return present && isUnchanged(one, present) ? [name] : [];
    }),
  );
  const isStale = (one: Kept) => !unchanged.has(nameOf(one.kind, one.object_id));
  const stale = old.filter(isStale);
  const fresh = [...now]
    .flatMap(([name, one]) => (unchanged.has(name) ? [] : [one]))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  await replaceEntries(db, state, stale, fresh);
  return stale.length + fresh.length;
}

async function replaceEntries(
  db: Db,
  state: State,
  stale: readonly Pick<Kept, 'number' | 'kind'>[],
  fresh: readonly Found[],
): Promise<void> {
  if (stale.length === 0 && fresh.length === 0) return;
  if (stale.length > 0) {
    await run(db, 'delete from search_entries where hub_id = $1 and generation = $2 and number = any($3::int[])', [
      state.hubId,
      state.generation,
      stale.map(({ number }) => number),
    ]);
  }
  // What has no kind any more is not found: its other rows may keep it.
  const gone = new Map(stale.map(({ number, kind }) => [number, [kindTerm(kind)]]));
  const next = await addEntries(db, state, state.next, fresh, gone);
  await run(db, 'update search_states set next_number = $2 where hub_id = $1', [state.hubId, next]);
  state.next = next;
}

/** Writes entries that the generation doesn't hold, numbered from `first`; gives the number after the last one. */
export async function addEntries(
  db: Db,
  index: IndexOf,
  first: number,
  entries: readonly Found[],
  gone: ReadonlyMap<number, readonly string[]> = new Map(),
): Promise<number> {
  const rows = entries.map((entry, at) => {
    const { title, whole } = folded(entry);
    return {
      number: first + at,
      kind: entry.kind,
      object_id: entry.id,
      at: entry.at,
      folded_title: title,
      folded: whole,
    };
  });
  await run(
    db,
    `insert into search_entries (hub_id, generation, number, kind, object_id, at, folded_title, folded)
     select $1, $2, t.number, t.kind, t.object_id, t.at, t.folded_title, t.folded
     from jsonb_to_recordset($3::jsonb) as t (number int, kind text, object_id uuid, at timestamptz, folded_title text, folded text)`,
    [index.hubId, index.generation, JSON.stringify(rows)],
  );
  await writePostings(db, index, {
    added: new Map(entries.map((entry, at) => [first + at, termsOf(entry)])),
    gone,
  });
  return first + entries.length;
}
