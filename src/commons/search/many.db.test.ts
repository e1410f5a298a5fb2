import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDebate } from '#commons/discussion/debate-for-tests.ts';
import '../../happenings.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { mendKind } from './mend.ts';
import { ask } from './search-for-tests.ts';

const MANY = 1150;
let town: TestTown;
let fumi: Reader;

beforeAll(async () => {
  town = await openTestTown();
  fumi = await town.person('ふみさん');
  const debate = await openDebate(town, { kind: 'imported', title: 'ベンチの話' });
  await town.hubwise.write(town.hub.id, (db) =>
    run(
      db,
      `insert into opinions (hub_id, id, debate_id, number, kind, actor_id, person_id, body, said_at)
       select $1, gen_random_uuid(), $2, n, 'opinion', $3, $3, case when n % 100 = 0 then 'ベンチ' || n || 'とバス停' else 'ベンチ' || n || '基' end,
         $4::timestamptz + n * interval '1 minute'
       from generate_series(1, ${MANY}) n`,
      [town.hub.id, debate, fumi.person.id, town.now()],
    ),
  );
  for (const kind of ['debate', 'opinion', 'opinion', 'opinion']) {
    await town.hubwise.write(town.hub.id, (db) => mendKind(db, town.hub.id, kind));
  }
});
afterAll(() => town.close());

async function walk(q: string, kind = ''): Promise<string[]> {
  const ids: string[] = [];
  let after = '';
  for (;;) {
    const { hits, next } = await ask(town, q, { kind, after, limit: 200 });
    ids.push(...hits.map(({ id }) => id));
    if (next === null) return ids;
    after = next;
  }
}

describe('X7 more than a thousand matches', () => {
  test('are all reached, each once, the one whose title matches first', async () => {
    const ids = await walk('ベンチ');
    expect(ids).toHaveLength(MANY + 1);
    expect(new Set(ids).size).toBe(MANY + 1);
    expect((await ask(town, 'ベンチ')).hits[0]?.title).toBe('ベンチの話');
    expect(await walk('ベンチ', 'opinion')).toHaveLength(MANY);
    expect(await walk('ベンチ', 'debate')).toHaveLength(1);
  });

  test('are counted roughly and said to be, fewer exactly', async () => {
    const { count, isExact, counts } = await ask(town, 'ベンチ');
    expect({ count, isExact, opinions: counts.get('opinion') }).toEqual({
      count: 1200,
      isExact: false,
      opinions: 1200,
    });
    expect(await ask(town, 'ベンチ バス停')).toMatchObject({ count: 11, isExact: true });
  });
});
