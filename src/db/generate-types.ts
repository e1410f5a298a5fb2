/** Writes what the migrated database looks like as types for Kysely, so that a query that names a wrong column does not compile. */
import type pg from 'pg';

/** Schemas whose tables Minna's own SQL names; tables of `public` go by their bare name. */
const SCHEMAS = ['public', 'auth'];

type Column = {
  schema: string;
  table: string;
  /** Tables are r and p, views v and m: nobody inserts into those. */
  kind: 'r' | 'p' | 'v' | 'm';
  column: string;
  type: string;
  array: boolean;
  nullable: boolean;
  fill: 'none' | 'default' | 'always';
  labels: string[] | null;
};

/** How the driver gives each PostgreSQL type to JavaScript; int8 comes as a number and is refused when not exact. */
const TYPES: Record<string, string> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'string',
  text: 'string',
  varchar: 'string',
  bpchar: 'string',
  citext: 'string',
  uuid: 'string',
  date: 'string',
  time: 'string',
  timestamptz: 'Date',
  bytea: 'Buffer',
  inet: 'string',
  tsvector: 'string',
  int4range: 'string',
  daterange: 'string',
  tstzrange: 'string',
  json: 'Json',
  jsonb: 'Json',
};

const COLUMNS = `
  select n.nspname as schema, c.relname as table, c.relkind as kind, a.attname as column,
    coalesce(element.typname, base.typname, t.typname) as type, element.oid is not null as array,
    not (a.attnotnull or t.typnotnull) as nullable,
    case when a.attgenerated <> '' or a.attidentity = 'a' then 'always'
         when a.atthasdef or a.attidentity = 'd' then 'default' else 'none' end as fill,
    (select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e
      where e.enumtypid = coalesce(element.oid, base.oid, t.oid)) as labels
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_type t on t.oid = a.atttypid
  left join pg_type base on t.typtype = 'd' and base.oid = t.typbasetype
  left join pg_type element on element.oid = coalesce(base.typelem, t.typelem) and coalesce(base.typcategory, t.typcategory) = 'A'
  where n.nspname = any($1) and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
    and a.attnum > 0 and not a.attisdropped and c.relname <> 'schema_migrations'
  order by array_position($1, n.nspname::text), c.relname, a.attnum`;

const HEADER = `/** The tables as the migrations leave them. Written by \`./minna types\`; not to be edited. */
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** JSON that is there: anything but null. */
export type Json = ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
`;

/** The text of tables.generated.ts. Throws when a column has a type that nobody has decided on. */
export async function generateTypes(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<Column>(COLUMNS, [SCHEMAS]);
  const tables = Map.groupBy(rows, (row) => (row.schema === 'public' ? row.table : `${row.schema}.${row.table}`));
  const bodies = [...tables].map(
    ([name, columns]) => `export interface ${interfaceName(name)} {\n${columns.map(line).join('')}}\n`,
  );
  const entries = [...tables.keys()].map((name) => `  ${property(name)}: ${interfaceName(name)};\n`);
  return `${HEADER}\n${bodies.join('\n')}\nexport interface Database {\n${entries.join('')}}\n`;
}

function line(column: Column): string {
  return `  ${property(column.column)}: ${columnType(column)};\n`;
}

function columnType(column: Column): string {
  const read = column.kind === 'v' || column.kind === 'm' ? 'always' : column.fill;
  let type = column.labels?.map((label) => JSON.stringify(label)).join(' | ') ?? TYPES[column.type];
  if (!type) {
    throw new Error(
      `generate-types knows no type for ${column.table}.${column.column} (${column.type}). Add it to TYPES.`,
    );
  }
  const plainJson = type === 'Json' && (column.nullable || column.array || read !== 'none');
  if (plainJson) type = 'unknown';
  if (column.array) type = type.includes('|') ? `(${type})[]` : `${type}[]`;
  if (column.nullable && type !== 'unknown') type = `${type} | null`;
  if (read === 'always') return `GeneratedAlways<${type}>`;
  return read === 'default' ? `Generated<${type}>` : type;
}

/** `auth.users` → `AuthUsersTable`. */
function interfaceName(table: string): string {
  const words = table.split(/[._]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Table`;
}

function property(name: string): string {
  return /^[a-z_]\w*$/i.test(name) ? name : `'${name}'`;
}
