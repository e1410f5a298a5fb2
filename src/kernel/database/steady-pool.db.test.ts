import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#test/support/database.ts';
import { steadyPool } from './steady-pool.ts';

let database: FreshDatabase;
let superuser: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  superuser = new pg.Client(database.superuser);
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await database.drop();
});

test('connections that the server cuts, idle or held, are told and replaced', async () => {
  const told: string[] = [];
  const pool = steadyPool({ ...database.app, max: 2 }, ({ message }) => told.push(message));
  const held = await pool.connect();
  await pool.query('select 1');
  const idleGone = new Promise<void>((resolve) => pool.once('remove', () => resolve()));
  const heldGone = new Promise<void>((resolve) => held.once('end', () => resolve()));
  await superuser.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await Promise.all([idleGone, heldGone]);
  expect(told).toContain('terminating connection due to administrator command');
  held.release(true);
  expect((await pool.query('select 1 as here')).rows).toEqual([{ here: 1 }]);
  await pool.end();
});
