import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { typedGroup } from '#functions/registration/groups/groups-for-tests.ts';
import { declareGroup } from '#functions/registration/groups/index.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { randomId, shortId } from '#kernel/ids.ts';
import { checkLot } from '#kernel/lot.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { announceShowcase, cancelShowcase, changeShowcase } from './announce.ts';
import { drawSlots, giveSlot, lotEntries, lotsOf, passOver } from './deciding.ts';
import { changeHand, lowerHand, raiseHand, takeSlot } from './hands.ts';
import { appearancesOf, handsAtEndOfCall, handsOf, shownShowcase, slotsOf } from './queries.ts';
import { addSlots, changeSlot, removeSlot } from './slots.ts';
import { typedHand, typedShowcase, typedSlots } from './stage-for-tests.ts';

let town: TestTown;
let host: Reader;
let stranger: Reader;
let groups: { id: string; reader: Reader }[];

beforeAll(async () => {
  town = await openTestTown();
  const officer = await town.person('事務局');
  stranger = await town.person('よその人');
  host = town.as(officer, await town.organisation('body', '市民活動センター', [[officer, 'representative']]));
  groups = [];
  for (const [at, name] of ['川辺の会', '橋の会', '花の会'].entries()) {
    const person = await town.person(`代表${at}`);
    const { id } = await town.perform(person, declareGroup, typedGroup({ name, email: `s${at}@group.example` }));
    groups.push({ id, reader: town.as(person, { id, kind: 'group', name }) });
  }
});
afterAll(() => town.close());

async function announced(more: Record<string, string> = {}) {
  const { id } = await town.perform(host, announceShowcase, typedShowcase(more));
  await town.perform(host, addSlots, { id, ...typedSlots() });
  const slots = await town.read((db) => slotsOf(db, id));
  return { id, slots };
}

const raise = (at: number, id: string, slotId: string, more = {}) => ({
  by: groups[at]!.reader,
  input: { id, slotId, own: groups[at]!.id, ...typedHand(), ...more },
});

async function raised(at: number, id: string, slotId: string) {
  const { by, input } = raise(at, id, slotId);
  return town.perform(by, raiseHand, input);
}

async function states(id: string): Promise<string[]> {
  const rows = await town.rows<{ state: string }>(
    'select state from showcase_hands where showcase_id = $1 order by id',
    [id],
  );
  return rows.map(({ state }) => state);
}

describe('F1.4 announcing a showcase', () => {
  test('is for organisations; it is an event with places; parts are set by time and place', async () => {
    expect(await town.refusal(stranger, announceShowcase, typedShowcase())).toBe('organisation-only');
    expect(await town.refusal(host, announceShowcase, typedShowcase({ to: '12:00' }))).toBe('to:ends-before-start');
    expect(await town.refusal(host, announceShowcase, typedShowcase({ link: 'http://a' }))).toBe('link:not-an-address');
    expect(await town.refusal(host, announceShowcase, typedShowcase({ capacity: '0' }))).toBe('capacity:not-a-number');
    const { id, slots } = await announced();
    expect(slots).toHaveLength(6);
    const [event] = await town.rows<{ capacity: number; title: string }>(
      'select e.capacity, e.title from town_events e join showcases s on s.event_id = e.id where s.id = $1',
      [id],
    );
    expect(event).toEqual({ capacity: 80, title: '秋の活動発表会' });
    expect(await town.refusal(stranger, addSlots, { id, ...typedSlots() })).toBe('not-host');
    expect(await town.refusal(host, addSlots, { id, ...typedSlots({ to: '17:00' }) })).toBe('to:outside');
    expect(await town.refusal(host, addSlots, { id, ...typedSlots({ minutes: '500' }) })).toBe('minutes:too-short');
    expect(await town.refusal(host, addSlots, { id, ...typedSlots({ minutes: '1', pause: '0' }) })).toBe(
      'minutes:too-many-slots',
    );
    expect(await town.refusal(host, addSlots, { id, ...typedSlots() }, { hub: town.neighbour })).toBe('not-found');
    await town.perform(host, removeSlot, { id, slotId: slots[5]!.id });
    await town.perform(host, addSlots, { id, ...typedSlots({ minutes: '', places: 'A-1\nA-2' }) });
    const there = await town.read((db) => slotsOf(db, id));
    expect(there.map(({ place }) => place).filter((place) => place !== '')).toEqual(['A-1', 'A-2']);
  });

  test('changing it moves its event; a form that is stale changes nothing; parts stay inside', async () => {
    const { id, slots } = await announced();
    const change = (more: Record<string, string>, version = 1) => ({ ...typedShowcase(more), id, version });
    expect(await town.refusal(host, changeShowcase, change({ to: '14:00', reason: '早く閉まる' }))).toBe('to:outside');
    expect(await town.refusal(host, changeShowcase, change({ place: '市民ホール' }))).toBe('reason:reason-needed');
    await town.perform(host, changeShowcase, change({ place: '市民ホール', reason: '広い所にした' }));
    expect(await town.refusal(host, changeShowcase, change({ place: '公園' }))).toBe('changed-meanwhile');
    const [event] = await town.rows<{ place: string }>(
      'select e.place from town_events e join showcases s on s.event_id = e.id where s.id = $1',
      [id],
    );
    expect(event!.place).toBe('市民ホール');
    await raised(0, id, slots[0]!.id);
    expect(await town.refusal(host, changeShowcase, change({ rule: 'lot', place: '市民ホール' }, 2))).toBe(
      'rule:decided-by-rule',
    );
    expect(await town.refusal(host, removeSlot, { id, slotId: slots[0]!.id })).toBe('slot-wanted');
    await town.perform(host, changeSlot, { id, slotId: slots[0]!.id, date: '2026-11-03', from: '15:00', to: '15:20' });
    const told = await town.rows("select 1 from notices where kind = 'stage.slot-moved' and about_id = $1", [id]);
    expect(told).toHaveLength(1);
  });

  test('called off, nothing more is done with it; whoever raised a hand is told', async () => {
    const { id, slots } = await announced();
    await raised(0, id, slots[0]!.id);
    expect(await town.refusal(stranger, cancelShowcase, { id, reason: '雨' })).toBe('not-host');
    await town.perform(host, cancelShowcase, { id, reason: '会場が使えなくなったため。' });
    expect(await town.refusal(host, cancelShowcase, { id, reason: '雨' })).toBe('cancelled');
    const { by, input } = raise(1, id, slots[1]!.id);
    expect(await town.refusal(by, raiseHand, input)).toBe('cancelled');
    const told = await town.rows("select 1 from notices where kind = 'stage.cancelled' and about_id = $1", [id]);
    expect(told).toHaveLength(1);
    const events = await town.rows(
      'select 1 from town_events e join showcases s on s.event_id = e.id where s.id = $1 and e.cancelled_at is not null',
      [id],
    );
    expect(events).toHaveLength(1);
  });
});

describe('F1.4 raising hands, first come', () => {
  test('the first has the slot; given back, the next is asked and takes it', async () => {
    const { id, slots } = await announced();
    const slot = slots[0]!.id;
    const { input } = raise(0, id, slot);
    expect(await town.refusal(stranger, raiseHand, input)).toBe('own:not-of-the-group');
    expect(await town.refusal(groups[0]!.reader, raiseHand, input, { hub: town.neighbour })).toBe('not-found');
    const first = await raised(0, id, slot);
    expect(await town.refusal(groups[0]!.reader, raiseHand, { ...input, slotId: slots[1]!.id })).toBe('hand-already');
    const second = await raised(1, id, slot);
    await raised(2, id, slot);
    expect(await states(id)).toEqual(['holding', 'raised', 'raised']);
    expect(await town.refusal(groups[1]!.reader, takeSlot, { id: second.id })).toBe('not-asked');
    expect(await town.refusal(groups[1]!.reader, lowerHand, { id: first.id })).toBe('not-of-the-group');
    await town.perform(groups[0]!.reader, lowerHand, { id: first.id });
    expect(await states(id)).toEqual(['given-back', 'asked', 'raised']);
    expect(await town.refusal(host, passOver, { id, handId: first.id })).toBe('not-asked');
    await town.perform(groups[1]!.reader, takeSlot, { id: second.id });
    expect(await states(id)).toEqual(['given-back', 'holding', 'raised']);
    expect(await town.refusal(groups[0]!.reader, lowerHand, { id: first.id })).toBe('hand-ended');
    const shown = await town.read((db) => appearancesOf(db, groups[1]!.id));
    expect(shown[0]).toMatchObject({ hand_id: second.id, showcase_id: id });
    const asked = await town.rows("select 1 from notices where kind = 'stage.asked' and about_id = $1", [id]);
    expect(asked).toHaveLength(1);
  });

  test('two at once: one holds the slot, the other waits', async () => {
    const { id, slots } = await announced();
    const [a, b] = await Promise.all([raised(0, id, slots[0]!.id), raised(1, id, slots[0]!.id)]);
    expect([a!.state, b!.state].sort()).toEqual(['holding', 'raised']);
    const own = raise(2, id, slots[1]!.id);
    const twice = await Promise.allSettled([
      town.perform(own.by, raiseHand, own.input),
      town.perform(own.by, raiseHand, { ...own.input, slotId: slots[2]!.id }),
    ]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('what is shown can be changed by the group alone, not from a stale form; the call ends', async () => {
    const { id, slots } = await announced();
    const hand = await raised(0, id, slots[0]!.id);
    const change = { id: hand.id, version: 1, ...typedHand({ title: '川の鳥' }) };
    expect(await town.refusal(groups[1]!.reader, changeHand, change)).toBe('not-of-the-group');
    await town.perform(groups[0]!.reader, changeHand, change);
    expect(await town.refusal(groups[0]!.reader, changeHand, change)).toBe('changed-meanwhile');
    town.today('2026-10-21');
    const { by, input } = raise(1, id, slots[0]!.id);
    expect(await town.refusal(by, raiseHand, input)).toBe('call-over');
    town.today('2026-10-10');
  });
});

describe('F1.4 several hands for one slot', () => {
  test('by choice: with a reason, once, by whoever organises', async () => {
    const { id, slots } = await announced({ rule: 'choice' });
    const [a, b] = [await raised(0, id, slots[0]!.id), await raised(1, id, slots[0]!.id)];
    expect(await states(id)).toEqual(['raised', 'raised']);
    const give = { id, handId: b.id, reason: '去年は発表していないため。' };
    expect(await town.refusal(stranger, giveSlot, give)).toBe('not-host');
    expect(await town.refusal(host, giveSlot, { ...give, reason: '' })).toBe('reason:required');
    expect(await town.refusal(host, drawSlots, { id })).toBe('decided-by-rule');
    const other = await announced({ rule: 'choice' });
    expect(await town.refusal(host, giveSlot, { ...give, id: other.id })).toBe('not-found');
    await town.perform(host, giveSlot, give);
    expect(await town.refusal(host, giveSlot, { ...give, handId: a.id })).toBe('slot-taken');
    const hands = await town.read((db) => handsOf(db, id));
    expect(hands.find((hand) => hand.id === b.id)).toMatchObject({ state: 'holding', reason: give.reason });
    await town.perform(groups[1]!.reader, lowerHand, { id: b.id });
    expect(await states(id)).toEqual(['raised', 'given-back']);
    const free = await town.rows("select 1 from notices where kind = 'stage.slot-free' and about_id = $1", [id]);
    expect(free).toHaveLength(1);
  });

  test('by lot: after the call, from the public record, once, and anybody draws the same', async () => {
    const { id, slots } = await announced({ rule: 'lot' });
    for (const at of [0, 1, 2]) await raised(at, id, slots[0]!.id);
    expect(await town.refusal(host, drawSlots, { id })).toBe('call-open');
    expect(await town.refusal(host, giveSlot, { id, handId: randomId(), reason: 'x' })).toBe('decided-by-rule');
    town.today('2026-10-22');
    expect(await town.refusal(host, drawSlots, { id })).toBe('no-chance-yet');
    await town.hubwise.write(town.hub.id, (db) =>
      run(
        db,
        `insert into journal_checkpoints (hub_id, size, root, note, signed_at) values ($1, 4711, decode(repeat('ab', 32), 'hex'), 'note', $2)`,
        [town.hub.id, town.now()],
      ),
    );
    await town.perform(host, drawSlots, { id });
    expect(await town.refusal(host, drawSlots, { id })).toBe('drawn-already');
    const { chance } = await town.read((db) => shownShowcase(db, id));
    expect(chance).toBe(`4711 ${'ab'.repeat(32)}`);
    const hands = await town.read((db) => handsAtEndOfCall(db, id));
    const [lot] = await lotsOf(hands, chance);
    const check = await checkLot({
      method: 'minna-lot-1',
      listHash: lot!.listHash,
      chance,
      size: 1,
      candidates: lotEntries(hands),
      drawn: [shortId(lot!.order[0]!)],
    });
    expect(check).toMatchObject({ method: true, list: true, draw: true });
    const holder = hands.find(({ state }) => state === 'holding')!;
    expect(holder.id).toBe(lot!.order[0]);
    // Given back, the second of the lot is asked; who doesn't answer is passed over, and the list of the lot stays the same.
    const readerOf = (groupId: string) => groups.find((one) => one.id === groupId)!.reader;
    await town.perform(readerOf(holder.group_id), lowerHand, { id: holder.id });
    const after = await town.read((db) => handsOf(db, id));
    expect(after.find(({ state }) => state === 'asked')!.id).toBe(lot!.order[1]);
    await town.perform(host, passOver, { id, handId: lot!.order[1]! });
    expect((await town.read((db) => handsOf(db, id))).find(({ state }) => state === 'asked')!.id).toBe(lot!.order[2]);
    expect((await lotsOf(await town.read((db) => handsAtEndOfCall(db, id)), chance))[0]).toEqual(lot);
    town.today('2026-10-10');
  });
});
