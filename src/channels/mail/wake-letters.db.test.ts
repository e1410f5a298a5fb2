import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { collector } from '#commons/accounts/site-for-tests.ts';
import { queueMail } from '#commons/letters/index.ts';
import { run } from '#kernel/database/dialect.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { waker } from './wake-letters.ts';

const ENV = { MINNA_SMTP_URL: 'smtp://mail.example:587', MINNA_MAIL_FROM: 'noreply@hinata.example' };

let town: TestTown;
let lines: string[] = [];
let asked = 0;
beforeAll(async () => {
  town = await openTestTown();
});
beforeEach(async () => {
  lines = [];
  asked = 0;
  await town.hubwise.deployment((db) => run(db, 'delete from graphile_worker._private_jobs'));
});
afterAll(() => town.close());

const job = (): JobContext => ({
  hub: town.hub,
  hubwise: town.hubwise,
  now: town.now(),
  log: collector(lines),
  newId: () => uuidv7(town.now()),
  randomId,
  by: null,
  record: async () => {},
  invalidate: async () => {},
});
const there = async () => {
  asked += 1;
};
const away = async () => {
  asked += 1;
  throw Object.assign(new Error('no'), { code: 'ESOCKET' });
};

/** A letter whose last try failed so, and that is to be tried again in so many hours. */
async function waiting(lastError: string | null, attempts: number, hours: number, hubId = 1): Promise<string> {
  const means = { now: town.now(), newId: () => uuidv7(town.now()) };
  return town.hubwise.deployment(async (db) => {
    const id = await queueMail(db, { hubId, to: 'fumi@hinata.example', subject: 'お知らせ', text: 'a' }, means);
    await run(db, 'update mails set last_error = $2, attempts = $3 where id = $1', [id, lastError, attempts]);
    await run(
      db,
      `update graphile_worker._private_jobs set attempts = $2, run_at = now() + make_interval(hours => $3)
       where key = 'mail.send:' || $1::text`,
      [id, attempts, hours],
    );
    return id;
  });
}

const stateOf = async (id: string) =>
  (
    await town.hubwise.deployment((db) =>
      run<{ due: boolean; goes_on: boolean }>(
        db,
        `select run_at <= clock_timestamp() as due, attempts < max_attempts as goes_on
         from graphile_worker.jobs where key = 'mail.send:' || $1::text`,
        [id],
      ),
    )
  )[0];

describe('X12 letters after a day without a mail server', () => {
  test('leave when it is back, also those that were given up and those written before there was one', async () => {
    const ids = [await waiting('ESOCKET', 16, 6), await waiting('EAUTH 535', 25, -3), await waiting(null, 14, 5)];
    await waker(ENV, there)(job());
    for (const id of ids) expect(await stateOf(id)).toEqual({ due: true, goes_on: true });
  });

  test('wait on while it is away, or not set', async () => {
    const id = await waiting('ESOCKET', 16, 6);
    await waker(ENV, away)(job());
    await waker({}, there)(job());
    expect(asked).toBe(1);
    expect(await stateOf(id)).toEqual({ due: false, goes_on: true });
  });

  test('keep their time where the server had something against that letter, or it is another town’s', async () => {
    const ids = [await waiting('EENVELOPE 451', 16, 6), await waiting('ESOCKET', 16, 6, town.neighbour.id)];
    await waker(ENV, there)(job());
    expect(asked).toBe(0);
    for (const id of ids) expect(await stateOf(id)).toEqual({ due: false, goes_on: true });
  });

  test('aren’t asked about when none waits for long', async () => {
    await waiting('ESOCKET', 2, 0);
    await waker(ENV, there)(job());
    expect(asked).toBe(0);
  });
});
