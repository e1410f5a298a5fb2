import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moderatedKind } from '#commons/moderation/kinds.ts';
import { follow } from '#commons/notices/follow.ts';
import type { Reader } from '#kernel/context.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { jobIn } from '../../registration/groups/groups-for-tests.ts';
import { forgetNames, letIn, remind } from './by-the-clock.ts';
import { cancelEvent } from './cancel-event.ts';
import { changeEvent } from './change-event.ts';
import { comingTo } from './coming.ts';
import { createEvent } from './create-event.ts';
import { enterByDesk } from './desk.ts';
import { typedNewEvent as typed } from './events-for-tests.ts';
import { eventsLeaving } from './leaving.ts';
import { NO_FILTER } from './list-filter.ts';
import { eventById, listedEvents } from './queries.ts';
import './reportable.ts';
import '../../../happenings.ts';
import { cancelRegistration, register } from './register.ts';
import { registrationOfPerson } from './registration-queries.ts';

let town: TestTown;
let people: Reader[];
let host: Reader;

beforeAll(async () => {
  town = await openTestTown();
  people = await Promise.all(['とくさん', 'みずの', 'ことね', 'はし', 'げん'].map((name) => town.person(name)));
  const organisation = await town.organisation('group', '川辺の会', [[people[0]!, 'representative']]);
  host = town.as(people[0]!, organisation);
});
afterAll(() => town.close());

const shown = (id: string) => town.read((db) => eventById(db, id, town.now()));
describe('F1.1 what the clock does', () => {
  test('reminds on the day before, once, not those who wait or gave back; forgets names after thirty days', async () => {
    town.today('2026-12-01');
    const { id } = await town.perform(host, createEvent, typed({ title: '冬の会', date: '2026-12-10', capacity: '2' }));
    const [, a, b, c] = people;
    for (const one of [a!, b!, c!]) await town.perform(one, register, { id });
    await town.perform(b!, cancelRegistration, { id });
    await town.perform(host, enterByDesk, { id, name: 'やまもと' });
    await remind(jobIn(town));
    town.today('2026-12-09');
    await Promise.all([remind(jobIn(town)), remind(jobIn(town))]);
    await remind(jobIn(town));
    const told = await town.rows<{ person_id: string }>(
      `select person_id from notices where kind = 'events.reminder' and about_id = $1`,
      [id],
    );
    expect(told.map((one) => one.person_id).sort()).toEqual([a!.person.id, c!.person.id].sort());
    town.today('2027-01-08');
    await forgetNames(jobIn(town));
    expect((await town.read((db) => comingTo(db, id))).people.some(({ name }) => name === 'やまもと')).toBe(true);
    town.today('2027-01-10');
    await forgetNames(jobIn(town));
    const { people: after } = await town.read((db) => comingTo(db, id));
    expect(after.map(({ name, person_id, note }) => [name, person_id, note])).toEqual(after.map(() => ['', null, '']));
    expect(await town.read((db) => registrationOfPerson(db, id, a!.person.id))).not.toBeNull();
  });

  test('reminds again of another day, once an event was moved to it', async () => {
    town.today('2026-12-01');
    const { id } = await town.perform(host, createEvent, typed({ title: '動く会', date: '2026-12-05' }));
    await town.perform(people[1]!, register, { id });
    const told = async () =>
      (await town.rows(`select id from notices where kind = 'events.reminder' and about_id = $1`, [id])).length;
    town.today('2026-12-04');
    await remind(jobIn(town));
    expect(await told()).toBe(1);
    const change = { id, of: 1, reason: '雨のため' };
    await town.perform(host, changeEvent, { ...typed({ title: '動く会', date: '2026-12-07' }), ...change });
    await remind(jobIn(town));
    expect(await told()).toBe(1);
    town.today('2026-12-06');
    await remind(jobIn(town));
    await remind(jobIn(town));
    expect(await told()).toBe(2);
  });

  test('lets in those who wait where places became free otherwise', async () => {
    town.today('2027-01-11');
    const { id } = await town.perform(
      host,
      createEvent,
      typed({ title: '春の会', date: '2027-02-10', capacity: '1', companions: '0' }),
    );
    const [, a, b] = people;
    for (const one of [a!, b!]) await town.perform(one, register, { id });
    await town.hubwise.write(town.hub.id, (db) =>
      db.updateTable('town_events').set({ capacity: 2 }).where('id', '=', id).execute(),
    );
    await Promise.all([letIn(jobIn(town)), letIn(jobIn(town))]);
    expect(await shown(id)).toMatchObject({ taken: 2, waiting: 0 });
    await town.perform(host, cancelEvent, { id, reason: '大雪のため' });
    expect(await town.refusal(people[3]!, register, { id })).toBe('cancelled');
    const told = await town.rows(
      `select id from notices where kind = 'events.cancelled-registered' and about_id = $1`,
      [id],
    );
    expect(told).toHaveLength(2);
  });
});

describe('F1.1 whoever leaves the town', () => {
  test('gives the places back, and the next one is let in by the clock; who came stays counted', async () => {
    town.today('2027-02-01');
    const { id } = await town.perform(
      host,
      createEvent,
      typed({ title: '別れの会', date: '2027-03-10', capacity: '1', companions: '0' }),
    );
    const [, a, b] = people;
    for (const one of [a!, b!]) await town.perform(one, register, { id });
    const who = { hubId: town.hub.id, personId: a!.person.id, now: town.now() };
    for (let turn = 0; turn < 2; turn += 1)
      await town.hubwise.write(town.hub.id, (db) => eventsLeaving.laysDown!(db, who));
    expect(await shown(id)).toMatchObject({ taken: 0, waiting: 1 });
    await letIn(jobIn(town));
    expect(await shown(id)).toMatchObject({ taken: 1, waiting: 0 });
  });
});

describe('X3 those who registered and follow', () => {
  test('are told once that it was called off; hidden, an event is in no list and takes nobody', async () => {
    const { id } = await town.perform(host, createEvent, typed({ title: '一度の会', date: '2027-03-20' }));
    const [, a, b] = people;
    for (const one of [a!, b!]) await town.perform(one, register, { id });
    await town.perform(a!, follow, { kind: 'event', id, title: '一度の会', scope: 'turns' });
    const hide = (at: Date | null) =>
      town.hubwise.write(town.hub.id, (db) => moderatedKind('event')!.setHidden(db, town.hub.id, id, at));
    await hide(town.now());
    const listed = () => town.read((db) => listedEvents(db, { ...NO_FILTER, q: '一度' }, town.now()));
    expect((await listed()).events).toEqual([]);
    expect(await shown(id)).toMatchObject({ about: '', place: '', tags: [] });
    expect(await town.refusal(people[3]!, register, { id })).toBe('no-registration');
    await hide(null);
    expect((await listed()).events.map((one) => one.id)).toEqual([id]);
    await town.perform(host, cancelEvent, { id, reason: '雪' });
    const told = await town.rows<{ person_id: string }>(
      `select person_id from notices where kind = 'events.cancelled-registered' and about_id = $1`,
      [id],
    );
    expect(told.map((one) => one.person_id)).toEqual([b!.person.id]);
  });
});
