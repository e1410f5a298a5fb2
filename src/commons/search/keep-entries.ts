/** X7: keeps the index as the town is: what is new or changed goes in, what nobody may read any more goes out. */
import { searchables } from '#commons/happenings/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { facetTerms } from './facet-terms.ts';
import { facetsText } from './kept-facets.ts';
import { type IndexOf, writePostings } from './postings.ts';
import { type Found, readThings, type Things } from './sources.ts';
import { folded, kindTerm, termsOf } from './terms.ts';

export interface State extends IndexOf {
  next: number;
  leaf: number;
  news: number;
}

/** The state of the index, held until the end of the transaction; made where there is none. */
export async function lockedState(db: Db, hubId: number): Promise<State> {
  await run(
    db,
    `insert into search_states (hub_id, news) select $1, coalesce(max(n), 0) from search_news where hub_id = $1
     on conflict (hub_id) do nothing`,
    [hubId],
  );
  const [row] = await run<Omit<State, 'hubId'>>(
    db,
    'select generation, next_number as next, leaf, news from search_states where hub_id = $1 for update',
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
  facets: unknown;
}

const nameOf = (kind: string, id: string): string => `${kind}:${id}`;

function isUnchanged(kept: Kept, now: Found): boolean {
  const { title, whole } = folded(now);
  if (kept.facets === null && searchables().get(now.kind)!.facets) return false;
  return (
    kept.folded_title === title &&
    kept.folded === whole &&
    kept.at.getTime() === now.at.getTime() &&
    facetsText(kept.facets) === JSON.stringify(now.facets)
  );
}

/** Looks at these things again. Gives how many entries were written or taken away. */
export async function keepEntries(db: Db, state: State, things: Things): Promise<number> {
  const ids = [...new Set([...things.values()].flat())];
  if (ids.length === 0) return 0;
  const [found, kept] = await Promise.all([
    readThings(db, things),
    run<Kept>(
      db,
      `select number, kind, object_id, at, folded_title, folded, facets from search_entries
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
  const known = new Set(old.map((one) => nameOf(one.kind, one.object_id)));
  await tellNews(
    db,
    state,
    fresh.filter((one) => !known.has(nameOf(one.kind, one.id))),
  );
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
    const gone = [state.hubId, state.generation, stale.map(({ number }) => number)];
    const those = 'hub_id = $1 and generation = $2 and number = any($3::int[])';
    await run(db, `delete from search_entries where ${those}`, gone);
    await run(db, `delete from search_dates where ${those}`, gone);
  }
  // What has no kind any more is not found: its other rows may keep it.
  const gone = new Map(stale.map(({ number, kind }) => [number, [kindTerm(kind)]]));
  const next = await addEntries(db, state, state.next, fresh, gone);
  await run(db, 'update search_states set next_number = $2 where hub_id = $1', [state.hubId, next]);
  state.next = next;
}

/** Things that were never found before get the next numbers of the news. */
export async function tellNews(
  db: Db,
  state: Pick<State, 'hubId' | 'news'>,
  things: readonly Pick<Found, 'kind' | 'id'>[],
): Promise<void> {
  if (things.length === 0) return;
  const told = await run(
    db,
    `insert into search_news (hub_id, n, kind, object_id)
     select $1, $2::bigint + row_number() over (order by t.turn), t.kind, t.object_id
     from unnest($3::text[], $4::uuid[]) with ordinality as t (kind, object_id, turn)
     where not exists (select from search_news w where w.hub_id = $1 and w.object_id = t.object_id and w.kind = t.kind) returning 1`,
    [state.hubId, state.news, things.map(({ kind }) => kind), things.map(({ id }) => id)],
  );
  state.news = Number(state.news) + told.length;
  await run(db, 'update search_states set news = $2 where hub_id = $1', [state.hubId, state.news]);
}

/** When the things of the activity database happen; what has no dates stands at its publication. */
async function addDates(db: Db, index: IndexOf, first: number, entries: readonly Found[]): Promise<void> {
  const dates = entries.flatMap(({ kind, at, facets }, n) => {
    if (!searchables().get(kind)?.isActivity) return [];
    const happens = facets.dates ?? [];
    if (happens.length === 0) return [{ number: first + n, starts_at: at, ends_at: at, happens: false }];
    return happens.map(({ start, end = start }) => ({
      number: first + n,
      starts_at: start,
      ends_at: end,
      happens: true,
    }));
  });
  if (dates.length === 0) return;
  await run(
    db,
    `insert into search_dates (hub_id, generation, number, starts_at, ends_at, happens)
     select $1, $2, t.number, t.starts_at, t.ends_at, t.happens
     from jsonb_to_recordset($3::jsonb) as t (number int, starts_at timestamptz, ends_at timestamptz, happens boolean)`,
    [index.hubId, index.generation, JSON.stringify(dates)],
  );
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
      facets: entry.facets,
    };
  });
  await run(
    db,
    `insert into search_entries (hub_id, generation, number, kind, object_id, at, folded_title, folded, facets)
     select $1, $2, t.number, t.kind, t.object_id, t.at, t.folded_title, t.folded, t.facets
     from jsonb_to_recordset($3::jsonb)
       as t (number int, kind text, object_id uuid, at timestamptz, folded_title text, folded text, facets jsonb)`,
    [index.hubId, index.generation, JSON.stringify(rows)],
  );
  await addDates(db, index, first, entries);
  await writePostings(db, index, {
    added: new Map(entries.map((entry, at) => [first + at, [...termsOf(entry), ...facetTerms(entry.facets)]])),
    gone,
  });
  return first + entries.length;
}
