import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { randomId } from '#kernel/ids.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { eventHref } from './addresses.ts';
import { comingKeyText, comingTo, everybodyComing, readComingKey } from './coming.ts';
import { createEvent } from './create-event.ts';
import { typedNewEvent } from './events-for-tests.ts';

const ALL = 2_500;
const COMING = 2_400;
let town: TestTown;
let site: TestSite;
let host: Reader;
let other: Reader;
let id: string;

beforeAll(async () => {
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'information'] });
  site = await openSite(town);
  [host, other] = [await town.person('ひらく人'), await town.person('ほかの人')];
  const typed = typedNewEvent({ capacity: String(COMING), date: '2026-11-22' });
  ({ id } = await town.perform(host, createEvent, typed as never));
  await town.hubwise.write(town.hub.id, async (db) => {
    await run(
      db,
      `insert into event_registrations (hub_id, id, event_id, way, name, note, ticket, check_code, entered_by, asked_at, confirmed_at, admitted_at)
       select $1, gen_random_uuid(), $2, 'desk', case when n = 2300 then 'ﾜﾀﾅﾍﾞ　花子' else '参加者' || n end, case when n = 7 then '=1+1' else '' end,
         gen_random_uuid(), gen_random_uuid(), $3, $4::timestamptz, $4::timestamptz + n / 3 * interval '1 second',
         case when n > $5 then null else $4::timestamptz end from generate_series(1, $6) n`,
      [town.hub.id, id, host.person.id, town.now(), COMING, ALL],
    );
    await run(db, 'update town_events set taken = $3, waiting = $4 where hub_id = $1 and id = $2', [
      town.hub.id,
      id,
      COMING,
      ALL - COMING,
    ]);
  });
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const at = () => `${eventHref(id)}/registrations`;

describe('F1.1 who registered, however many', () => {
  test('everybody is read once, in the order of their turn, those who wait last', async () => {
    const seen: { id: string; waits: boolean }[] = [];
    const sizes: number[] = [];
    for await (const batch of everybodyComing((work) => town.read(work), id)) {
      sizes.push(batch.length);
      seen.push(...batch.map((one) => ({ id: one.id, waits: one.admitted_at === null })));
    }
    expect(sizes).toEqual([500, 500, 500, 500, 500]);
    expect(new Set(seen.map((one) => one.id)).size).toBe(ALL);
    expect(seen.findIndex(({ waits }) => waits)).toBe(COMING);
    expect(seen.slice(COMING).every(({ waits }) => waits)).toBe(true);
    const { next } = await town.read((db) => comingTo(db, id, { limit: 2_450 }));
    expect(readComingKey(comingKeyText(next!))).toEqual(next);
    expect(next!.waits).toBe(true);
    const rest = await town.read((db) => comingTo(db, id, { after: next, limit: 100 }));
    expect([rest.people.length, rest.next]).toEqual([50, null]);
    for (const bad of ['', 'c-1-x', 'x-1-2', null]) expect(readComingKey(bad)).toBeNull();
  });

  test('one is found by a part of the name, whatever its width, kana and blanks', async () => {
    for (const name of ['わたなべ花', 'ワタナベ', 'ﾜﾀ ﾅﾍﾞ', '花子']) {
      const { people } = await town.read((db) => comingTo(db, id, { name }));
      expect([name, people.map((one) => one.name)]).toEqual([name, ['ﾜﾀﾅﾍﾞ　花子']]);
    }
    for (const name of ['100%', '_', '山'])
      expect([name, (await town.read((db) => comingTo(db, id, { name }))).people]).toEqual([name, []]);
    await town.hubwise.write(town.hub.id, (db) =>
      run(db, `update event_registrations set forgotten_at = $2, name = '' where hub_id = $1 and name like '%花子'`, [
        town.hub.id,
        town.now(),
      ]),
    );
    expect((await town.read((db) => comingTo(db, id, { name: '花子' }))).people).toEqual([]);
  });

  test('the page goes on and back, keeps its place after an act, and prints without buttons', async () => {
    const first = await site.get(at(), host);
    expect([first.status, await markupMistakes(first.body)]).toEqual([200, []]);
    expect(first.body).toContain('参加 2,400人・キャンセル待ち 100人');
    expect(first.body.match(/name="registration"/g)?.length).toBe(100);
    const next = /href="([^"]+after=[^"]+)"/.exec(first.body)![1]!.replaceAll('&amp;', '&');
    const second = await site.get(next, host);
    expect([second.status, await markupMistakes(second.body)]).toEqual([200, []]);
    expect(second.body).not.toContain('>参加者1<');
    const found = await site.get(`${at()}?q=${encodeURIComponent('参加者2222')}`, host);
    const registration = /name="registration" value="([^"]+)"/.exec(found.body)![1]!;
    const fields = { once: randomId(), registration, q: '参加者2222', after: '' };
    const done = await site.post(`${eventHref(id)}/desk-cancellations`, fields, host);
    expect(done.status).toBe(303);
    expect(new URL(done.location!, site.origin).searchParams.get('q')).toBe('参加者2222');
    const gone = await site.get(done.location!, host);
    expect(gone.body).toContain('「参加者2222」という名前の人は、ここにはいません。');
    const sheet = await site.get(`${at()}?sheet=yes`, host);
    expect([sheet.status, await markupMistakes(sheet.body)]).toEqual([200, []]);
    expect(sheet.body.match(/☐/g)?.length).toBe(500);
    expect(sheet.body).not.toContain('name="registration"');
    expect(site.faults).toEqual([]);
  });

  test('the whole list is a file, for whoever holds the event alone', async () => {
    const file = await site.get(`${at()}.csv`, host);
    expect(file.type).toContain('text/csv');
    const lines = file.body.trim().split('\r\n');
    expect(lines.length).toBe(ALL);
    expect(lines[0]).toContain('お名前,人数');
    expect(file.body).toContain(`'=1+1`);
    expect(lines.at(-1)).toContain('キャンセル待ち');
    expect((await site.get(`${at()}.csv`, other)).status).toBe(403);
    expect((await site.get(`${at()}.csv`)).status).toBe(303);
    expect((await site.get(`${at()}?sheet=yes`, other)).status).toBe(403);
    expect(site.faults).toEqual([]);
  });
});
