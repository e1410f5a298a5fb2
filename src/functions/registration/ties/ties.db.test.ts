import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { typedGroup } from '../groups/groups-for-tests.ts';
import { declareGroup } from '../groups/index.ts';
import { conversationsOf, messagesBetween, sendGroupMessage } from './messages.ts';
import { askPartnership, confirmPartnership, endPartnership } from './partnerships.ts';
import { allTies, groupsLike, tiesOf } from './queries.ts';

let town: TestTown;
let [a, b]: Reader[] = [];
let stranger: Reader;
let ids: string[];

beforeAll(async () => {
  town = await openTestTown();
  const people = await Promise.all(['とくさん', 'みずの', 'ことね'].map((name) => town.person(name)));
  ids = [];
  for (const [at, name] of ['川辺の会', '橋の会'].entries())
    ids.push((await town.perform(people[at]!, declareGroup, typedGroup({ name }))).id);
  [a, b] = ids.map((id, at) => town.as(people[at]!, { id, kind: 'group', name: '' }));
  stranger = people[2]!;
});
afterAll(() => town.close());

describe('F7.3 groups that work together', () => {
  test('say so both, or nobody sees it', async () => {
    const asking = { own: ids[0]!, other: ids[1]!, what: '川の掃除' };
    expect(await town.refusal(stranger, askPartnership, asking)).toBe('not-of-the-group');
    expect(await town.refusal(a!, askPartnership, { ...asking, other: ids[0]! })).toBe('own-group');
    expect(await town.refusal(a!, askPartnership, asking, { hub: town.neighbour })).toBe('not-found');
    const { id } = await town.perform(a!, askPartnership, asking);
    expect(await town.refusal(b!, askPartnership, { ...asking, own: ids[1]!, other: ids[0]! })).toBe('asked-already');
    expect(await town.read(allTies)).toEqual([]);
    expect(await town.read((db) => tiesOf(db, ids[1]!, false))).toEqual([]);
    expect(await town.read((db) => tiesOf(db, ids[1]!, true))).toHaveLength(1);
    expect(await town.refusal(a!, confirmPartnership, { id })).toBe('not-of-the-group');
    await town.perform(b!, confirmPartnership, { id });
    expect(await town.refusal(b!, confirmPartnership, { id })).toBe('settled-already');
    expect((await town.read(allTies)).map(({ what }) => what)).toEqual(['川の掃除']);
    expect(await town.refusal(stranger, endPartnership, { id })).toBe('not-of-the-group');
    await town.perform(a!, endPartnership, { id });
    expect(await town.refusal(b!, endPartnership, { id })).toBe('settled-already');
    expect(await town.read(allTies)).toEqual([]);
    expect(await town.refusal(b!, askPartnership, { ...asking, own: ids[1]!, other: ids[0]! })).toBe('done');
  });

  test('find groups like themselves', async () => {
    const like = await town.read((db) => groupsLike(db, { id: ids[0]!, fields: [7], areas: ['本町'] }));
    expect(like.map(({ id }) => id)).toEqual([ids[1]]);
  });
});

describe('F7.3 letters between groups', () => {
  test('are written by those who speak for one, and are no public event', async () => {
    const letter = { own: ids[0]!, other: ids[1]!, body: '来月の掃除、いっしょにどうですか。' };
    expect(await town.refusal(stranger, sendGroupMessage, letter)).toBe('not-of-the-group');
    await town.perform(a!, sendGroupMessage, letter);
    await town.perform(b!, sendGroupMessage, { own: ids[1]!, other: ids[0]!, body: 'はい、ぜひ。' });
    const [latest] = await town.read((db) => conversationsOf(db, ids[0]!));
    expect(latest).toMatchObject({ id: ids[1], body: 'はい、ぜひ。', is_own: false });
    expect(await town.read((db) => messagesBetween(db, ids[1]!, ids[0]!))).toHaveLength(2);
    const events = await town.rows<{ is_public: boolean }>(`select is_public from events where verb = 'ties.written'`);
    expect(events.map((event) => event.is_public)).toEqual([false, false]);
  });

  test('are not sent to the whole register at once', async () => {
    const letter = { own: ids[0]!, other: ids[1]!, body: 'こんにちは。' };
    for (let n = 1; n < 20; n += 1) await town.perform(a!, sendGroupMessage, letter);
    expect(await town.refusal(a!, sendGroupMessage, letter)).toBe('too-many-messages');
  });
});
