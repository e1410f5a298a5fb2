import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyDatabase, type FreshDatabase, freshDatabase } from '#test/support/database.ts';
import { MigrationMistake, migrate } from './migrate.ts';

let database: FreshDatabase;
let dir: string;
let client: pg.Client;
let lines: string[];

const log = (line: string) => lines.push(line);
const file = (name: string, sql: string) => writeFileSync(join(dir, name), sql);
const names = async (sql: string) => (await client.query(sql)).rows.map((row) => Object.values(row)[0]);

beforeEach(async () => {
  database = await emptyDatabase();
  dir = mkdtempSync(join(tmpdir(), 'minna-migrations-'));
  lines = [];
  client = new pg.Client(database.owner);
  client.on('error', () => {});
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await database.drop();
  rmSync(dir, { recursive: true });
});

describe('in order, once', () => {
  test('files are applied by number and recorded; a second call does nothing', async () => {
    file('0002-pets.sql', 'create table pets (id int primary key, owner int references people);');
    file('0001-people.sql', 'create table people (id int primary key);');
    expect(await migrate(database.owner, { dir, log })).toEqual({ applied: ['0001-people.sql', '0002-pets.sql'] });
    expect(await migrate(database.owner, { dir, log })).toEqual({ applied: [] });
    expect(await names('select name from schema_migrations order by number')).toEqual([
      '0001-people.sql',
      '0002-pets.sql',
    ]);
  });

  test('a file that fails leaves nothing of itself, and the ones before it stay', async () => {
    file('0001-people.sql', 'create table people (id int primary key);');
    file('0002-pets.sql', 'create table pets (id int);\ncreate table pets (id int);');
    await expect(migrate(database.owner, { dir, log })).rejects.toThrow(/0002-pets\.sql.*already exists/);
    expect(await names('select name from schema_migrations')).toEqual(['0001-people.sql']);
    expect(await names("select to_regclass('pets')")).toEqual([null]);
  });

  test('the error names the line', async () => {
    file('0001-people.sql', 'create table people (id int primary key);\n\nselect 人 from people;');
    await expect(migrate(database.owner, { dir, log })).rejects.toThrow('0001-people.sql:3');
  });

  test('four processes at once apply each file once', async () => {
    file('0001-people.sql', 'create table people (id int primary key);');
    const all = await Promise.all(Array.from({ length: 4 }, () => migrate(database.owner, { dir, log })));
    expect(all.flatMap((one) => one.applied)).toEqual(['0001-people.sql']);
  });
});

describe('mistakes are refused before anything is applied', () => {
  test('an applied file that was changed', async () => {
    file('0001-people.sql', 'create table people (id int primary key);');
    await migrate(database.owner, { dir, log });
    file('0001-people.sql', 'create table people (id bigint primary key);');
    file('0002-pets.sql', 'create table pets (id int);');
    await expect(migrate(database.owner, { dir, log })).rejects.toThrow(MigrationMistake);
    expect(await names("select to_regclass('pets')")).toEqual([null]);
  });

  test('line ends of another system are no change', async () => {
    file('0001-people.sql', 'create table people (\n id int primary key);');
    await migrate(database.owner, { dir, log });
    file('0001-people.sql', 'create table people (\r\n id int primary key);');
    expect(await migrate(database.owner, { dir, log })).toEqual({ applied: [] });
  });

  test.each([
    ['a number before one that is applied', '0001-late.sql', 'select 1;', /numbered before 5/],
    ['a number used twice', '0005-other.sql', 'select 1;', /one number/],
    ['a name out of pattern', '6-Pets.sql', 'select 1;', /is named like/],
    ['a COMMIT of its own', '0006-pets.sql', 'create table pets (id int);\ncommit;', /BEGIN or COMMIT/],
    [
      'an index that could not be repeated',
      '0006-i.sql',
      'create index concurrently i on people (id);',
      /IF NOT EXISTS/,
    ],
  ])('%s', async (_, name, sql, message) => {
    file('0005-people.sql', 'create table people (id int primary key);');
    await migrate(database.owner, { dir, log });
    file(name, sql);
    await expect(migrate(database.owner, { dir, log })).rejects.toThrow(message);
  });

  test('a database that is ahead may be used by the version before', async () => {
    file('0001-people.sql', 'create table people (id int primary key);');
    file('0002-pets.sql', 'create table pets (id int);');
    await migrate(database.owner, { dir, log });
    rmSync(join(dir, '0002-pets.sql'));
    expect(await migrate(database.owner, { dir, log })).toEqual({ applied: [] });
    expect(lines).toContain('The database is newer than this Minna (0002-pets.sql).');
  });
});

describe('while the town is busy', () => {
  test('a table in use is waited for briefly and tried again', async () => {
    file('0001-people.sql', 'create table people (id int primary key);');
    await migrate(database.owner, { dir, log });
    file('0002-name.sql', 'alter table people add column name text;');
    await client.query('begin; lock table people in access share mode');
    const letGo = async (line: string) => {
      lines.push(line);
      if (line.includes('trying again')) await client.query('rollback');
    };
    const result = await migrate(database.owner, { dir, log: letGo, lockTimeoutMs: 20, pauseMs: 20 });
    expect(result.applied).toEqual(['0002-name.sql']);
    expect(lines.filter((line) => line.includes('a table is in use'))).not.toHaveLength(0);
  });

  test('after the last attempt it gives up and changes nothing', async () => {
    file('0001-people.sql', 'create table people (id int primary key);');
    await migrate(database.owner, { dir, log });
    file('0002-name.sql', 'create table pets (id int); alter table people add column name text;');
    await client.query('begin; lock table people in access share mode');
    const hasty = { dir, log, lockTimeoutMs: 10, pauseMs: 1, attempts: 2 };
    await expect(migrate(database.owner, hasty)).rejects.toThrow(/lock timeout/);
    await client.query('rollback');
    expect(await names("select to_regclass('pets')")).toEqual([null]);
  });
});

describe('-- no transaction', () => {
  const people = 'create table people (id int primary key, name text);';
  const index =
    '-- no transaction\n-- by name; often\ncreate index concurrently if not exists people_name on people (name);\nanalyze people;';
  const validity = "select indisvalid from pg_index where indexrelid = 'people_name'::regclass";

  test('indexes are built concurrently', async () => {
    file('0001-people.sql', people);
    file('0002-index.sql', index);
    await migrate(database.owner, { dir, log });
    expect(await names(validity)).toEqual([true]);
  });

  test('an invalid index left by a failed attempt is built anew', async () => {
    file('0001-people.sql', people);
    await migrate(database.owner, { dir, log });
    await client.query("insert into people values (1, '花'), (2, '花')");
    const unique = client.query('create unique index concurrently people_name on people (name)');
    await expect(unique).rejects.toThrow(/unique/);
    expect(await names(validity)).toEqual([false]);
    file('0002-index.sql', index);
    await migrate(database.owner, { dir, log });
    expect(await names(validity)).toEqual([true]);
  });

  test('the process that builds an index and the ones that wait do not block each other', async () => {
    file('0001-people.sql', people);
    file('0002-index.sql', index);
    const all = await Promise.all(Array.from({ length: 3 }, () => migrate(database.owner, { dir, log })));
    expect(all.flatMap((one) => one.applied)).toEqual(['0001-people.sql', '0002-index.sql']);
    expect(await names(validity)).toEqual([true]);
  });
});

test('a database that is lost in the middle is an error, not the end of the process', async () => {
  file('0001-people.sql', 'select pg_terminate_backend(pg_backend_pid());');
  await expect(migrate(database.owner, { dir, log })).rejects.toThrow();
});

describe('what the app may do', () => {
  test('it reads and writes rows of new tables and sequences, also in schemas made later', async () => {
    file('0001-people.sql', 'create schema auth; create table auth.people (id serial primary key);');
    await migrate(database.owner, { dir, log });
    const app = new pg.Client(database.app);
    await app.connect();
    await app.query('insert into auth.people default values');
    expect((await app.query('select id from auth.people')).rows).toEqual([{ id: 1 }]);
    await expect(app.query('create table public.mine (id int)')).rejects.toThrow(/permission denied/);
    await expect(app.query('drop table auth.people')).rejects.toThrow(/must be owner/);
    await expect(app.query('delete from schema_migrations')).rejects.toThrow(/permission denied/);
    await app.end();
  });

  test('what a migration takes away stays away after the next', async () => {
    file('0001-ledger.sql', 'create table ledger (id int); revoke update, delete on ledger from minna_app;');
    await migrate(database.owner, { dir, log });
    file('0002-pets.sql', 'create table pets (id int);');
    await migrate(database.owner, { dir, log });
    const app = new pg.Client(database.app);
    await app.connect();
    await app.query('insert into ledger values (1)');
    await expect(app.query('delete from ledger')).rejects.toThrow(/permission denied/);
    await app.end();
  });
});

test('the template of the test databases is migrated, and a copy is complete', async () => {
  const copy = await freshDatabase();
  expect(await migrate(copy.owner, { log })).toEqual({ applied: [] });
  await copy.drop();
});
