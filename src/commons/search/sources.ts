/** X7: what may be found, read from the modules' own tables by the SQL of their manifests. */
import { searchables } from '#commons/happenings/index.ts';
import { isOpen } from '#commons/hubs/index.ts';
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { type EntryText, MOST_CHARACTERS } from './terms.ts';

/** A thing as its module gives it. */
export interface Found extends EntryText {
  id: string;
  under_id: string | null;
  under: string;
}

/** Things to look at again, by kind. */
export type Things = ReadonlyMap<string, readonly string[]>;

const COLUMNS = `s.id, s.at, s.title, left(s.body, ${MOST_CHARACTERS}) as body, s.under_id, s.under`;

/** Those of the things that everybody may read, as they are now; one query. Kinds that are not searched are left out. */
export async function readThings(db: Db, things: Things): Promise<Found[]> {
  const named = new Set([...things].flatMap(([kind, ids]) => ids.map((id) => `${kind}:${id}`)));
  if (named.size === 0 || searchables().size === 0) return [];
  const all = [...searchables()].map(
    ([kind, { rows }]) => `select '${kind}' as kind, ${COLUMNS} from (${rows}) s where s.id = any($1::uuid[])`,
  );
  const found = await run<Found>(db, all.join(' union all '), [[...new Set([...things.values()].flat())]]);
  // A proposal and the debate on it bear one id.
  return found.filter(({ kind, id }) => named.has(`${kind}:${id}`));
}

/** The next things of a kind, by id, after `after`; null: from the first. */
export async function nextThings(db: Db, kind: string, after: string | null, limit: number): Promise<Found[]> {
  const rows = await run<Omit<Found, 'kind'>>(
    db,
    `select ${COLUMNS} from (${searchables().get(kind)!.rows}) s where s.id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000')
     order by s.id limit $2`,
    [after, limit],
  );
  return rows.map((row) => ({ ...row, kind }));
}

/** Ids of things of a kind that the index doesn't know, at most `limit`. */
export async function unknownThings(
  db: Db,
  index: { hubId: number; generation: number; kind: string; limit: number },
): Promise<string[]> {
  const rows = await run<{ id: string }>(
    db,
    `select s.id from (${searchables().get(index.kind)!.rows}) s where not exists (select from search_entries e
       where e.hub_id = $1 and e.generation = $2 and e.object_id = s.id and e.kind = $3) limit $4`,
    [index.hubId, index.generation, index.kind, index.limit],
  );
  return rows.map(({ id }) => id);
}

/** Ids of things the index knows that nobody may read any more, at most `limit`. */
export async function goneThings(
  db: Db,
  index: { hubId: number; generation: number; kind: string; limit: number },
): Promise<string[]> {
  const rows = await run<{ id: string }>(
    db,
    `select e.object_id as id from search_entries e where e.hub_id = $1 and e.generation = $2 and e.kind = $3
       and not exists (select from (${searchables().get(index.kind)!.rows}) s where s.id = e.object_id) limit $4`,
    [index.hubId, index.generation, index.kind, index.limit],
  );
  return rows.map(({ id }) => id);
}

/** SQL: everybody may read what entry `e` is of, at this moment, whatever the index knows. */
export function readable(): string {
  const cases = [...searchables()].map(
    ([kind, { rows }]) => `when '${kind}' then exists (select from (${rows}) s where s.id = e.object_id)`,
  );
  return cases.length === 0 ? 'false' : `case e.kind ${cases.join(' ')} else false end`;
}

/** Kinds that are found in this town. */
export function kindsIn(hub: Hub): string[] {
  return [...searchables()].flatMap(([kind, one]) =>
    one.function === undefined || isOpen(hub, one.function) ? [kind] : [],
  );
}
