import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { ticketPath } from './addresses.ts';
import { cancelEvent } from './cancel-event.ts';
import { changeEvent } from './change-event.ts';
import { comingTo } from './coming.ts';
import { createEvent } from './create-event.ts';
import { cancelByDesk, checkIn, countAttendance, enterByDesk, takeCheckInBack } from './desk.ts';
import { beginDraft, draftOf, saveDraft } from './drafts.ts';
import { typedNewEvent as typed } from './events-for-tests.ts';
import { askGuest, cancelByTicket, confirmGuest, guestInput } from './guests.ts';
import { NO_FILTER } from './list-filter.ts';
import { eventById, eventsFrom, listedEvents } from './queries.ts';
import './reportable.ts';
import '../../../happenings.ts';
import { cancelRegistration, register } from './register.ts';
import { checkedInByCode, onlineLinkOf, ticketByKey } from './registration-queries.ts';
import { typedEvent } from './typed-event.ts';

let town: TestTown;
let people: Reader[];
let host: Reader;
let member: Reader;

beforeAll(async () => {
  town = await openTestTown();
  people = await Promise.all(['とくさん', 'みずの', 'ことね', 'はし', 'げん'].map((name) => town.person(name)));
  const organisation = await town.organisation('group', '川辺の会', [
    [people[0]!, 'representative'],
    [people[4]!, 'member'],
  ]);
  host = town.as(people[0]!, organisation);
  member = town.as(people[4]!, organisation, 'member');
});
afterAll(() => town.close());

const shown = (id: string) => town.read((db) => eventById(db, id, town.now()));
const means = (db: Parameters<typeof askGuest>[0]['db']) => ({
  db,
  hub: town.hub,
  now: town.now(),
  newId: () => uuidv7(town.now()),
});
const letters = () =>
  town.hubwise.deployment((db) =>
    db.selectFrom('mails').select(['recipient', 'subject', 'body_text']).orderBy('id').execute(),
  );

describe('F1.1 announcing an event', () => {
  test('is public at once, with its point’s facts, and refused where something can’t be', async () => {
    const { id } = await town.perform(host, createEvent, typed());
    const event = await shown(id);
    expect(event).toMatchObject({
      title: '川の会',
      host_name: '川辺の会',
      capacity: 3,
      fields: [3, 7],
      tags: ['川', '親子'],
    });
    expect(event.starts_at).toEqual(new Date('2026-11-22T10:00:00+09:00'));
    const listed = await town.read((db) =>
      listedEvents(db, { ...NO_FILTER, tag: '川', field: 7, day: '2026-11-22' }, town.now()),
    );
    expect(listed.events.map((one) => one.id)).toEqual([id]);
    expect((await town.read((db) => listedEvents(db, NO_FILTER, town.now()), town.neighbour)).events).toEqual([]);
    for (const [more, no] of [
      [{ to: '09:00' }, 'to:ends-before-start'],
      [{ date: '2026-10-09' }, 'date:in-the-past'],
      [{ date: '2026-02-30' }, 'date:not-a-date'],
      [{ place: '' }, 'place:no-place'],
      [{ isOnline: 'yes', onlineLink: 'javascript:alert(1)' }, 'onlineLink:not-a-link'],
      [{ title: 'あ'.repeat(81) }, 'title:too-long'],
      [{ capacity: 'たくさん' }, 'capacity:not-a-number'],
      [{ lat: '36.1' }, 'lng:place-half'],
      [{ repeat: 'weekly' }, 'until:repeat-without-end'],
    ] as const)
      expect(await town.refusal(host, createEvent, typed(more))).toBe(no);
    expect(await town.refusal(member, createEvent, typed())).toBe('member-only');
    expect(await town.refusal(await town.person('だれか', 0), createEvent, typed())).toBe('level');
  });

  test('that repeats is a row for each day, changed and called off one by one or from one day on', async () => {
    const repeats = typed({ title: '朝の会', date: '2026-11-16', repeat: 'weekly', count: '4', holidays: 'skip' });
    const { id, days } = await town.perform(host, createEvent, repeats);
    expect(days).toBe(4);
    const { days: all, series_id } = await shown(id);
    const dates = all.map((one) => new Date(one.starts_at).toISOString().slice(0, 10));
    expect(dates).toEqual(['2026-11-16', '2026-11-30', '2026-12-07', '2026-12-14']);
    const second = await shown(all[1]!.id);
    const change = { ...typedEvent({ ...second, online_link: '' }), id: second.id, of: second.version };
    const later = { ...change, scope: 'later', date: '2026-12-01', from: '11:00', to: '12:00' };
    expect(await town.refusal(host, changeEvent, later)).toBe('reason:reason-needed');
    await town.perform(host, changeEvent, { ...later, reason: '会場の都合' });
    expect(await town.refusal(host, changeEvent, { ...change, reason: 'x' })).toBe('changed-meanwhile');
    await town.perform(host, cancelEvent, { id: all[2]!.id, scope: 'this', reason: '大雨' });
    const after = await town.read((db) => eventsFrom(db, town.now(), series_id));
    expect(after.map((one) => [one.starts_at.toISOString(), one.cancelled_at !== null, one.version])).toEqual([
      ['2026-11-16T01:00:00.000Z', false, 1],
      ['2026-12-01T02:00:00.000Z', false, 2],
      ['2026-12-08T02:00:00.000Z', true, 3],
      ['2026-12-15T02:00:00.000Z', false, 2],
    ]);
    expect(await town.refusal(host, cancelEvent, { id: all[2]!.id, reason: 'x' })).toBe('cancelled');
    expect(await town.refusal(people[1]!, cancelEvent, { id, reason: 'x' })).toBe('not-host');
    expect(await town.refusal(host, cancelEvent, { id, reason: 'x' }, { hub: town.neighbour })).toBe('not-found');
  });

  test('of a series: no day is moved onto another one, unless that was called off', async () => {
    const weekly = { title: '木曜の会', date: '2026-12-24', repeat: 'weekly', count: '3' };
    const { id } = await town.perform(host, createEvent, typed(weekly));
    const onto = (date: string, more = {}) => ({
      ...typed({ ...weekly, repeat: 'none', date }),
      id,
      of: 1,
      reason: '会場',
      ...more,
    });
    expect(await town.refusal(host, changeEvent, onto('2026-12-31'))).toBe('date:day-taken');
    expect(await town.refusal(host, changeEvent, onto('2026-12-31', { from: '09:00', to: '10:01' }))).toBe(
      'date:day-taken',
    );
    const [, next] = await town.rows<{ id: string }>(
      `select id from town_events where title = '木曜の会' order by starts_at`,
    );
    await town.perform(host, cancelEvent, { id: next!.id, reason: '年末のため' });
    expect(await town.refusal(host, changeEvent, onto('2027-01-07', { from: '12:00', to: '13:00' }))).toBe('done');
    expect(await town.refusal(host, changeEvent, { ...onto('2026-12-31'), of: 2 })).toBe('done');
    // All later days together keep their distance: none is in another's way.
    const all = { ...onto('2027-01-01'), of: 3, scope: 'later' };
    expect(await town.refusal(host, changeEvent, all)).toBe('done');
  });

  test('is written as a draft that another window doesn’t overwrite', async () => {
    const { id } = await town.perform(host, beginDraft, {});
    const kept = await town.perform(host, saveDraft, { id, version: 1, fields: { title: '下書き' } });
    expect(await town.refusal(host, saveDraft, { id, version: 1, fields: { title: '別の窓' } })).toBe(
      'changed-meanwhile',
    );
    const other = town.refusal(people[1]!, saveDraft, { id, version: kept.version, fields: {} });
    expect(await other).toBe('not-found');
    expect((await town.read((db) => draftOf(db, host.person.id, id))).fields).toEqual({ title: '下書き' });
    const { id: event } = await town.perform(host, createEvent, typed({ title: '下書きから', draft: id }));
    await expect(town.read((db) => draftOf(db, host.person.id, id))).rejects.toThrow('not-found');
    expect(await town.refusal(people[1]!, beginDraft, { like: event })).toBe('not-host');
  });
});

describe('F1.4 registering', () => {
  test('fills the places, then the waiting list, which is let in in order, once, and told', async () => {
    const { id } = await town.perform(host, createEvent, typed({ title: '三人の会' }));
    const [, b, c, d, e] = people;
    expect(await town.refusal(b!, register, { id, companions: 5 })).toBe('companions:too-many-companions');
    expect((await town.perform(b!, register, { id, companions: 1 })).admitted).toBe(true);
    expect(await town.refusal(b!, register, { id })).toBe('registered-already');
    expect((await town.perform(c!, register, { id, companions: 1 })).admitted).toBe(false);
    // One place is free, but nobody passes those who wait.
    expect((await town.perform(d!, register, { id })).admitted).toBe(false);
    expect(await shown(id)).toMatchObject({ taken: 2, waiting: 3 });
    const fewer = { ...typed({ title: '三人の会', capacity: '1' }), id, of: 1 };
    expect(await town.refusal(host, changeEvent, fewer)).toBe('capacity:below-registered');
    expect(await town.refusal(host, changeEvent, { ...fewer, takesRegistrations: '' })).toBe(
      'takesRegistrations:below-registered',
    );
    await town.perform(b!, cancelRegistration, { id });
    expect(await town.refusal(b!, cancelRegistration, { id })).toBe('not-registered');
    expect(await shown(id)).toMatchObject({ taken: 3, waiting: 0 });
    const told = await town.rows<{ person_id: string }>(
      `select person_id from notices where kind = 'events.promoted' order by person_id`,
    );
    expect(told.map((one) => one.person_id)).toEqual([c!.person.id, d!.person.id].sort());
    const both = await Promise.all([b!, e!].map((who) => town.perform(who, register, { id })));
    expect(both.map(({ admitted }) => admitted)).toEqual([false, false]);
    const more = { ...typed({ title: '三人の会', capacity: '4' }), id, of: 1 };
    await town.perform(host, changeEvent, more);
    expect(await shown(id)).toMatchObject({ taken: 4, waiting: 1 });
  });

  test('two who give their place back at once let in two, and nobody twice', async () => {
    const { id } = await town.perform(host, createEvent, typed({ title: '同時の会', capacity: '2', companions: '0' }));
    const [, a, b, c, d] = people;
    for (const one of [a!, b!, c!, d!]) await town.perform(one, register, { id });
    await Promise.all([a!, b!].map((one) => town.perform(one, cancelRegistration, { id })));
    expect(await shown(id)).toMatchObject({ taken: 2, waiting: 0 });
    const told = await town.rows(`select id from notices where kind = 'events.promoted' and about_id = $1`, [id]);
    expect(told).toHaveLength(2);
    const again = await Promise.all([a!, a!].map((one) => town.refusal(one, register, { id })));
    expect(again.sort()).toEqual(['done', 'registered-already']);
  });

  test('as a guest holds only after the letter was opened, and tells nobody whether an address is registered', async () => {
    const { id } = await town.perform(
      host,
      createEvent,
      typed({ title: '客の会', isOnline: 'yes', onlineLink: 'https://room.example/1' }),
    );
    const ask = (email: string) =>
      town.hubwise.write(town.hub.id, (db) =>
        askGuest(means(db), id, guestInput.parse({ name: 'さとう', email }), 'ja'),
      );
    await ask('SATO@guest.example');
    await ask('sato@guest.example');
    expect(await shown(id)).toMatchObject({ taken: 0, waiting: 0 });
    await expect(ask('not an address')).rejects.toThrow('not-an-address');
    const sent = (await letters()).filter(({ recipient }) => recipient === 'sato@guest.example');
    expect(sent).toHaveLength(2);
    expect(sent[1]!.body_text).not.toContain('room.example');
    const [row] = await town.rows<{ ticket: string }>('select ticket from event_registrations where event_id = $1', [
      id,
    ]);
    const ticket = row!.ticket;
    for (const letter of sent) expect(letter.body_text).toContain(ticketPath(ticket));
    const confirm = () => town.hubwise.write(town.hub.id, (db) => confirmGuest(means(db), ticket));
    await Promise.all([confirm(), confirm()]);
    expect(await shown(id)).toMatchObject({ taken: 1, waiting: 0 });
    await ask('sato@guest.example');
    const all = (await letters()).filter(({ recipient }) => recipient === 'sato@guest.example');
    expect(all).toHaveLength(4);
    expect(all.at(-1)!.body_text).toContain('https://room.example/1');
    expect(await town.read((db) => onlineLinkOf(db, id))).toBe('https://room.example/1');
    await town.hubwise.write(town.hub.id, (db) => cancelByTicket(means(db), ticket));
    expect(await shown(id)).toMatchObject({ taken: 0 });
    expect((await town.read((db) => ticketByKey(db, ticket))).cancelled_at).toEqual(town.now());
    await expect(town.read((db) => ticketByKey(db, randomId()))).rejects.toThrow('not-found');
    await expect(town.read((db) => ticketByKey(db, ticket), town.neighbour)).rejects.toThrow('not-found');
  });
});

describe('F1.4 the door', () => {
  test('lets each in once, by those who hold the event alone, and counts them', async () => {
    town.today('2026-11-20');
    const { id } = await town.perform(host, createEvent, typed({ title: '受付の会', date: '2026-11-21', to: '13:00' }));
    const own = await town.perform(people[1]!, register, { id, companions: 1, note: '車いすです' });
    const entry = { id, registration: own.registration };
    expect(await town.refusal(host, checkIn, entry)).toBe('too-early');
    await town.perform(host, enterByDesk, { id, name: '電話のたなか' });
    expect(await town.refusal(people[2]!, enterByDesk, { id, name: 'x' })).toBe('not-host');
    town.today('2026-11-21');
    expect(await town.refusal(people[1]!, checkIn, entry)).toBe('not-host');
    const twice = await Promise.all([1, 2].map(() => town.refusal(host, checkIn, entry)));
    expect(twice.sort()).toEqual(['checked-in-already', 'done']);
    const ticket = await town.read((db) => ticketByKey(db, own.ticket));
    expect((await town.read((db) => checkedInByCode(db, id, ticket.check_code)))?.id).toBe(own.registration);
    expect(await town.read((db) => checkedInByCode(db, id, own.ticket))).toBeNull();
    expect(await shown(id)).toMatchObject({ taken: 3, came: 2 });
    await town.perform(host, takeCheckInBack, entry);
    expect(await town.refusal(host, takeCheckInBack, entry)).toBe('not-checked-in');
    const full = { id, name: '当日の人', here: 'yes' };
    expect(await town.refusal(host, enterByDesk, full)).toBe('companions:full-for-desk');
    const { people: list } = await town.read((db) => comingTo(db, id));
    expect(list.map(({ name, way }) => [name, way])).toEqual([
      ['みずの', 'account'],
      ['電話のたなか', 'desk'],
    ]);
    await town.perform(host, cancelByDesk, { id, registration: list[1]!.id });
    await town.perform(host, enterByDesk, full);
    expect(await shown(id)).toMatchObject({ taken: 3, came: 1 });
    expect(await town.refusal(host, countAttendance, { id, attendance: 'many' })).toBe('attendance:not-a-number');
    await town.perform(host, countAttendance, { id, attendance: '7' });
    expect((await shown(id)).attendance).toBe(7);
  });
});
