import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '#kernel/database/dialect.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { countJobs } from './job-counts.ts';

let town: TestTown;
beforeAll(async () => {
  town = await openTestTown();
});
afterAll(() => town.close());

describe('X12 the job queue in figures', () => {
  test('counts what is due, how long the oldest has waited, and what nobody tries any more', async () => {
    expect(await countJobs(town.hubwise)).toEqual({ due: 0, oldestSeconds: 0, givenUp: 0 });
    await town.hubwise.deployment(async (db) => {
      const add = (key: string, minutes: number) =>
        run(
          db,
          `select graphile_worker.add_job('x', '{}', run_at => now() + make_interval(mins => $2), job_key => $1)`,
          [key, minutes],
        );
      await add('due', -10);
      await add('given-up', -60);
      await add('later', 10);
      await run(
        db,
        `select graphile_worker.permanently_fail_jobs(array(select id from graphile_worker.jobs where key = 'given-up'), 'no')`,
      );
    });
    const { due, oldestSeconds, givenUp } = await countJobs(town.hubwise);
    expect({ due, givenUp }).toEqual({ due: 1, givenUp: 1 });
    expect(Math.floor(oldestSeconds / 60)).toBe(10);
  });
});
