/**
 * A second town that is everywhere where the first one is: each row of the first once more, with ids of its own, and with letters in its
 * texts that are in no other: whatever of it shows up in the first town is seen at once.
 */
import type pg from 'pg';
import { schemaOf } from '../architecture/rules/schema.ts';

const ORDINARY = 'のはをにがとでしいるかたんなスーさまちこきりくもらつアイラトルみうえお市会町山川田木橋本';
/** Yi syllables: nobody writes them in these towns */
const FIRST_MARK = 0xa000;
const MARKS = String.fromCodePoint(...[...ORDINARY].map((_, at) => FIRST_MARK + at));
export const MARK = /[\ua000-\ua48c]/;

/** Account ids stay: one login serves several towns. */
const OF_ACCOUNTS = /^(account_id|user_id|session_id)$/;

const UUID = '([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-)([0-9a-f]{6})([0-9a-f]{6})';

export const TWIN_ID = 2;

/** Makes town 2 out of town 1, at `origin`. `superuser`: bound by no policy, and allowed to leave foreign keys unchecked. */
export async function makeTwin(superuser: pg.Client, origin: string): Promise<void> {
  const { tables, columns } = await schemaOf(superuser);
  const civic = tables
    .map(({ name }) => name)
    .filter((name) => columns.some((one) => one.table === name && one.column === 'hub_id'));
  await superuser.query(`create function pg_temp.twin(text) returns text language sql immutable as
    $$ select translate(regexp_replace($1, '${UUID}', '\\1\\3\\2', 'g'), '${ORDINARY}', '${MARKS}') $$`);
  await superuser.query('begin; set local session_replication_role = replica');
  await superuser.query(
    `insert into hubs select (jsonb_populate_record(null::hubs, pg_temp.twin(to_jsonb(h)::text)::jsonb
       || jsonb_build_object('id', ${TWIN_ID}, 'key', 'tonari', 'host', $1::text))).* from hubs h where id = 1`,
    [origin],
  );
  for (const table of civic) {
    const { rows } = await superuser.query<{ name: string }>(
      `select attname::text as name from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    );
    const names = rows.map(({ name }) => name);
    const kept = names.filter((name) => OF_ACCOUNTS.test(name)).map((name) => `, '${name}', t.${name}`);
    await superuser.query(
      `insert into ${table} (${names.join(', ')}) overriding system value
       select ${names.map((name) => `(r).${name}`).join(', ')} from (
         select jsonb_populate_record(null::${table}, pg_temp.twin(to_jsonb(t)::text)::jsonb
           || jsonb_build_object('hub_id', ${TWIN_ID}${kept.join('')})) as r from ${table} t where t.hub_id = 1 offset 0) as twins`,
    );
  }
  await superuser.query('commit');
  await superuser.query('analyze');
}

/** Ids that are in the second town's rows and in no row of the first. */
export async function twinIds(superuser: pg.Client): Promise<Map<string, string[]>> {
  const { columns } = await schemaOf(superuser);
  const keys = columns.filter(
    ({ table, column, type }) =>
      type === 'uuid' &&
      !OF_ACCOUNTS.test(column) &&
      columns.some((one) => one.table === table && one.column === 'hub_id'),
  );
  const found = new Map<string, string[]>();
  for (const { table, column } of keys) {
    const { rows } = await superuser.query<{ id: string }>(
      `select distinct ${column}::text as id from ${table} where hub_id = ${TWIN_ID} and ${column} is not null
       except select ${column}::text from ${table} where hub_id = 1 and ${column} is not null`,
    );
    found.set(table, [...(found.get(table) ?? []), ...rows.map(({ id }) => id)]);
  }
  return found;
}

/** What each civic table holds of a town, as one number a table; alike before and after means: nothing was touched. */
export async function fingerprint(superuser: pg.Client, hubId: number): Promise<Record<string, string>> {
  const { tables, columns } = await schemaOf(superuser);
  const civic = tables.filter(({ name }) => columns.some((one) => one.table === name && one.column === 'hub_id'));
  const prints: Record<string, string> = {};
  for (const { name } of civic) {
    const { rows } = await superuser.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as print from ${name} t where hub_id = ${hubId}`,
    );
    prints[name] = rows[0]!.print;
  }
  return prints;
}
