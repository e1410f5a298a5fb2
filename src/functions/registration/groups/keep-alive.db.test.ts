import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { declareGroup } from './declare.ts';
import { jobIn, typedGroup } from './groups-for-tests.ts';
import {
  answeredByKey,
  askedByKey,
  askGroups,
  confirmByKey,
  confirmDeclaration,
  noteConfirmation,
  restGroups,
} from './keep-alive.ts';
import { shownGroup } from './queries.ts';
import { stateOf } from './rules.ts';

let town: TestTown;
let toku: Reader;
let id: string;

const state = async () => {
  const group = await town.read((db) => shownGroup(db, id, town.now()));
  return stateOf(group);
};
const letters = () =>
  town.hubwise.deployment((db) =>
    db.selectFrom('mails').select('body_text').where('recipient', '=', 'kawabe@group.example').execute(),
  );
const confirmed = (key: string) =>
  town.hubwise.write(town.hub.id, (db) => confirmByKey(db, town.hub.id, key, town.now()));

beforeAll(async () => {
  town = await openTestTown();
  toku = await town.person('とくさん');
  town.today('2025-04-01');
  ({ id } = await town.perform(toku, declareGroup, typedGroup()));
});
afterAll(() => town.close());

describe('F7.2 kept alive', () => {
  test('after a year the group is asked once, by notice and by letter', async () => {
    await askGroups(jobIn(town));
    expect(await letters()).toHaveLength(0);
    town.today('2026-04-02');
    expect(await state()).toBe('standing');
    await askGroups(jobIn(town));
    expect(await state()).toBe('unconfirmed');
    await askGroups(jobIn(town));
    expect(await letters()).toHaveLength(1);
    expect(await town.rows(`select kind from notices where kind = 'groups.confirmation-asked'`)).toHaveLength(1);
  });

  test('the letter’s key answers without signing in, once; looking changes nothing', async () => {
    const [letter] = await letters();
    const key = /group-confirmations\/([\w-]+)/.exec(letter!.body_text)![1]!;
    const look = () => town.read((db) => askedByKey(db, key, town.now()));
    expect((await look())?.id).toBe(id);
    expect(await state()).toBe('unconfirmed');
    expect(await confirmed('no-such-key')).toBeNull();
    expect((await confirmed(key))?.id).toBe(id);
    expect(await confirmed(key)).toBeNull();
    expect(await look()).toBeNull();
    expect(await town.read((db) => answeredByKey(db, key))).toMatchObject({ id, used_at: town.now() });
    expect(await town.read((db) => answeredByKey(db, 'no-such-key'))).toBeNull();
    expect(await state()).toBe('standing');
    await noteConfirmation(jobIn(town), { id });
    const [event] = await town.rows<{ actor_id: string }>(
      `select actor_id from events where verb = 'groups.confirmed'`,
    );
    expect(event?.actor_id).toBe(id);
  });

  test('without an answer it rests, is deleted by nobody, and comes back by one act', async () => {
    town.today('2027-04-03');
    await askGroups(jobIn(town));
    town.today('2027-06-01');
    await restGroups(jobIn(town));
    expect(await state()).toBe('unconfirmed');
    town.today('2027-06-03');
    await restGroups(jobIn(town));
    await restGroups(jobIn(town));
    expect(await state()).toBe('resting');
    expect(await town.rows(`select verb from events where verb = 'groups.rested'`)).toHaveLength(1);
    const other = await town.person('みずの');
    expect(await town.refusal(other, confirmDeclaration, { id })).toBe('not-of-the-group');
    const acting = town.as(toku, { id, kind: 'group', name: '川辺の会' });
    await town.perform(acting, confirmDeclaration, { id });
    expect(await state()).toBe('standing');
  });
});
