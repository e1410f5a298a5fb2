import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyDatabase, type FreshDatabase } from '#test/support/database.ts';
import { migrate } from './migrate.ts';
import { prepareOperatorDatabase } from './roles.ts';

let database: FreshDatabase;
let admin: pg.Client;
/** A user of the operator's, new for each test: roles belong to the whole server. */
let user: string;

beforeEach(async () => {
  database = await emptyDatabase();
  admin = new pg.Client(database.superuser);
  await admin.connect();
  user = `operator_${randomBytes(6).toString('hex')}`;
});
afterEach(async () => {
  await admin.end();
  await database.drop();
  const last = new pg.Client({ ...database.superuser, database: 'postgres' });
  await last.connect();
  await last.query(`drop role if exists ${user}`);
  await last.end();
});

function url(name: string): string {
  const { host, port, database: at } = database.owner;
  return `postgresql://${name}@localhost:${port}/${at}?host=${encodeURIComponent(String(host))}`;
}

async function answer(options: pg.ClientConfig, sql: string): Promise<unknown> {
  const client = new pg.Client(options);
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return rows[0] && Object.values(rows[0])[0];
  } finally {
    await client.end();
  }
}

describe('an operator whose user may create roles', () => {
  test('gets an app that is bound by policies, with the same login', async () => {
    await admin.query(`create role ${user} login createrole; grant minna_app to ${user} with admin option`);
    await admin.query(`alter database ${database.owner.database} owner to ${user}`);
    const { owner, app } = await prepareOperatorDatabase(url(user));
    expect(await answer(owner, 'select current_user')).toBe(user);
    expect(await answer(app, 'select current_user')).toBe('minna_app');
    await migrate(owner, { log: () => {} });
    expect(await answer(app, 'select count(*)::int from hubs')).toBe(0);
    await expect(answer(app, 'drop table hubs')).rejects.toThrow(/must be owner/);
    await expect(answer(app, 'reset role; create table mine (id int)')).rejects.toThrow(/permission denied/);
    await admin.query(`reassign owned by ${user} to postgres; drop owned by ${user}`);
  });

  test('who is a superuser is bound as well, once it acts as the app', async () => {
    await admin.query(`create role ${user} login superuser`);
    const { owner, app } = await prepareOperatorDatabase(url(user));
    const table = `create table civic (hub_id int not null); insert into civic values (1), (2);
      alter table civic enable row level security; alter table civic force row level security;
      create policy hub on civic using (hub_id = 1); grant select on civic to minna_app`;
    await admin.query(table);
    expect(await answer(owner, 'select count(*)::int from civic')).toBe(2);
    expect(await answer(app, 'select count(*)::int from civic')).toBe(1);
    await admin.query(`reassign owned by ${user} to postgres`);
  });
});

describe('an operator whose user may not create roles', () => {
  test('is told what to ask for when it may not act as minna_app', async () => {
    await admin.query(`create role ${user} login`);
    await expect(prepareOperatorDatabase(url(user))).rejects.toThrow(`GRANT minna_app TO "${user}"`);
  });

  test('needs nothing more once the administrator has granted it', async () => {
    await admin.query(`create role ${user} login; grant minna_app to ${user}`);
    const { app } = await prepareOperatorDatabase(url(user));
    expect(await answer(app, 'select current_user')).toBe('minna_app');
  });
});

describe('a login of its own for the app', () => {
  test('is used when it is bound', async () => {
    await admin.query(`create role ${user} login; grant minna_app to ${user}`);
    const { app } = await prepareOperatorDatabase(url('postgres'), url(user));
    expect(await answer(app, 'select current_user')).toBe(user);
  });

  test.each(['superuser', 'bypassrls'])('is refused with %s', async (power) => {
    await admin.query(`create role ${user} login ${power}`);
    await expect(prepareOperatorDatabase(url('postgres'), url(user))).rejects.toThrow(
      /would see the rows of every town/,
    );
  });
});

test('a database that is not UTF-8 is refused', async () => {
  const name = `${database.owner.database}_latin`;
  await admin.query(`create database ${name} template template0 encoding 'LATIN1' locale_provider libc locale 'C'`);
  const latin = url('postgres').replace(String(database.owner.database), name);
  await expect(prepareOperatorDatabase(latin)).rejects.toThrow(/encoding UTF8/);
  await admin.query(`drop database ${name}`);
});
