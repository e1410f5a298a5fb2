import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobOf } from '#commons/notices/notices-for-tests.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { forgetSubmissions } from './work.ts';

let town: TestTown;
let reader: Reader;
beforeAll(async () => {
  town = await openTestTown();
  reader = await town.person('とくさん');
});
afterAll(() => town.close());

/** Forms that came on this date, as acts leave them. */
const came = (date: string, count: number, hub: Hub = town.hub) =>
  town.hubwise.write(hub.id, (db) =>
    run(
      db,
      `insert into submissions (hub_id, key, person_id, action, result, at)
       select $1, gen_random_uuid(), $2, 'sample.act', 'null', $3::timestamptz + n * interval '1 millisecond' from generate_series(1, $4) n`,
      [hub.id, reader.person.id, new Date(`${date}T12:00:00+09:00`), count],
    ),
  );
const left = async (hub: Hub = town.hub) =>
  (await town.rows<{ n: number }>('select count(*)::int as n from submissions', [], hub))[0]!.n;

describe('X8 numbers of forms', () => {
  test('are kept for thirty days, then forgotten, in this town alone', async () => {
    await came('2026-10-01', 2);
    await came('2026-10-20', 3);
    await came('2026-10-01', 1, town.neighbour);
    town.today('2026-10-30');
    await forgetSubmissions(jobOf(town));
    expect(await left()).toBe(5);
    town.today('2026-11-05');
    await forgetSubmissions(jobOf(town));
    expect(await left()).toBe(3);
    expect(await left(town.neighbour)).toBe(1);
  });

  test('go in portions, the oldest first, found by their age', async () => {
    await came('2026-09-01', 5100);
    await forgetSubmissions(jobOf(town));
    expect(await left()).toBe(103);
    await forgetSubmissions(jobOf(town));
    expect(await left()).toBe(3);
    const plan = await town.rows<{ 'QUERY PLAN': string }>(
      'explain select key from submissions where hub_id = $1 and at < $2 order by at limit 5000',
      [town.hub.id, town.now()],
    );
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('submissions_age');
  });
});
