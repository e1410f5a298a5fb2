import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase, type FreshDatabase } from '#test/support/database.ts';
import { prepareJobQueue } from './job-queue.ts';
import { grantToApp } from './roles.ts';

let database: FreshDatabase;
let app: pg.Client;

beforeAll(async () => {
  database = await emptyDatabase();
  const owner = new pg.Client(database.owner);
  await owner.connect();
  await grantToApp(owner);
  await owner.end();
  await prepareJobQueue(database.owner, database.app);
  app = new pg.Client(database.app);
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await database.drop();
});

test('the application adds and reads jobs, and owns the tables', async () => {
  await app.query("select graphile_worker.add_job('greet', json_build_object('name', '花'))");
  const { rows } = await app.query('select task_identifier from graphile_worker.jobs');
  expect(rows).toEqual([{ task_identifier: 'greet' }]);
  const owners = await app.query("select distinct tableowner from pg_tables where schemaname = 'graphile_worker'");
  expect(owners.rows).toEqual([{ tableowner: 'minna_app' }]);
});

test('the application may still not make schemas', async () => {
  await expect(app.query('create schema mine')).rejects.toThrow(/permission denied/);
});

test('preparing again changes nothing', async () => {
  const versions = () => app.query('select * from graphile_worker.migrations order by id');
  const before = await versions();
  await prepareJobQueue(database.owner, database.app);
  expect((await versions()).rows).toEqual(before.rows);
});
