/**
 * X7: from public acts to the index. The worker goes through the journal in its own order and keeps how far it came in the transaction
 * that writes: after a crash nothing is left out. What an act names, as its object or in its tags, is looked at again.
 */
import { searchables } from '#commons/happenings/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { isUuid } from '#kernel/ids.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { keepEntries, lockedState } from './keep-entries.ts';

const BATCH = 200;
/** A turn ends even when a long journal is new to the index; the next goes on. */
const MOST_BATCHES = 25;

interface Entry {
  n: number;
  object_kind: string;
  object_id: string;
  tags: string[];
}

export async function followJournal({ hub, hubwise }: JobContext): Promise<void> {
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const count = await hubwise.write(hub.id, (db) => followBatch(db, hub.id));
    if (count < BATCH) return;
  }
}

/** Looks at what the next entries of the journal name. Gives how many entries there were. */
export async function followBatch(db: Db, hubId: number): Promise<number> {
  const state = await lockedState(db, hubId);
  const entries = await run<Entry>(
    db,
    `select l.n, e.object_kind, e.object_id, e.tags
     from journal_leaves l join events e on e.hub_id = l.hub_id and e.id = l.event_id
     where l.hub_id = $1 and l.n > $2 order by l.n limit $3`,
    [hubId, state.leaf, BATCH],
  );
  const last = entries.at(-1);
  if (!last) return 0;
  await keepEntries(db, state, namedIn(entries));
  await run(db, 'update search_states set leaf = $2 where hub_id = $1', [hubId, last.n]);
  return entries.length;
}

/** Things that acts name, by kind. */
function namedIn(entries: readonly Omit<Entry, 'n'>[]): Map<string, string[]> {
  const kinds = searchables();
  const named = new Map<string, Set<string>>();
  const note = (kind: string, id: string) => {
    if (kinds.has(kind) && isUuid(id)) named.set(kind, (named.get(kind) ?? new Set()).add(id));
  };
  for (const { object_kind, object_id, tags } of entries) {
    note(object_kind, object_id);
    for (const tag of tags) {
      const [kind = '', id = ''] = tag.split(':');
      note(kind, id);
    }
  }
  return new Map([...named].map(([kind, ids]) => [kind, [...ids]]));
}
