/** The migrated database as the rules of the house see it. Every function gives findings as sentences, none when all is well. */
import type pg from 'pg';
import type { Module } from '#kernel/module.ts';

/** Tables of the whole deployment, not of one hub; each says why. Everything else is civic. */
export const OF_THE_DEPLOYMENT: Readonly<Record<string, string>> = {
  hubs: 'the hubs themselves',
  rate_limits: 'counts per account and address, over all hubs',
  workers: 'processes',
  mails: 'letters on their way out; read by the sender of all hubs',
  mail_addresses: 'an address is one in all towns',
  own_hosts: 'a host leads to one place in one town',
  town_invitations: 'the operator’s word for a town that isn’t there yet',
  'auth.users': 'one login serves several towns',
  'auth.sessions': 'the same',
  'auth.credentials': 'the same',
  'auth.verifications': 'the same',
  'auth.departures': 'the same: who leaves, leaves every town',
  'auth.minors': 'the same',
  'auth.passkeys': 'the same',
  'auth.second_steps': 'the same',
  'auth.recovery_codes': 'the same',
  'auth.known_devices': 'the same',
};

export interface Column {
  table: string;
  column: string;
  type: string;
  /** the table this column's foreign keys name, beside hub_id */
  refersTo: string[];
}

interface Table {
  name: string;
  key: string[];
  secured: boolean;
  forced: boolean;
  policies: { using: string; check: string | null; command: string }[];
  triggers: string[];
}

interface ForeignKey {
  name: string;
  from: string;
  to: string;
  columns: string[];
  names: string[];
}

export interface Schema {
  tables: Table[];
  keys: ForeignKey[];
  columns: Column[];
  /** names of unique indexes and constraints of all kinds */
  guards: Set<string>;
  /** unique indexes, primary keys among them, with their first column */
  uniques: { name: string; from: string; first: string | null }[];
}

const NAME = `case n.nspname when 'public' then c.relname::text else n.nspname || '.' || c.relname end`;
const OURS = `n.nspname in ('public', 'auth') and c.relkind in ('r', 'p') and c.relname <> 'schema_migrations'`;

const TABLES = `select ${NAME} as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
    coalesce((select array_agg(a.attname::text order by k.place) from pg_index i
      cross join lateral unnest(i.indkey::int2[]) with ordinality as k(number, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
      where i.indrelid = c.oid and i.indisprimary), '{}') as key,
    coalesce((select json_agg(json_build_object('using', pg_get_expr(p.polqual, p.polrelid), 'check',
      pg_get_expr(p.polwithcheck, p.polrelid), 'command', p.polcmd)) from pg_policy p where p.polrelid = c.oid), '[]') as policies,
    coalesce((select array_agg(t.tgname::text) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal), '{}')
      || coalesce((select array_agg(r.rulename::text) from pg_rewrite r where r.ev_class = c.oid), '{}') as triggers
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} order by 1`;

const KEYS = `select f.conname as name, ${NAME} as from,
    (select case tn.nspname when 'public' then t.relname::text else tn.nspname || '.' || t.relname end
      from pg_class t join pg_namespace tn on tn.oid = t.relnamespace where t.oid = f.confrelid) as to,
    (select array_agg(a.attname::text order by k.place) from unnest(f.conkey) with ordinality as k(number, place)
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.number) as columns,
    (select array_agg(a.attname::text order by k.place) from unnest(f.confkey) with ordinality as k(number, place)
      join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.number) as names
  from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
  where f.contype = 'f' and ${OURS} order by 2, 1`;

const COLUMNS = `select ${NAME} as table, a.attname::text as column, format_type(a.atttypid, null) as type
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and a.attnum > 0 and not a.attisdropped order by 1, a.attnum`;

const GUARDS = `select conname::text as name from pg_constraint union
  select c.relname::text from pg_index i join pg_class c on c.oid = i.indexrelid where i.indisunique`;

const UNIQUES = `select u.relname::text as name, ${NAME} as from,
    (select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]) as first
  from pg_index i join pg_class u on u.oid = i.indexrelid join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
  where i.indisunique and ${OURS} order by 2, 1`;

/** Asks the catalog. */
export async function schemaOf(client: pg.ClientBase): Promise<Schema> {
  const tables = (await client.query<Table>(TABLES)).rows;
  const keys = (await client.query<ForeignKey>(KEYS)).rows;
  const columns = (await client.query<Omit<Column, 'refersTo'>>(COLUMNS)).rows.map((one) => ({
    ...one,
    refersTo: keys
      .filter((key) => key.from === one.table && key.columns.includes(one.column) && one.column !== 'hub_id')
      .map((key) => key.to),
  }));
  const guards = new Set((await client.query<{ name: string }>(GUARDS)).rows.map(({ name }) => name));
  const uniques = (await client.query<Schema['uniques'][number]>(UNIQUES)).rows;
  return { tables, keys, columns, guards, uniques };
}

const isCivic = (table: string) => !(table in OF_THE_DEPLOYMENT);

/** Rows of one town can never point at another's, and no query crosses by accident (X11); tables can be distributed by town (X12). */
export function hubFindings({ tables, keys, columns, uniques }: Schema): string[] {
  const inTables = tables
    .filter(({ name }) => isCivic(name))
    .flatMap(({ name, key, secured, forced, policies }) => {
      const findings: string[] = [];
      const hub = columns.find((one) => one.table === name && one.column === 'hub_id');
      if (hub?.type !== 'integer') findings.push(`${name} has no hub_id of type int`);
      if (key[0] !== 'hub_id') findings.push(`${name}: hub_id is not first in its primary key (${key.join(', ')})`);
      if (!secured || !forced) findings.push(`${name}: row level security is not ${secured ? 'forced' : 'enabled'}`);
      if (policies.length === 0) findings.push(`${name} has no policy`);
      for (const { using, check, command } of policies) {
        if (![using, check ?? using].every(keepsToHub) || command !== '*')
          findings.push(`${name} has a policy that does not keep to the hub`);
      }
      return findings;
    });
  const inKeys = keys
    .filter(({ from, to }) => isCivic(from) && (isCivic(to) || to === 'hubs'))
    .filter(({ to, columns, names }) => columns[0] !== 'hub_id' || names[0] !== (to === 'hubs' ? 'id' : 'hub_id'))
    .map(({ name, from, to }) => `${from}: ${name} leads to ${to} without hub_id first`);
  const inUniques = uniques
    .filter(({ from, first }) => isCivic(from) && first !== 'hub_id')
    .map(({ name, from }) => `${from}: hub_id is not first in ${name}, which is unique over all towns`);
  return [...inTables, ...inKeys, ...inUniques];
}

function keepsToHub(expression: string): boolean {
  return /^\(hub_id = \(?current_setting\('minna\.hub'::text\)\)?::integer\)$/.test(expression);
}

/** What stands in the way of restoring a backup: triggers, rules, and tables that need one another. */
export function restoreFindings({ tables, keys }: Schema): string[] {
  const triggers = tables.flatMap(({ name, triggers }) =>
    triggers.map((one) => `${name} has the trigger or rule ${one}`),
  );
  const waiting = new Map(
    tables.map(({ name }) => [
      name,
      new Set(keys.filter(({ from, to }) => from === name && to !== name).map(({ to }) => to)),
    ]),
  );
  for (;;) {
    const free = [...waiting].filter(([, needs]) => [...needs].every((need) => !waiting.has(need)));
    if (free.length === 0) break;
    for (const [name] of free) waiting.delete(name);
  }
  return [
    ...triggers,
    ...(waiting.size > 0 ? [`foreign keys go in a circle through ${[...waiting.keys()].join(', ')}`] : []),
  ];
}

/** Every table is somebody's, and nobody's claim is empty. */
export function ownerFindings(
  { tables, guards }: Schema,
  modules: readonly Pick<Module, 'name' | 'tables' | 'constraints'>[],
): string[] {
  const there = new Set(tables.map(({ name }) => name));
  const owners = Map.groupBy(
    modules.flatMap((module) => module.tables.map((table) => ({ table, name: module.name }))),
    ({ table }) => table,
  );
  return [
    ...[...there].filter((table) => !owners.has(table)).map((table) => `${table} belongs to no module`),
    ...[...owners]
      .filter(([, all]) => all.length > 1)
      .map(([table, all]) => `${table} belongs to ${all.map(({ name }) => name).join(' and ')}`),
    ...[...owners]
      .filter(([table]) => !there.has(table))
      .map(([table, all]) => `${all[0]!.name} owns ${table}, which does not exist`),
    ...modules.flatMap((module) =>
      Object.keys(module.constraints ?? {})
        .filter((name) => !guards.has(name))
        .map((name) => `${module.name} gives a meaning to ${name}, which guards nothing`),
    ),
  ];
}

/** Columns that say who somebody is, or hold what a person typed. */
const WHO =
  /^(actor_id|person_id|account_id|user_id|host_id|imported_from|\w+_by|email|recipient|contact|meant_for|ip_address|user_agent|password)$/;
const TYPED =
  /^(body|body_text|body_html|reason|reply|why|about|note|reading|name|fields|content|amendment|problem|proposal|effect|roles|cost|area|changed|subject|value)$/;
/** Columns of these names that are no person's, each says why. */
const NOBODYS: Readonly<Record<string, string>> = {
  'hubs.name': 'the town',
  'hub_rules.reason': "the hub's decision",
  'hub_rules.decided_by': 'the council or office that decided, by its name',
  'merges.suggested_by': 'a proposal',
  'rights_claims.answer_by': 'a date',
  'policies.about': 'a policy',
  'documents.content': 'the published document, which names people by the names they chose',
  'debates.about': 'what a debate is about, from its proposal or its source',
  'points.body': 'the statement, written by all its editors',
  'point_versions.body': 'the same',
  'annex_entries.reason': 'the editors in their office',
  'objections.reply': 'the same',
  'answers.reason': 'the city',
  'reflection_steps.note': 'the city',
  'problem_reports.about': 'the address of a page',
  'problem_reports.reply': 'the desk',
  'journal_checkpoints.note': 'a signed head of the journal',
  'entries.ended_by': 'whether its poster or its last day ended it',
  'site_domains.verified_by': 'whether a record or a file proved it',
  'site_imports.problem': 'what a program says of a file',
};

/** Every such column is in a manifest, with why and what becomes of it. */
export function personalDataFindings(
  { columns, tables }: Schema,
  modules: readonly Pick<Module, 'name' | 'tables' | 'personalData'>[],
): string[] {
  const listed = new Set(
    modules.flatMap((module) =>
      module.personalData.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)),
    ),
  );
  const there = new Set(columns.map(({ table, column }) => `${table}.${column}`));
  const known = new Set(tables.map(({ name }) => name));
  const ownsIt = new Map(modules.flatMap((module) => module.tables.map((table) => [table, module.name] as const)));
  return [
    ...columns
      .filter(({ table }) => known.has(table))
      .filter(({ column, type }) => WHO.test(column) || (TYPED.test(column) && /^(text|jsonb)$/.test(type)))
      .map(({ table, column }) => `${table}.${column}`)
      .filter((name) => !listed.has(name) && !(name in NOBODYS))
      .map(
        (name) =>
          `${name} is in nobody's list of personal data (${ownsIt.get(name.replace(/\.[^.]+$/, '')) ?? 'no owner'})`,
      ),
    ...[...listed]
      .filter((name) => !there.has(name))
      .map((name) => `${name} is listed as personal data and does not exist`),
    ...modules.flatMap(({ name, tables, personalData }) =>
      personalData
        .filter(({ table }) => !tables.includes(table))
        .map(({ table }) => `${name} speaks of ${table}, which is not its own`),
    ),
  ];
}
