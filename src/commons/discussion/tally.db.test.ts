import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collector } from '#commons/accounts/site-for-tests.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { randomId } from '#kernel/ids.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { openDebate, say, vote } from './debate-for-tests.ts';
import { countedVotes } from './everything-said.ts';
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

  test('notes for whoever keeps a file that figures changed, also where their sum did not; and nothing when nobody voted', async () => {
    const debateId = await openDebate(town);
    const { id } = await say(town, people[0]!, debateId, '日曜もほしい。');
    await vote(town, people[1]!, id, 'agree');
    await tally(job([]));
    const counted = () => town.read(countedVotes);
    const before = await counted();
    await tally(job([]));
    expect(await counted()).toBe(before);
    await vote(town, people[1]!, id, 'disagree');
    await tally(job([]));
    const after = await counted();
    expect(after).not.toBe(before);
    expect(after.split('.')[1]).toBe(before.split('.')[1]);
  });

  test('begins with a sum from scratch, whatever an earlier version or a restored copy left', async () => {
    const sum = () => town.rows('select votes from vote_tallies');
    const right = await sum();
    await town.hubwise.write(town.hub.id, (db) => run(db, 'update vote_tallies set votes = votes + 7'));
    // A worker that has just started knows of no turn yet: so does one with connections of its own.
    const anew = { read: town.hubwise.read.bind(town.hubwise), write: town.hubwise.write.bind(town.hubwise) };
    await tally({ ...job([]), hubwise: anew as typeof town.hubwise });
    expect(await sum()).toEqual(right);
    expect(await town.rows('select votes from vote_tallies where hub_id = $1', [town.neighbour.id])).toEqual([]);
  });
});
