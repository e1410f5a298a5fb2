/**
 * A town that grew: every row of a small town is there many times over, each copy with names of its own, so that what belonged
 * together still does. Nothing has to know what a table means, so a table that comes later grows with the others.
 */
import type pg from 'pg';
import { KEPT_BESIDE } from './kept-beside.ts';

export interface Growth {
  /** how often the town is there afterwards */
  times: number;
  /** rows a table is filled up to; copies beyond that stay without what hangs on them there */
  most: number;
  /** people and organisations are there this many times: each of them has `times / actors` times as much as before */
  actors: number;
}

/** What does not grow with the number of people who take part, or may be there once only. */
const STAYS: ReadonlySet<string> = new Set([
  ...KEPT_BESIDE,
  'hubs',
  'hub_rules',
  'function_terms',
  'function_hands',
  'policies',
  'budget_lines',
  'rounds',
  'round_moves',
  'outlines',
  'moderators',
  'moderation_figures',
  'panels',
  'panel_candidates',
  'committees',
  'committee_seats',
  'committee_calls',
  'committee_applications',
  'editors',
  'documents',
  'document_receipts',
  'submissions_to_city',
  'rate_limits',
  'workers',
  'schema_migrations',
]);
/** Copies of these would be answers to one question, or open invitations to one letter: the key is left out. */
const KEYS_LEFT_OUT: Readonly<Record<string, readonly string[]>> = { co_proposers: ['key_hash'] };

/** What hangs on rows of another table without a foreign key that says so. */
const HANGS_ON: Readonly<Record<string, readonly string[]>> = {
  proposals: ['debates'],
  answers: ['points', 'proposals'],
};

interface TableShape {
  name: string;
  rows: number;
  columns: { name: string; type: string }[];
  /** tables that its rows refer to, of whatever name stays or is there in few copies apart */
  parents: string[];
}

export async function growTown(client: pg.ClientBase, growth: Growth): Promise<void> {
  await client.query(`set session_replication_role = replica; set statement_timeout = 0; set work_mem = '256MB'`);
  await rememberWhatStays(client);
  const tables = await growing(client);
  const copies = copiesOfEach(tables, growth);
  for (const table of tables) await client.query(copyRows(table, copies.get(table.name)!, growth));
  await growAccounts(client, growth);
  await client.query(
    'update events e set leaf = s.n from (select id, row_number() over (order by id) - 1 as n from events) s where s.id = e.id',
  );
  await client.query('vacuum (analyze)');
}

/** What keeps its name in every copy, and actors, who come in few copies. */
async function rememberWhatStays(client: pg.ClientBase): Promise<void> {
  await client.query('create table grown_kept (id uuid primary key, is_actor boolean not null)');
  for (const table of [...STAYS, 'actors']) {
    await client.query(
      `do $$ begin if exists (select from information_schema.columns where table_schema = 'public' and table_name = '${table}'
         and column_name = 'id' and data_type = 'uuid') then
         insert into grown_kept select id, ${table === 'actors'} from ${table} on conflict do nothing; end if; end $$`,
    );
  }
  await client.query(
    'insert into grown_kept select id, true from auth.users on conflict do nothing; analyze grown_kept',
  );
}

async function growing(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select c.relname::text as name, array_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum) as columns,
       (xpath('/row/n/text()', query_to_xml('select count(*) as n from ' || quote_ident(c.relname), false, true, '')))[1]::text::int as rows,
       array(select f.confrelid::regclass::text from pg_constraint f where f.conrelid = c.oid and f.contype = 'f') as parents
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
     group by c.oid, c.relname having bool_or(a.attname = 'hub_id') order by 1`,
  );
  const grow = rows.filter(({ name, rows: held }) => held > 0 && !STAYS.has(name));
  return grow.map((table) => ({
    ...table,
    parents: [...table.parents, ...(HANGS_ON[table.name] ?? [])].filter((name) => name !== 'actors'),
  }));
}

/** How many copies there are of each table: as many as fill it, and none of what would hang on rows that have no such copy. */
function copiesOfEach(tables: readonly TableShape[], { times, most }: Growth): Map<string, number> {
  const copies = new Map(
    tables.map(({ name, rows }) => [name, Math.min(times - 1, Math.max(1, Math.floor(most / rows)))]),
  );
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (const { name, parents } of tables) {
      const fewest = Math.min(
        copies.get(name)!,
        ...parents.map((parent) => copies.get(parent) ?? Number.POSITIVE_INFINITY),
      );
      if (fewest === copies.get(name)) continue;
      copies.set(name, fewest);
      isSettled = false;
    }
  }
  return copies;
}

function copyRows({ name, columns }: TableShape, copies: number, { actors }: Growth): string {
  const left = KEYS_LEFT_OUT[name] ?? [];
  const kept = columns.filter((column) => !left.includes(column.name));
  const joins = kept
    .filter(({ type }) => type === 'uuid')
    .map((column, at) => `left join grown_kept g${at} on g${at}.id = t."${column.name}"`);
  let uuids = 0;
  const values = kept.map(({ name: column, type }) => {
    if (type === 'uuid') {
      const g = `g${uuids++}`;
      return `case when ${g}.id is null then ${copyOf(`t."${column}"`, 'k')}
        when not ${g}.is_actor or k % ${actors} = 0 then t."${column}" else ${copyOf(`t."${column}"`, `k % ${actors}`)} end`;
    }
    if (type === 'bytea' && /(^hash|_hash|_digest)$/.test(column))
      return `case when t."${column}" is null then null else sha256(convert_to(k || encode(t."${column}", 'hex'), 'UTF8')) end`;
    if (column === 'leaf') return 'null';
    return `t."${column}"`;
  });
  return `insert into "${name}" (${kept.map((column) => `"${column.name}"`).join(', ')})
    select ${values.join(', ')} from "${name}" t ${joins.join(' ')} cross join generate_series(1, ${copies}) as k on conflict do nothing`;
}

/** The same new name wherever the old one stands, in the same order among others: pages go by it. */
function copyOf(column: string, k: string): string {
  return `overlay(${column}::text placing lpad(to_hex(${k}), 4, '0') from 33)::uuid`;
}

async function growAccounts(client: pg.ClientBase, { actors }: Growth): Promise<void> {
  const { rows } = await client.query<{ column: string }>(
    `select column_name as column from information_schema.columns where table_schema = 'auth' and table_name = 'users' and is_generated = 'NEVER' order by ordinal_position`,
  );
  const values = rows.map(({ column }) =>
    column === 'id' ? copyOf('t.id', 'k') : column === 'email' ? `k || '.' || t.email` : `t."${column}"`,
  );
  await client.query(
    `insert into auth.users (${rows.map(({ column }) => `"${column}"`).join(', ')})
     select ${values.join(', ')} from auth.users t cross join generate_series(1, ${actors - 1}) as k on conflict do nothing`,
  );
}
