/** X7: what may be found, read from the modules' own tables by the SQL of their manifests. */
import { searchables } from '#commons/happenings/index.ts';
import { isOpen } from '#commons/hubs/index.ts';
import type { Actor, Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Facets } from '#kernel/facets.ts';
import { facetsOf } from './kept-facets.ts';
import type { IndexOf } from './postings.ts';
import { type EntryText, MOST_CHARACTERS } from './terms.ts';

/** A thing as its module gives it. */
export interface Found extends EntryText {
  id: string;
  under_id: string | null;
  under: string;
  facets: Facets;
  /** whose it is, where its module says so */
  by: Actor | null;
}

/** Things to look at again, by kind. */
export type Things = ReadonlyMap<string, readonly string[]>;

type Row = Omit<Found, 'facets' | 'by'> & {
  facets: unknown;
  by_id: string | null;
  by_kind: Actor['kind'];
  by_name: string;
};

/** SQL of everything of the kind that is found: what stands in its place is found alone. */
function rowsOf(kind: string): string {
  const { rows } = searchables().get(kind)!;
  const others = [...searchables().values()].filter(({ insteadOf }) => insteadOf === kind);
  return others.reduce(
    (sql, other) => `select r.id, r.at, r.title, r.body, r.under_id, r.under from (${sql}) r
       where not exists (select from (${other.rows}) o where o.id = r.id)`,
    rows,
  );
}

/**
 * SQL of things of a kind with all that is read of them; `where` speaks of `s`. The actor is taken out of the facets inside: under row
 * level security an index isn't asked for what a function makes (it might tell), and every actor would be read for each thing.
 */
function wholeRows(kind: string, where: string): string {
  const { facets } = searchables().get(kind)!;
  const text = `s.id, s.at, s.title, left(s.body, ${MOST_CHARACTERS}) as body, s.under_id, s.under`;
  if (!facets)
    return `select '${kind}' as kind, ${text}, null::jsonb as facets, null::uuid as by_id, '' as by_kind, '' as by_name
      from (${rowsOf(kind)}) s where ${where}`;
  return `select '${kind}' as kind, ${text}, f.facets, a.id as by_id, a.kind as by_kind, a.name as by_name
    from (${rowsOf(kind)}) s
    left join lateral (select x.facets, (x.facets ->> 'actor')::uuid as actor_id from (${facets}) x where x.id = s.id limit 1) f on true
    left join actors a on a.id = f.actor_id where ${where}`;
}

function foundOf({ by_id, by_kind, by_name, facets, ...row }: Row): Found {
  return { ...row, facets: facetsOf(facets), by: by_id ? { id: by_id, kind: by_kind, name: by_name } : null };
}

/** Those of the things that everybody may read, as they are now; one query. Kinds that are not searched are left out. */
export async function readThings(db: Db, things: Things): Promise<Found[]> {
  const kinds = [...things].filter(([kind, ids]) => searchables().has(kind) && ids.length > 0);
  if (kinds.length === 0) return [];
  const all = kinds.map(([kind], at) => wholeRows(kind, `s.id = any($${at + 1}::uuid[])`));
  const found = await run<Row>(
    db,
    all.join(' union all '),
    kinds.map(([, ids]) => [...new Set(ids)]),
  );
  return found.map(foundOf);
}

/** The next things of a kind, by id, after `after`; null: from the first. */
export async function nextThings(db: Db, kind: string, after: string | null, limit: number): Promise<Found[]> {
  const where = `s.id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000')`;
  const rows = await run<Row>(db, `${wholeRows(kind, where)} order by s.id limit $2`, [after, limit]);
  return rows.map(foundOf);
}

export interface Unknown {
  ids: string[];
  /** how many things were compared */
  looked: number;
  /** to go on from there; null: these were the last */
  last: string | null;
}

/** Of the next `most` things of a kind, by id, those that the index doesn't know, or not with their facets. */
export async function unknownThings(
  db: Db,
  { hubId, generation }: IndexOf,
  kind: string,
  after: string | null,
  most: number,
): Promise<Unknown> {
  const isWhole = searchables().get(kind)!.facets ? 'and e.facets is not null' : '';
  const rows = await run<{ id: string; known: boolean }>(
    db,
    `select t.id, exists (select from search_entries e
       where e.hub_id = $1 and e.generation = $2 and e.object_id = t.id and e.kind = $3 ${isWhole}) as known
     from (select s.id from (${rowsOf(kind)}) s
       where s.id > coalesce($4::uuid, '00000000-0000-0000-0000-000000000000') order by s.id limit $5) t order by t.id`,
    [hubId, generation, kind, after, most],
  );
  const ids = rows.flatMap(({ id, known }) => (known ? [] : [id]));
  return { ids, looked: rows.length, last: rows.length < most ? null : rows.at(-1)!.id };
}

/** Things behind the `most` numbers of the index from `from` on that nobody may read any more; `kind`: of that kind alone. */
export function goneThings(
  db: Db,
  { hubId, generation }: IndexOf,
  kind: string | null,
  from: number,
  most: number,
): Promise<{ kind: string; id: string }[]> {
  const gone =
    kind === null
      ? `not (${readable()})`
      : `e.kind = $5 and not exists (select from (${rowsOf(kind)}) s where s.id = e.object_id)`;
  return run<{ kind: string; id: string }>(
    db,
    `select e.kind, e.object_id as id from search_entries e
     where e.hub_id = $1 and e.generation = $2 and e.number >= $3 and e.number < $4 and ${gone}`,
    [hubId, generation, from, from + most, ...(kind === null ? [] : [kind])],
  );
}

/** SQL: everybody may read what entry `e` is of, at this moment, whatever the index knows. */
export function readable(): string {
  const cases = [...searchables().keys()].map(
    (kind) => `when '${kind}' then exists (select from (${rowsOf(kind)}) s where s.id = e.object_id)`,
  );
  return cases.length === 0 ? 'false' : `case e.kind ${cases.join(' ')} else false end`;
}

/** Kinds that are found in this town; those of the activity database alone, where only they are asked for. */
export function kindsIn(hub: Hub, scope: 'all' | 'activities' = 'all'): string[] {
  return [...searchables()].flatMap(([kind, one]) =>
    (one.function === undefined || isOpen(hub, one.function)) && (scope === 'all' || one.isActivity) ? [kind] : [],
  );
}

/** The kind belongs to this function of the town; '': to any. */
export function isOfFunction(name: string, kind: string): boolean {
  return name === '' || searchables().get(kind)?.function === name;
}

/** The kind as which things of a kind are counted and asked for. */
export function asKind(kind: string): string {
  return searchables().get(kind)?.countedAs ?? kind;
}

/** Kinds one may ask for in this town. */
export function kindChoices(hub: Hub, scope: 'all' | 'activities' = 'all'): string[] {
  return [...new Set(kindsIn(hub, scope).map(asKind))];
}
