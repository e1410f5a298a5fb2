import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDebate } from '#commons/discussion/debate-for-tests.ts';
import '../../happenings.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { mendInTurns } from './mend.ts';
import { ask } from './search-for-tests.ts';

let town: TestTown;
let fumi: Reader;
let debate: string;

beforeAll(async () => {
  town = await openTestTown();
  fumi = await town.person('ふみさん');
  debate = await openDebate(town, { kind: 'imported', title: 'よその町の話' });
});
afterAll(() => town.close());

/** As a conversation comes in: without an act for each. */
async function bringIn(word: string, count: number): Promise<void> {
  await town.hubwise.write(town.hub.id, (db) =>
    run(
      db,
      `insert into opinions (hub_id, id, debate_id, number, kind, actor_id, person_id, body, said_at)
       select $1, gen_random_uuid(), $2, coalesce((select max(number) from opinions where debate_id = $2), 0) + n, 'opinion', $3, $3, $4 || n, $5
       from generate_series(1, $6::int) n`,
      [town.hub.id, debate, fumi.person.id, word, town.now(), count],
    ),
  );
}

const found = async (word: string): Promise<number> => (await ask(town, word)).count;

/** A worker of its own: what it has looked at is its own affair. */
function worker() {
  const state = { isBroken: false };
  const write: TestTown['hubwise']['write'] = (hub, work) =>
    state.isBroken ? Promise.reject(new Error('the database is away')) : town.hubwise.write(hub, work);
  const job = { hub: town.hub, hubwise: { write }, now: town.now() } as JobContext;
  return { state, turn: (most?: number) => mendInTurns(job, most) };
}

describe('X7 the index is compared with the town', () => {
  test('at once where there is little, and then not again within the hour', async () => {
    await bringIn('水車小屋', 3);
    const { turn } = worker();
    await turn();
    expect(await found('水車小屋')).toBe(3);
    await bringIn('火の見櫓', 2);
    await turn();
    expect(await found('火の見櫓')).toBe(0);
    await worker().turn();
    expect(await found('火の見櫓')).toBe(2);
  });

  test('piece by piece where there is much: a turn ends and the next goes on, until what came is found and what went is gone', async () => {
    await bringIn('常夜灯', 4);
    await town.hubwise.write(town.hub.id, (db) =>
      run(db, `delete from opinions where debate_id = $1 and body like '水車小屋%'`, [debate]),
    );
    const entries = async () => (await town.rows(`select 1 from search_entries where folded like '%水車小屋%'`)).length;
    expect(await entries()).toBe(3);
    const { turn } = worker();
    let turns = 0;
    for (; (await entries()) > 0; turns += 1) {
      expect(turns).toBeLessThan(100);
      await turn(1);
    }
    expect(turns).toBeGreaterThan(1);
    expect(await found('常夜灯')).toBe(4);
  });

  test('anew after a piece that failed', async () => {
    await bringIn('石臼', 1);
    const { state, turn } = worker();
    state.isBroken = true;
    await expect(turn()).rejects.toThrow('away');
    state.isBroken = false;
    await turn();
    expect(await found('石臼')).toBe(1);
  });
});
