/** X12: the tables of a town as they are in its database, read from the system catalogue: a new migration needs no word here. */
import type pg from 'pg';

export interface Table {
  schema: string;
  table: string;
  /** those that are written; what the database computes is computed again */
  columns: string[];
  /** rows belong to hubs, and are seen one hub at a time (row level security) */
  byHub: boolean;
}

/** Not kept: the version tables are made by migrating, and who worked or knocked a minute ago is of no use later. */
const LEFT_OUT = ['public.schema_migrations', 'public.workers', 'public.rate_limits', 'graphile_worker.migrations'];

const TABLES = `
  select n.nspname as schema, c.relname as table, c.relforcerowsecurity as "byHub",
    array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where n.nspname in ('public', 'auth', 'graphile_worker') and c.relkind = 'r' and n.nspname || '.' || c.relname <> all ($1)
  group by 1, 2, 3
  order by 1, 2`;

export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(TABLES, [LEFT_OUT]);
  return rows;
}

export interface Sequence {
  schema: string;
  name: string;
  value: string;
  called: boolean;
}

/** Where the sequences stand. */
export async function readSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select schemaname as schema, sequencename as name from pg_sequences
      where schemaname in ('public', 'auth', 'graphile_worker') order by 1, 2`,
  );
  const sequences: Sequence[] = [];
  for (const { schema, name } of rows) {
    const at = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${quoted(schema)}.${quoted(name)}`,
    );
    sequences.push({ schema, name, ...at.rows[0]! });
  }
  return sequences;
}

/** Names come from the catalogue or from a checked manifest: small letters, digits and underscores. */
export function quoted(name: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new TypeError(`not a name of ours: ${name}`);
  return `"${name}"`;
}

/** How values are written by COPY, whatever the server's own settings are; for the length of a transaction. */
export const STEADY_TEXT = `
  set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local timezone = 'UTC';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8';
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;`;
