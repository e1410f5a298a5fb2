import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { guardOwnDrafts } from './draft-guard.ts';
import { sightOf } from './guards.ts';

const KIND = 'draft-for-this-test';
let town: TestTown;

beforeAll(async () => {
  town = await openTestTown();
  guardOwnDrafts(KIND, 'event_drafts');
});
afterAll(() => town.close());

test('X10 files of a draft are seen by whoever writes it, and by nobody else', async () => {
  const [writer, other] = [await town.person('とくさん'), await town.person('しおり')];
  const id = randomId();
  const row = { hub_id: town.hub.id, id, person_id: writer.person.id, fields: '{}', saved_at: town.now() };
  await town.hubwise.write(town.hub.id, (db) => db.insertInto('event_drafts').values(row).execute());
  const seenBy = async (reader: Reader | null, thing = id) => {
    const asking = { hub: town.hub, reader, now: town.now(), key: '' };
    const seen = await town.read((db) => sightOf(db, [{ kind: KIND, id: thing, version: 0 }], asking));
    return seen?.sight ?? null;
  };
  expect(await seenBy(writer)).toBe('reader');
  expect([await seenBy(other), await seenBy(null), await seenBy(writer, randomId())]).toEqual([null, null, null]);
});
