import { Kysely, PostgresDialect, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#test/support/database.ts';
import { steadyPool } from './database/steady-pool.ts';
import { allow, rateKey, sweepRateLimits } from './rate-limiter.ts';

const START = Date.parse('2031-04-01T00:00:00Z');
const after = (seconds: number) => new Date(START + seconds * 1000);
const LIMIT = { limit: 3, windowSeconds: 60 };
let database: FreshDatabase;
let db: Kysely<unknown>;

beforeAll(async () => {
  database = await freshDatabase();
  // The pool doesn't wait for its connections to close; the database is dropped under them.
  const pool = steadyPool({ ...database.app, max: 10 }, () => {});
  db = new Kysely({ dialect: new PostgresDialect({ pool }) });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

describe('allow', () => {
  test('so many in a window, then a wait that is told, then again', async () => {
    const key = rateKey('s', 'sign-in', 'a');
    for (const second of [0, 10, 20])
      expect(await allow(db, key, LIMIT, after(second))).toEqual({ allowed: true, retryAfterSeconds: 0 });
    expect(await allow(db, key, LIMIT, after(20))).toEqual({ allowed: false, retryAfterSeconds: 40 });
    expect(await allow(db, key, LIMIT, after(59.5))).toEqual({ allowed: false, retryAfterSeconds: 1 });
    expect(await allow(db, key, LIMIT, after(60))).toEqual({ allowed: true, retryAfterSeconds: 0 });
    expect(await allow(db, key, LIMIT, after(60))).toEqual({ allowed: true, retryAfterSeconds: 0 });
  });

  test('tries that are refused do not prolong the wait', async () => {
    const key = rateKey('s', 'hammer');
    for (let second = 0; second < 60; second += 1) await allow(db, key, LIMIT, after(second));
    expect((await allow(db, key, LIMIT, after(60))).allowed).toBe(true);
  });

  test('at the same moment from many connections exactly so many pass', async () => {
    const key = rateKey('s', 'rush');
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => allow(db, key, { limit: 7, windowSeconds: 60 }, after(0))),
    );
    expect(answers.filter((answer) => answer.allowed)).toHaveLength(7);
  });

  test('subjects do not count for each other', async () => {
    for (let n = 0; n < 5; n += 1) await allow(db, rateKey('s', 'x', 'a'), LIMIT, after(0));
    expect((await allow(db, rateKey('s', 'x', 'b'), LIMIT, after(0))).allowed).toBe(true);
  });

  test('a limit that was lowered counts at once', async () => {
    const key = rateKey('s', 'lowered');
    for (let n = 0; n < 3; n += 1) await allow(db, key, { limit: 100, windowSeconds: 60 }, after(0));
    expect((await allow(db, key, LIMIT, after(1))).allowed).toBe(false);
    expect((await allow(db, key, { limit: 100, windowSeconds: 60 }, after(1))).allowed).toBe(true);
  });
});

test('sweeping removes ended windows only', async () => {
  const old = rateKey('s', 'old');
  const fresh = rateKey('s', 'fresh');
  await allow(db, old, { limit: 1, windowSeconds: 3600 }, after(100_000));
  await allow(db, fresh, { limit: 1, windowSeconds: 3600 }, after(103_000));
  await sweepRateLimits(db, 3600, after(103_600));
  const { rows } = await sql<{ key: string }>`select key from rate_limits`.execute(db);
  const keys = rows.map((row) => row.key);
  expect(keys).toContain(fresh);
  expect(keys).not.toContain(old);
});
