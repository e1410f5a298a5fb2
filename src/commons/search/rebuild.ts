/** X7: makes the index anew beside the one that is read, in the order things came to be, and puts it in its place. */
import { searchables } from '#commons/happenings/index.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { addEntries, lockedState, tellNews } from './keep-entries.ts';
import type { IndexOf } from './postings.ts';
import { SEGMENT } from './segment.ts';
import { type Found, nextThings } from './sources.ts';

const AT_ONCE = 1000;
const ROWS_AT_ONCE = 20_000;

export interface Progress {
  entries: number;
}

/** Things of one kind after another, by id: identifiers begin with the moment they were made. */
class Source {
  readonly #read: (after: string | null) => Promise<Found[]>;
  #rows: Found[] = [];
  #at = 0;
  #after: string | null = null;
  #isOver = false;

  constructor(read: (after: string | null) => Promise<Found[]>) {
    this.#read = read;
  }

  async fill(): Promise<void> {
    if (this.#at < this.#rows.length || this.#isOver) return;
    this.#rows = await this.#read(this.#after);
    this.#at = 0;
    this.#after = this.#rows.at(-1)?.id ?? null;
    this.#isOver = this.#rows.length < AT_ONCE;
  }

  get first(): Found | undefined {
    return this.#rows[this.#at];
  }

  take(): Found {
    const one = this.#rows[this.#at]!;
    this.#at += 1;
    return one;
  }
}

async function* everything(hubwise: Hubwise, hubId: number): AsyncGenerator<Found> {
  const sources = [...searchables().keys()].map(
    (kind) => new Source((after) => hubwise.read(hubId, (db) => nextThings(db, kind, after, AT_ONCE))),
  );
  for (;;) {
    for (const source of sources) await source.fill();
    const [next] = sources.filter((one) => one.first).sort((a, b) => (a.first!.id < b.first!.id ? -1 : 1));
    if (!next) return;
    yield next.take();
  }
}

/** @returns how many entries the index holds then; `tell` is called once a segment */
export async function rebuildIndex(
  hubwise: Hubwise,
  hubId: number,
  tell: (progress: Progress) => void,
): Promise<number> {
  const begun = await hubwise.write(hubId, (db) => lockedState(db, hubId));
  const generation = begun.generation + 1;
  await clearGeneration(hubwise, hubId, generation);
  let entries = 0;
  let segment: Found[] = [];
  const write = async () => {
    const [first, rows] = [entries, segment];
    entries = await hubwise.write(hubId, (db) => addEntries(db, { hubId, generation }, first, rows));
    segment = [];
    tell({ entries });
  };
  for await (const one of everything(hubwise, hubId)) {
    segment.push(one);
    if (segment.length === SEGMENT) await write();
  }
  if (segment.length > 0) await write();
  // What happened meanwhile stands in the journal after `begun.leaf`, and is looked at again.
  await hubwise.write(hubId, async (db) => {
    const state = await lockedState(db, hubId);
    // The first index of a town tells of nothing new: it was all there.
    if (state.next > 0) await tellNews(db, state, await neverFound(db, { hubId, generation }));
    await run(db, 'update search_states set generation = $2, next_number = $3, leaf = $4 where hub_id = $1', [
      hubId,
      generation,
      entries,
      begun.leaf,
    ]);
  });
  for (let old = 1; old < generation; old += 1) await clearGeneration(hubwise, hubId, old);
  return entries;
}

/** Things of a generation that isn't read yet, which the one before it doesn't hold. */
function neverFound(db: Db, { hubId, generation }: IndexOf): Promise<{ kind: string; id: string }[]> {
  return run<{ kind: string; id: string }>(
    db,
    `select e.kind, e.object_id as id from search_entries e where e.hub_id = $1 and e.generation = $2
       and not exists (select from search_entries o where o.hub_id = $1 and o.generation = $2 - 1 and o.object_id = e.object_id
         and o.kind = e.kind) order by e.number`,
    [hubId, generation],
  );
}

async function clearGeneration(hubwise: Hubwise, hubId: number, generation: number): Promise<void> {
  let cleared: number;
  do cleared = await hubwise.write(hubId, (db) => clearSome(db, hubId, generation));
  while (cleared > 0);
}

/** Some at a time: no statement may take long. */
async function clearSome(db: Db, hubId: number, generation: number): Promise<number> {
  const cleared = await Promise.all(
    (['search_entries', 'search_postings', 'search_dates'] as const).map((table) =>
      run<{ one: number }>(
        db,
        `with gone as (delete from ${table} where ctid = any(array(
           select ctid from ${table} where hub_id = $1 and generation = $2 limit ${ROWS_AT_ONCE})) returning 1)
         select count(*)::int as one from gone`,
        [hubId, generation],
      ),
    ),
  );
  return cleared.reduce((sum, rows) => sum + rows[0]!.one, 0);
}
