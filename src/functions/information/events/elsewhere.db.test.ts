import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import { thingsOf } from '#commons/search/things-for-tests.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId, shortId } from '#kernel/ids.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { cancelEvent } from './cancel-event.ts';
import { createEvent } from './create-event.ts';
import { typedNewEvent as typed } from './events-for-tests.ts';

let town: TestTown;
let site: TestSite;
let host: Reader;

beforeAll(async () => {
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'registration', 'information'] });
  const toku = await town.person('とくさん');
  const organisation = await town.organisation('group', '川辺の会', [[toku, 'representative']]);
  host = town.as(toku, organisation);
  site = await openSite(town);
});
afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.close();
  await town.close();
});

/** Each date of a calendar by its UID, without what names the calendar itself. */
async function datesIn(path: string): Promise<Map<string, string>> {
  const { status, body } = await site.get(path);
  expect([path, status]).toEqual([path, 200]);
  const dates = body.replace(/\r?\n /g, '').matchAll(/BEGIN:VEVENT\r?\n([\s\S]*?)END:VEVENT/g);
  return new Map(
    [...dates].map(([, text]) => [/UID:(.*?)\r?\n/.exec(text!)![1]!, text!.replace(/DTSTAMP:.*?\r?\n/, '')]),
  );
}

test('F1.1, X8 the calendar of all activities names events as every other calendar does: the same UID, moved and called off', async () => {
  const one = await town.perform(host, createEvent, typed({ title: '一度の会', date: '2026-11-20' }));
  const series = { title: '毎週の会', date: '2026-11-16', repeat: 'weekly', count: '3' };
  const first = await town.perform(host, createEvent, typed(series));
  const days = await town.rows<{ id: string; starts_at: Date }>(
    'select id, starts_at from town_events where series_id is not null order by starts_at',
  );
  expect(days.map(({ id }) => id)).toContain(first.id);
  await town.perform(host, cancelEvent, { id: days[1]!.id, reason: '大雨' });
  await town.perform(host, cancelEvent, { id: one.id, reason: '会場の都合' });
  const things = thingsOf(town, host);
  for (const kind of ['event', 'event-series']) await things.keep(kind);
  const [all, events] = [await datesIn('/activities.ics'), await datesIn('/events.ics')];
  expect(events.size).toBe(4);
  expect([...all].sort()).toEqual([...events].sort());
  for (const id of [one.id, days[1]!.id]) {
    const told = [...all].find(([uid]) => uid.startsWith(`event-${shortId(id)}`))![1];
    expect(told).toContain('STATUS:CANCELLED');
    expect(told).toContain('SEQUENCE:1');
  }
  // All days called off: it stands in the calendar as called off, and doesn't vanish.
  for (const { id } of [days[0]!, days[2]!]) await town.perform(host, cancelEvent, { id, reason: '中止' });
  await things.keep('event-series');
  const gone = [...(await datesIn('/activities.ics')).values()].filter((text) => text.includes('毎週の会'));
  expect(gone.map((text) => text.includes('STATUS:CANCELLED'))).toEqual([true, true, true]);
  const narrowed = await datesIn('/activities.ics?since=2026-11-20&until=2026-11-20');
  expect([...narrowed.keys()].length).toBe(1);
});

test('X7 the search dates what happens by its day, not by its announcement', async () => {
  await town.perform(
    host,
    createEvent,
    typed({ title: '冬至のつどい', date: '2026-12-22', from: '18:30', to: '20:00' }),
  );
  await thingsOf(town, host).keep('event');
  const { body } = await site.get(`/search?${new URLSearchParams({ q: '冬至のつどい' })}`);
  const times = body.match(/<time[^>]*>[^<]*/g) ?? [];
  expect(times).toHaveLength(1);
  expect(times[0]).toMatch(/datetime="2026-12-22T18:30[^"]*"[^>]*>2026年.*12月22日.*18:30/);
});

test('F1.1 the reason typed stays while a refused date is put right on the step before', async () => {
  const { id } = await town.perform(host, createEvent, typed({ title: 'うごく会', date: '2026-12-01' }));
  const send = (path: string, fields: Record<string, string>) => site.post(path, { once: randomId(), ...fields }, host);
  const begun = await send('/event-drafts', { eventId: id });
  const at = begun.location!.replace(/\?.*$/, '');
  const when = { date: '2026-12-03', from: '10:00', to: '09:00' };
  await send(at, { ...when, step: '2', version: '1' });
  const refused = await send(`${at}/publication`, { reason: '橋の工事のため', scope: 'this' });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('<input type="hidden" name="reason" value="橋の工事のため">');
  await send(at, { ...when, to: '11:00', step: '2', version: '2', reason: '橋の工事のため', scope: 'this' });
  expect((await site.get(`${at}?step=6`, host)).body).toMatch(/<textarea[^>]*name="reason"[^>]*>\s*橋の工事のため/);
  const changed = await send(`${at}/publication`, { reason: '橋の工事のため', scope: 'this' });
  expect(changed.status).toBe(303);
  expect((await site.get(decodeURI(changed.location!))).body).toContain('橋の工事のため');
});
