import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { applyForSeat, withdrawApplication } from './applications.ts';
import { callSitting, cancelSitting } from './call-sitting.ts';
import { openCall, settleCall } from './calls.ts';
import { askPlace, drawPlaces, leavePlace } from './observers.ts';
import { applicationNumbers, observersOf, ownPlace } from './private-queries.ts';
import { callById, seatsOf, sittingById } from './queries.ts';
import { areMinutesLate } from './rules.ts';
import { addSeat, fillSeat, setUpCommittee, stateShares } from './set-up-committee.ts';
import { writeMinutes } from './write-minutes.ts';

let town: TestTown;
let division: Reader;
let people: Reader[];
let id: string;

const typed = {
  name: '緑の審議会',
  about: '公園と街路樹について',
  basis: '緑の条例第9条',
  contact: '公園緑地課',
  minutesDays: '30',
};
const sitting = {
  date: '2026-11-20',
  from: '19:00',
  to: '20:30',
  place: '市役所',
  agenda: '一つめ\n二つめ',
  observerPlaces: '2',
  observerMethod: 'first',
};
const asking = (sittingId: string) => ({ id: sittingId, name: '山田', contact: '0123' });

beforeAll(async () => {
  town = await openTestTown();
  people = await Promise.all(['あ', 'い', 'う', 'え'].map((name) => town.person(name)));
  const officer = await town.person('担当');
  division = town.as(officer, await town.organisation('division', '公園緑地課', [[officer, 'editor']]), 'editor');
  town.today('2026-11-02');
  ({ id } = await town.perform(division, setUpCommittee, typed));
  await town.hubwise.write(town.hub.id, (db) =>
    db
      .insertInto('journal_checkpoints')
      .values({ hub_id: 1, size: 9, root: Buffer.alloc(32, 2), note: '-', signed_at: new Date('2026-11-25T10:00:00Z') })
      .execute(),
  );
});
afterAll(() => town.close());

describe('F9.9 committees and their seats', () => {
  test('are set up by divisions alone, and led by whoever set them up', async () => {
    expect(await town.refusal(people[0]!, setUpCommittee, typed)).toBe('city-only');
    expect(await town.refusal(division, setUpCommittee, { ...typed, basis: '' })).toBe('basis:required');
    const seat = { id, kind: 'citizen', holder: '', termFrom: '2026-04-01', termUntil: '2028-03-31' };
    expect(await town.refusal(people[0]!, addSeat, seat)).toBe('not-in-charge');
    expect(await town.refusal(division, addSeat, seat, { hub: town.neighbour })).toBe('not-found');
    expect(await town.refusal(division, addSeat, { ...seat, termUntil: '2026-04-01' })).toBe('termUntil:term-order');
    await town.perform(division, addSeat, seat);
    await town.perform(division, addSeat, { ...seat, kind: 'expert', holder: '林 みどり' });
    expect(await town.refusal(division, fillSeat, { ...seat, seat: '7' })).toBe('seat:no-such-seat');
    await town.perform(division, fillSeat, { ...seat, seat: '1', holder: '森 あおい' });
    const seats = await town.read((db) => seatsOf(db, id));
    expect(seats.map(({ number, kind, holder }) => [number, kind, holder])).toEqual([
      [1, 'citizen', '森 あおい'],
      [2, 'expert', '林 みどり'],
    ]);
  });

  test('state numbers of their members, never more than there are', async () => {
    const shares = { id, women: '1', underForty: '3', countedOn: '2026-11-01' };
    expect(await town.refusal(division, stateShares, shares)).toBe('underForty:shares-too-high');
    expect(await town.refusal(division, stateShares, { ...shares, underForty: '1' })).toBe('done');
  });
});

describe('F9.9 calls for citizens’ seats', () => {
  const call = { seats: '1', method: 'chosen', criteria: '続けて出られること', closesOn: '2026-11-10' };
  const application = (callId: string) => ({ id: callId, name: '山田', contact: '0123', body: '木が好きです。' });

  test('applied for once, taken back, chosen with a reason after the last day', async () => {
    town.today('2026-11-02');
    expect(await town.refusal(division, openCall, { ...call, id, closesOn: '2026-11-02' })).toBe(
      'closesOn:in-the-past',
    );
    const { id: callId } = await town.perform(division, openCall, { ...call, id });
    expect(await town.refusal(division, openCall, { ...call, id })).toBe('call-open');
    for (const person of people) await town.perform(person, applyForSeat, application(callId));
    expect(await town.refusal(people[0]!, applyForSeat, application(callId))).toBe('applied-already');
    await town.perform(people[3]!, withdrawApplication, { id: callId });
    expect(await town.refusal(people[3]!, withdrawApplication, { id: callId })).toBe('not-applied');
    expect((await town.read((db) => callById(db, callId))).application_count).toBe(3);
    const settle = { id: callId, chosen: ['2'], reason: '子育ての経験から話せるため。' };
    expect(await town.refusal(division, settleCall, settle)).toBe('call-not-over');
    town.today('2026-11-11');
    expect(await town.refusal(people[0]!, settleCall, settle)).toBe('not-in-charge');
    expect(await town.refusal(division, settleCall, { ...settle, chosen: ['1', '2'] })).toBe('chosen:choose-so-many');
    expect(await town.refusal(division, settleCall, { ...settle, chosen: ['4'] })).toBe('chosen:choose-so-many');
    await town.perform(division, settleCall, settle);
    expect(await town.refusal(division, settleCall, settle)).toBe('call-settled');
    expect(await town.refusal(people[3]!, applyForSeat, application(callId))).toBe('call-over');
    const kept = await town.rows<{ body: string }>('select body from committee_applications where number = 4');
    expect(kept).toEqual([{ body: '' }]);
    const events = await town.rows<{ text: string }>(
      `select coalesce(p.content::text, '') || e.public::text as text from events e
       left join event_parts p on p.hub_id = e.hub_id and p.event_id = e.id where e.verb like 'committees.%'`,
    );
    expect(events.some(({ text }) => text.includes('木が好き') || text.includes('0123'))).toBe(false);
  });

  test('or given by a lot that the journal decides', async () => {
    town.today('2026-11-12');
    const { id: callId } = await town.perform(division, openCall, {
      ...call,
      id,
      method: 'lot',
      closesOn: '2026-11-20',
    });
    town.today('2026-11-21');
    expect(await town.refusal(division, settleCall, { id: callId, reason: 'くじ' })).toBe('too-few-applied');
    town.today('2026-11-13');
    for (const person of people) await town.perform(person, applyForSeat, application(callId));
    town.today('2026-11-26');
    const { chosen } = await town.perform(division, settleCall, { id: callId, reason: 'くじで決めました。' });
    const numbers = await town.read((db) => applicationNumbers(db, callId));
    expect(numbers.filter((one) => one.is_chosen).map(({ number }) => number)).toEqual(chosen);
    expect((await town.read((db) => callById(db, callId))).chance).toBe(`9 ${'02'.repeat(32)}`);
  });
});

describe('F9.9 sittings and their observers', () => {
  const called = async (more: Record<string, string> = {}) => {
    town.today('2026-11-02');
    return (await town.perform(division, callSitting, { ...sitting, id, ...more })).id;
  };

  test('are announced in order, closed only with the reason', async () => {
    town.today('2026-11-02');
    const refused = (more: Record<string, string>) => town.refusal(division, callSitting, { ...sitting, id, ...more });
    expect(await town.refusal(people[0]!, callSitting, { ...sitting, id })).toBe('not-in-charge');
    expect(await refused({ from: '25:00' })).toBe('from:not-a-time');
    expect(await refused({ to: '18:00' })).toBe('to:ends-before-start');
    expect(await refused({ date: '2026-11-01' })).toBe('date:in-the-past');
    expect(await refused({ closedReason: '個人の事情を扱うため' })).toBe('observerPlaces:closed-takes-none');
    expect(await refused({ observerMethod: 'lot' })).toBe('observersUntilOn:lot-needs-day');
    const sittingId = await called({ closedReason: '個人の事情を扱うため（条例第7条）', observerPlaces: '0' });
    expect(await town.refusal(people[0]!, askPlace, asking(sittingId))).toBe('closed');
  });

  test('first come, first served; who leaves makes room for the next one who waits', async () => {
    const sittingId = await called();
    const states = [];
    for (const person of people) states.push((await town.perform(person, askPlace, asking(sittingId))).state);
    expect(states).toEqual(['place', 'place', 'waiting', 'waiting']);
    expect(await town.refusal(people[0]!, askPlace, asking(sittingId))).toBe('asked-already');
    expect((await town.read((db) => ownPlace(db, sittingId, people[3]!.person.id)))!.before).toBe(1);
    await town.perform(people[0]!, leavePlace, { id: sittingId });
    expect(await town.refusal(people[0]!, leavePlace, { id: sittingId })).toBe('no-place');
    expect((await town.read((db) => ownPlace(db, sittingId, people[2]!.person.id)))!.state).toBe('place');
    const [notice] = await town.rows<{ kind: string }>(
      'select kind from notices where person_id = $1 and about_id = $2',
      [people[2]!.person.id, sittingId],
    );
    expect(notice?.kind).toBe('committees.place-given');
    expect((await town.perform(people[0]!, askPlace, asking(sittingId))).state).toBe('waiting');
    town.today('2026-11-21');
    expect(await town.refusal(people[0]!, leavePlace, { id: sittingId })).toBe('over');
  });

  test('the last place goes to one of two who ask at once', async () => {
    const sittingId = await called({ observerPlaces: '1' });
    const both = await Promise.all(
      people.slice(0, 2).map((person) => town.perform(person, askPlace, asking(sittingId))),
    );
    expect(both.map(({ state }) => state).sort()).toEqual(['place', 'waiting']);
  });

  test('by lot after the last day for asking', async () => {
    const sittingId = await called({ date: '2026-11-30', observerMethod: 'lot', observersUntilOn: '2026-11-22' });
    expect((await town.perform(people[0]!, askPlace, asking(sittingId))).state).toBe('asked');
    for (const person of people.slice(1)) await town.perform(person, askPlace, asking(sittingId));
    expect(await town.refusal(division, drawPlaces, { id: sittingId })).toBe('asking-open');
    town.today('2026-11-26');
    expect(await town.refusal(people[0]!, drawPlaces, { id: sittingId })).toBe('not-in-charge');
    const { drawn } = await town.perform(division, drawPlaces, { id: sittingId });
    expect(drawn).toHaveLength(2);
    expect(await town.refusal(division, drawPlaces, { id: sittingId })).toBe('drawn-already');
    const asked = await town.read((db) => observersOf(db, sittingId));
    expect(
      asked
        .filter((one) => one.state === 'place')
        .map((one) => one.number)
        .sort(),
    ).toEqual([...drawn].sort());
  });

  test('are cancelled with a reason, and whoever asked is told', async () => {
    const sittingId = await called();
    await town.perform(people[0]!, askPlace, asking(sittingId));
    expect(await town.refusal(people[0]!, cancelSitting, { id: sittingId, reason: '嵐' })).toBe('not-in-charge');
    await town.perform(division, cancelSitting, { id: sittingId, reason: '大雨のため。' });
    expect(await town.refusal(division, cancelSitting, { id: sittingId, reason: '大雨' })).toBe('cancelled');
    expect(await town.refusal(people[1]!, askPlace, asking(sittingId))).toBe('cancelled');
    const told = await town.rows('select 1 from notices where person_id = $1 and about_id = $2', [
      people[0]!.person.id,
      sittingId,
    ]);
    expect(told).toHaveLength(1);
  });

  test('minutes are drafted, published once, corrected with what changed; late from the day after they were due', async () => {
    const sittingId = await called();
    const write = { id: sittingId, body: '一つめを話し合った。', saves: '0', next: 'save' };
    expect(await town.refusal(division, writeMinutes, write)).toBe('not-begun');
    town.today('2026-11-21');
    expect(await town.refusal(people[0]!, writeMinutes, write)).toBe('not-in-charge');
    await town.perform(division, writeMinutes, write);
    expect(await town.refusal(division, writeMinutes, write)).toBe('minutes-changed');
    expect(await town.refusal(division, writeMinutes, { ...write, saves: '1', body: '', next: 'publish' })).toBe(
      'body:minutes-empty',
    );
    const before = await town.read((db) => sittingById(db, sittingId));
    expect(before.minutes_due_on).toBe('2026-12-20');
    expect(areMinutesLate(before, '2026-12-20')).toBe(false);
    expect(areMinutesLate(before, '2026-12-21')).toBe(true);
    const once = randomId();
    const publish = { ...write, saves: '1', next: 'publish' };
    await Promise.all([1, 2].map(() => town.perform(division, writeMinutes, publish, { once })));
    expect(areMinutesLate(await town.read((db) => sittingById(db, sittingId)), '2027-01-01')).toBe(false);
    expect(await town.refusal(division, writeMinutes, { ...publish, saves: '0' })).toBe('changed:say-what-changed');
    const { version } = await town.perform(division, writeMinutes, { ...publish, saves: '0', changed: '人数を直した' });
    expect(version).toBe(2);
  });
});
