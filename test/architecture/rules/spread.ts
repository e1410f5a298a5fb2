/**
 * X12: whether the tables of towns can be distributed by hub_id, over the nodes of Citus or over databases. Not read off the catalogue but
 * done: PostgreSQL's own partitions ask the same of a table (every unique key holds hub_id), so each table is made again in pieces, with
 * all its keys and rows. What Citus asks beyond that (https://docs.citusdata.com/en/stable/develop/reference_ddl.html) is asked of the catalogue.
 */
import type pg from 'pg';

/** Pieces that the rows of the towns fall into. */
export const PIECES = 2;

export interface Spread {
  /** what stands in the way, as sentences; none when all is well */
  findings: string[];
  /** tables that lie in pieces */
  tables: number;
  /** rows in them, of all towns */
  rows: number;
  /** tables of no town that rows of towns lead to, by name: they would have to be whole on every node */
  everywhere: string[];
  /** how many pieces hold rows of a town, at most: one, or a town isn't in one place */
  piecesOfATown: number;
}

interface Key {
  name: string;
  from: string;
  to: string;
  definition: string;
  columns: string[];
  names: string[];
  deletes: string;
  updates: string;
  /** columns that deleting empties */
  emptied: string[] | null;
}

const KEYS = `select f.conname as name, f.conrelid::regclass::text as from, f.confrelid::regclass::text as to,
    pg_get_constraintdef(f.oid) as definition, f.confdeltype as deletes, f.confupdtype as updates,
    (select array_agg(a.attname::text order by k.place) from unnest(f.conkey) with ordinality as k(number, place)
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.number) as columns,
    (select array_agg(a.attname::text order by k.place) from unnest(f.confkey) with ordinality as k(number, place)
      join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.number) as names,
    (select array_agg(a.attname::text) from unnest(f.confdelsetcols) as k(number)
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.number) as emptied
  from pg_constraint f join pg_namespace n on n.oid = f.connamespace
  where f.contype = 'f' and f.conparentid = 0 and n.nspname in ('public', 'auth') order by 2, 1`;

const WRITTEN = `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
  where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;

/**
 * Takes everything back that it makes.
 * @param client bound by no policy
 * @param isCivic by the name of a table
 * @param only these are laid out, and not all
 */
export async function spreadByTown(
  client: pg.ClientBase,
  isCivic: (table: string) => boolean,
  only: readonly string[] = [],
): Promise<Spread> {
  await client.query('begin');
  try {
    await client.query(`create schema spread`);
    const { rows: tables } = await client.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname in ('public', 'auth') and c.relkind = 'r' and c.relname <> 'schema_migrations' order by 1`,
    );
    const civic = tables.map(({ name }) => name).filter(isCivic);
    const keys = (await client.query<Key>(KEYS)).rows;
    const findings = keys.flatMap((key) => keyFindings(key, isCivic));
    const inPieces: string[] = [];
    for (const table of civic.filter((one) => only.length === 0 || only.includes(one))) {
      const refused = await trying(client, () => layOut(client, table));
      if (refused) findings.push(`${table}: ${refused}`);
      else inPieces.push(table);
    }
    for (const key of keys.filter(({ from }) => inPieces.includes(from))) {
      const to = inPieces.includes(key.to) ? twinOf(key.to) : key.to;
      const definition = key.definition.replace(/ REFERENCES [^(]+\(/, ` REFERENCES ${to}(`);
      const refused = await trying(client, () =>
        client.query(`alter table ${twinOf(key.from)} add constraint ${key.name} ${definition}`),
      );
      if (refused) findings.push(`${key.from}, ${key.name}: ${refused}`);
    }
    return {
      findings,
      tables: inPieces.length,
      everywhere: everywhere(keys, civic),
      ...(await placesOf(client, inPieces)),
    };
  } finally {
    await client.query('rollback');
  }
}

const twinOf = (table: string) => `spread.${table.replace('.', '_')}`;

/** A table's twin in pieces, with its keys and rows. */
async function layOut(client: pg.ClientBase, table: string): Promise<void> {
  const twin = twinOf(table);
  await client.query(`create table ${twin} (like ${table} including all) partition by hash (hub_id)`);
  for (let piece = 0; piece < PIECES; piece++)
    await client.query(
      `create table ${twin}__${piece} partition of ${twin} for values with (modulus ${PIECES}, remainder ${piece})`,
    );
  const [{ columns }] = (await client.query(WRITTEN, [table])).rows as [{ columns: string }];
  await client.query(`insert into ${twin} (${columns}) overriding system value select ${columns} from ${table}`);
}

/** What Citus refuses and partitions bear. */
function keyFindings(key: Key, isCivic: (table: string) => boolean): string[] {
  const { name, from, to, columns, names, deletes, updates, emptied } = key;
  if (!isCivic(from)) return isCivic(to) ? [`${from}: ${name} leads from the deployment into a town, to ${to}`] : [];
  const findings: string[] = [];
  if (isCivic(to) && names[columns.indexOf('hub_id')] !== 'hub_id')
    findings.push(`${from}: ${name} leads to ${to} past hub_id`);
  if ((deletes === 'n' || deletes === 'd') && (emptied ?? columns).includes('hub_id'))
    findings.push(`${from}: ${name} would take its town from a row`);
  if (updates !== 'a' && updates !== 'r') findings.push(`${from}: ${name} would move rows from town to town`);
  return findings;
}

/** With those that they lead to in turn. */
function everywhere(keys: readonly Key[], civic: readonly string[]): string[] {
  const found = new Set<string>(civic);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { from, to } of keys) if (found.has(from)) found.add(to);
  }
  return [...found].filter((table) => !civic.includes(table)).sort();
}

async function placesOf(client: pg.ClientBase, tables: string[]): Promise<Pick<Spread, 'rows' | 'piecesOfATown'>> {
  const places = new Map<number, Set<string>>();
  let rows = 0;
  for (const table of tables) {
    const found = await client.query<{ hub: number; piece: string; count: number }>(
      `select hub_id as hub, right(tableoid::regclass::text, 1) as piece, count(*)::int as count from ${twinOf(table)} group by 1, 2`,
    );
    for (const { hub, piece, count } of found.rows) {
      places.set(hub, (places.get(hub) ?? new Set()).add(piece));
      rows += count;
    }
  }
  return { rows, piecesOfATown: Math.max(0, ...[...places.values()].map(({ size }) => size)) };
}

/** What PostgreSQL says against it; null when it was done. */
async function trying(client: pg.ClientBase, work: () => Promise<unknown>): Promise<string | null> {
  await client.query('savepoint before');
  try {
    await work();
    await client.query('release savepoint before');
    return null;
  } catch (error) {
    await client.query('rollback to savepoint before');
    return (error as Error).message;
  }
}
