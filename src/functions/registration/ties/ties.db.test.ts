import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blockSender } from '#commons/correspondence/blocks.ts';
import { makeYoung } from '#commons/correspondence/correspondence-for-tests.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
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

describe('X13, X4 letters between groups', () => {
  const letter = (from: number, to: number) => ({ own: ids[from]!, other: ids[to]!, body: 'こんにちは。' });

  test('a group for which only young people speak gets none from a group it has no tie with', async () => {
    const young = await town.person('ひばり');
    const [mine, theirs] = [await town.person('おとな'), await town.person('もうひとり')];
    const [youth, adults] = [
      (await town.perform(young, declareGroup, typedGroup({ name: '高校生の会', email: 'y@group.example' }))).id,
      (await town.perform(mine, declareGroup, typedGroup({ name: '大人の会', email: 'o@group.example' }))).id,
    ];
    await makeYoung(town, young);
    const asYouth = town.as(young, { id: youth, kind: 'group', name: '' });
    const asAdults = town.as(mine, { id: adults, kind: 'group', name: '' });
    const send = { own: adults, other: youth, body: 'こんにちは。' };
    expect(await town.refusal(asAdults, sendGroupMessage, send)).toBe('no-letters');
    const { id } = await town.perform(asAdults, askPartnership, { own: adults, other: youth, what: '朝市' });
    expect(await town.refusal(asAdults, sendGroupMessage, send)).toBe('no-letters');
    await town.perform(asYouth, confirmPartnership, { id });
    expect(await town.refusal(asAdults, sendGroupMessage, send)).toBe('done');
    await town.perform(asAdults, endPartnership, { id });
    expect(await town.refusal(asAdults, sendGroupMessage, send)).toBe('no-letters');
    await town.perform(asYouth, sendGroupMessage, { own: youth, other: adults, body: '教えてください。' });
    expect(await town.refusal(asAdults, sendGroupMessage, send)).toBe('done');
    // With an adult who speaks for it, letters reach an adult.
    await town.hubwise.write(town.hub.id, (db) =>
      run(db, "insert into roles (hub_id, person_id, organisation_id, role, since) values ($1, $2, $3, 'editor', $4)", [
        town.hub.id,
        theirs.person.id,
        youth,
        town.now(),
      ]),
    );
    expect(await town.refusal(b!, sendGroupMessage, { ...send, own: ids[1]! })).toBe('done');
  });

  test('whoever got one can hear no more from its sender', async () => {
    await town.perform(b!, sendGroupMessage, letter(1, 0));
    const [row] = await town.rows<{ id: string }>(
      'select id from group_messages where from_id = $1 order by id desc limit 1',
      [ids[1]!],
    );
    expect(await town.refusal(stranger, blockSender, { kind: 'group-message', id: row!.id })).toBe('not-found');
    await town.perform(a!, blockSender, { kind: 'group-message', id: row!.id });
    expect(await town.refusal(b!, sendGroupMessage, letter(1, 0))).toBe('blocked');
  });
});
