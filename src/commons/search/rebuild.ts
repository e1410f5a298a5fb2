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
const NUMBERS_AT_ONCE = 5_000;

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
  const leaf = await hubwise.read(hubId, (db) => newestLeaf(db, hubId));
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
  // What is told of is public already; the index that holds it comes right after.
  if (begun.next > 0)
    for (let from = 0; from < entries; from += SEGMENT)
      await hubwise.write(hubId, (db) => tellNeverFound(db, { hubId, generation }, from));
  // What happened meanwhile stands in the journal after `leaf`, and is looked at again.
  await hubwise.write(hubId, async (db) => {
    await lockedState(db, hubId);
    await run(db, 'update search_states set generation = $2, next_number = $3, leaf = $4 where hub_id = $1', [
      hubId,
      generation,
      entries,
      leaf,
    ]);
  });
  for (let old = 1; old < generation; old += 1) await clearGeneration(hubwise, hubId, old);
  return entries;
}

/** What the journal names up to here is read after it was written: the new index holds it as it is. -1: the journal is empty. */
async function newestLeaf(db: Db, hubId: number): Promise<number> {
  const [row] = await run<{ n: number }>(db, 'select n from journal_leaves where hub_id = $1 order by n desc limit 1', [
    hubId,
  ]);
  return row?.n ?? -1;
}

/** Tells of those among a segment of a generation that isn't read yet which the one before it doesn't hold. The first index of a town has none: it was all there. */
async function tellNeverFound(db: Db, { hubId, generation }: IndexOf, from: number): Promise<void> {
  const state = await lockedState(db, hubId);
  const found = await run<{ kind: string; id: string }>(
    db,
    `select e.kind, e.object_id as id from search_entries e
     where e.hub_id = $1 and e.generation = $2 and e.number >= $4 and e.number < $4 + ${SEGMENT}
       and not exists (select from search_entries o where o.hub_id = $1 and o.generation = $3 and o.object_id = e.object_id
         and o.kind = e.kind) order by e.number`,
    [hubId, generation, state.generation, from],
  );
  await tellNews(db, state, found);
}

/** Some at a time, each beginning where the last ended: no statement may take long, nor go again over rows that are dead already. */
async function clearGeneration(hubwise: Hubwise, hubId: number, generation: number): Promise<void> {
  const index = { hubId, generation };
  for (const table of ['search_entries', 'search_dates'] as const) {
    let from: number | null = 0;
    while (from !== null) from = await hubwise.write(hubId, (db) => clearNumbers(db, table, index, from!));
  }
  let after: Posting | null = { gram: '', segment: -1 };
  while (after !== null) after = await hubwise.write(hubId, (db) => clearPostings(db, index, after!));
}

/** @returns the number to go on from; null: nothing is left */
async function clearNumbers(
  db: Db,
  table: 'search_entries' | 'search_dates',
  { hubId, generation }: IndexOf,
  from: number,
): Promise<number | null> {
  const [row] = await run<{ first: number | null }>(
    db,
    `select min(number) as first from ${table} where hub_id = $1 and generation = $2 and number >= $3`,
    [hubId, generation, from],
  );
  if (row?.first == null) return null;
  const end = row.first + NUMBERS_AT_ONCE;
  await run(db, `delete from ${table} where hub_id = $1 and generation = $2 and number >= $3 and number < $4`, [
    hubId,
    generation,
    row.first,
    end,
  ]);
  return end;
}

interface Posting {
  gram: string;
  segment: number;
}

/** @returns the last that is gone; null: nothing is left */
async function clearPostings(db: Db, { hubId, generation }: IndexOf, after: Posting): Promise<Posting | null> {
  const gone = await run<Posting>(
    db,
    `with few as (select gram, segment from search_postings
       where hub_id = $1 and generation = $2 and (gram, segment) > ($3::text collate "C", $4::int)
       order by gram, segment limit ${ROWS_AT_ONCE}),
     gone as (delete from search_postings p using few s
       where p.hub_id = $1 and p.generation = $2 and p.gram = s.gram and p.segment = s.segment)
     select gram, segment from few order by gram desc, segment desc limit 1`,
    [hubId, generation, after.gram, after.segment],
  );
  return gone[0] ?? null;
}
