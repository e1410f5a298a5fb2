import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collector } from '#commons/accounts/site-for-tests.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { openDebate, say, vote } from './debate-for-tests.ts';
import { tally } from './tally.ts';

let town: TestTown;
let people: Reader[];

beforeAll(async () => {
  town = await openTestTown();
  town.today('2026-11-10');
  people = await Promise.all(['ふみ', 'いわお', 'とくさん'].map((name) => town.person(name)));
});
afterAll(() => town.close());

function job(told: string[][]): JobContext {
  return {
    hub: town.hub,
    hubwise: town.hubwise,
    now: town.now(),
    log: collector([]),
    newId: randomId,
    randomId,
    by: null,
    record: async () => {},
    invalidate: async (tags) => {
      told.push([...tags].sort());
    },
  };
}

describe('F9.2 the worker’s turn', () => {
  test('tells at its start what one before it may have counted and not told, then each batch once, then nothing', async () => {
    const debateId = await openDebate(town);
    const { id } = await say(town, people[0]!, debateId, '9時台に1本ほしい。');
    const other = await say(town, people[0]!, debateId, '土曜はいらない。');
    for (const person of people) {
      await vote(town, person, id, 'agree');
      await vote(town, person, other.id, 'disagree');
    }
    const told: string[][] = [];
    await tally(job(told));
    expect(told).toEqual([
      [`debate:${debateId}`],
      [`debate:${debateId}`, `opinion:${id}`, `opinion:${other.id}`].sort(),
    ]);
    expect(await town.rows('select agree from opinions where id = $1', [id])).toEqual([{ agree: 3 }]);
    told.length = 0;
    await tally(job(told));
    expect(told).toEqual([]);
    await vote(town, people[1]!, id, null);
    await tally(job(told));
    expect(told).toEqual([[`debate:${debateId}`, `opinion:${id}`]]);
    expect(await town.rows('select agree, seen from opinions where id = $1', [id])).toEqual([{ agree: 2, seen: 2 }]);
  });
});
