/**
 * X12: many rows into an empty database at once. Row level security is forced on its owner too, and COPY refuses to work under it; foreign
 * keys would want an order among tables that point at one another. So both are taken away and put back within the one transaction: nobody
 * ever sees the tables without them, and what does not fit is refused when they return.
 */
import type pg from 'pg';

const TABLES = "n.nspname in ('public', 'auth')";

/** Runs `load` as the tables' owner, unbound; everything in one transaction. Rolls back whatever `load` throws. */
export async function loadUnbound(owner: pg.Client, load: () => Promise<void>): Promise<void> {
  await owner.query('begin');
  try {
    const bound = await namesOf(
      owner,
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where ${TABLES} and c.relkind = 'r' and c.relforcerowsecurity`,
    );
    const { rows: keys } = await owner.query<{ table: string; name: string; definition: string }>(
      `select format('%I.%I', n.nspname, c.relname) as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        where ${TABLES} and k.contype = 'f' and k.conparentid = 0`,
    );
    for (const name of bound) await owner.query(`alter table ${name} no force row level security`);
    for (const { table, name } of keys) await owner.query(`alter table ${table} drop constraint ${name}`);
    await load();
    for (const { table, name, definition } of keys)
      await owner.query(`alter table ${table} add constraint ${name} ${definition}`);
    for (const name of bound) await owner.query(`alter table ${name} force row level security`);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback').catch(() => {});
    throw error;
  }
}

async function namesOf(client: pg.Client, sql: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(sql);
  return rows.map(({ name }) => name);
}
