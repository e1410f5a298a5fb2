import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import { typedGroup } from '#functions/registration/groups/groups-for-tests.ts';
import { declareGroup } from '#functions/registration/groups/index.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId, shortId } from '#kernel/ids.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { eventHref } from './addresses.ts';
import { cancelEvent } from './cancel-event.ts';
import { createEvent } from './create-event.ts';
import { typedNewEvent as typed } from './events-for-tests.ts';
import { register } from './register.ts';

let town: TestTown;
let site: TestSite;
let host: Reader;
let other: Reader;
let hostId: string;

beforeAll(async () => {
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'registration', 'information'] });
  const toku = await town.person('とくさん');
  other = await town.person('みずの');
  const organisation = await town.organisation('group', '川辺の会', [[toku, 'representative']]);
  host = town.as(toku, organisation);
  hostId = organisation.id;
  site = await openSite(town);
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const send = (path: string, fields: Record<string, string>, by?: Reader) =>
  site.post(path, { once: randomId(), ...fields }, by);

/** The page as this reader sees it, without mistakes in its markup. */
async function sound(path: string, by?: Reader, lang?: 'ja' | 'easy' | 'en'): Promise<string> {
  const { status, body } = await site.get(path, by, lang);
  expect([path, status]).toEqual([path, 200]);
  expect([path, await markupMistakes(body)]).toEqual([path, []]);
  return body;
}

describe('F1.1 announcing on the pages', () => {
  test.each(['2026-02-31', '0001-01-01', '9999-12-31', '来週'])(
    'a date that is none (%s) stands there to be mended',
    async (date) => {
      const begun = await send('/event-drafts', {}, host);
      const at = begun.location!.replace(/\?.*$/, '');
      const typedTimes = { date, from: '10:00', to: '11:00', repeat: 'weekly', until: date };
      await send(at, { ...typedTimes, step: '2', version: '1' }, host);
      expect(await sound(`${at}?step=6`, host)).toContain(date);
      expect(site.faults).toEqual([]);
    },
  );

  test('step by step, with the days a rule gives, and what is wrong said where it belongs', async () => {
    await sound('/events/new', host);
    const begun = await send('/event-drafts', {}, host);
    const at = begun.location!.replace(/\?.*$/, '');
    const steps: Record<string, string>[] = [
      { title: '月曜の体操', about: '音楽に合わせて体を動かします。', fields: '1,6', tags: '体操' },
      { date: '2026-11-16', from: '10:00', to: '09:00', repeat: 'weekly', count: '3', holidays: 'skip' },
      { place: '中央公民館', address: '', lat: '', lng: '' },
      { audience: 'elderly', fee: '', access: 'step-free,toilet' },
      { capacity: '20', companions: '1' },
    ];
    for (const [n, fields] of steps.entries()) {
      await sound(`${at}?step=${n + 1}`, host);
      const kept = await send(at, { ...fields, step: `${n + 1}`, version: `${n + 1}` }, host);
      // The second step ends before it begins: said where it was typed, and one may go on all the same.
      expect(kept.location).toBe(n === 1 ? `${at}?step=2&look=again` : `${at}?step=${n + 2}`);
    }
    const told = await site.get(`${at}?step=2&look=again`, host);
    expect(told.body).toContain('おわりが、はじまりより前になっています');
    expect(await markupMistakes(told.body)).toEqual([]);
    expect((await site.get(at, other)).status).toBe(404);
    const refused = await send(`${at}/publication`, {}, host);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('おわりが、はじまりより前になっています');
    expect(refused.body).toContain('value="09:00"');
    await send(at, { ...steps[1]!, to: '11:00', step: '2', version: '6' }, host);
    const look = await sound(`${at}?step=6`, host);
    expect(look).toContain('祝日のため休む日：11月23日（月）（勤労感謝の日）');
    expect(look).toContain('3日あります');
    const done = await send(`${at}/publication`, {}, host);
    const page = await sound(decodeURI(done.location!));
    expect(page).toContain('月曜の体操');
    expect(page).toContain('くりかえし');
    expect(page).toContain('"@type":"Event"');
    await sound('/events/calendar/2026-11');
    await sound('/events?field=6&day=2026-11-16&access=step-free&free=yes');
    expect((await site.get('/events/calendar/2026-13')).status).toBe(404);
  });
});

describe('F1.1 F1.4 registering on the pages', () => {
  test('in one press, or as a guest; the ticket, the door and the list; in three languages', async () => {
    const { id } = await town.perform(
      host,
      createEvent,
      typed({ title: '川を歩く日', isOnline: 'yes', onlineLink: 'https://room.example/7' }),
    );
    const at = eventHref(id);
    for (const lang of ['ja', 'easy', 'en'] as const) await sound(at, undefined, lang);
    const refused = await send(`${at}/guests`, { name: '', email: 'not an address' });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('not an address');
    const asked = await send(`${at}/guests`, { name: 'さとう', email: 'sato@guest.example', companions: '' });
    expect(asked.body).toContain('手紙を送りました');
    const [row] = await town.rows<{ ticket: string; check_code: string }>(
      'select ticket, check_code from event_registrations where event_id = $1',
      [id],
    );
    const ticket = `/event-tickets/${shortId(row!.ticket)}`;
    expect(await sound(ticket)).toContain('もう一歩です');
    await send(`${ticket}/confirmation`, {});
    const opened = await sound(ticket);
    expect(opened).toContain('参加がきまっています');
    expect(opened).toContain('https://room.example/7');
    const own = await send(`${at}/registrations`, { companions: '1' }, other);
    expect(own.location).toMatch(/^\/event-tickets\//);
    expect(await sound('/event-tickets', other)).toContain('川を歩く日');
    const shown = await sound(at);
    expect(shown).toContain('満員');
    expect(shown).not.toContain('room.example');
    expect((await site.get(`${at}/registrations`, other)).status).toBe(403);
    const early = await sound(`${at}/registrations`, host);
    expect(early).toContain('さとう');
    expect(early).toContain('受付は、はじまる12時間前からできます');
    await sound(`${at}/cancellation`, host);
    const code = `/event-check-ins/${shortId(row!.check_code)}`;
    expect((await site.get(code)).body).not.toContain('さとう');
    expect((await site.post(code, { once: randomId() })).location ?? '').not.toContain('event-check-ins');
    expect((await send(code, {}, other)).status).toBe(403);
    expect((await site.get(code, other)).status).toBe(403);
    expect(await sound(code, host)).toContain('12時間前');
    town.today('2026-11-22');
    expect(await sound(code, host)).toContain('来た');
    const checked = await send(code, {}, host);
    expect(await sound(checked.location!, host)).toContain('受付がおわりました');
    const again = await send(code, {}, host);
    expect(again.status).toBe(409);
    expect(again.body).toContain('もう受付がすんでいます');
    const door = await sound(`${at}/registrations`, host);
    const came = /check-ins\/taking-back.*?name="registration" value="([^"]+)"/s.exec(door)![1]!;
    const back = await send(`${at}/check-ins/taking-back`, { registration: came }, host);
    expect(back.location!.endsWith(`#at-${shortId(came)}`)).toBe(true);
    expect(await sound(back.location!.replace(/#.*$/, ''), host)).toContain(`id="at-${shortId(came)}" tabindex="-1"`);
    town.today('2026-10-10');
  });
});

test('F1.1, X3 whoever holds events has their own calendar, and their page says how to keep it', async () => {
  town.today('2026-10-10');
  await town.perform(host, createEvent, typed({ title: '岸の集い', date: '2026-11-01' }));
  await town.perform(await town.person('げん'), createEvent, typed({ title: 'よその集い', date: '2026-11-01' }));
  const page = await sound(`/actors/${shortId(hostId)}`);
  const help = page.match(/href="(\/calendar\/subscription\?of=[^"]+)"/)![1]!;
  expect(await sound(help)).toContain('webcal:');
  const calendar = await (await site.fetch(decodeURIComponent(help.split('of=')[1]!))).text();
  expect(calendar).toContain('岸の集い');
  expect(calendar).not.toContain('よその集い');
});

describe('F1.1 districts', () => {
  test('those that groups use are offered; another one can be typed, and the list is narrowed by either', async () => {
    for (const name of ['一の会', '二の会'])
      await town.perform(await town.person(name), declareGroup, {
        ...typedGroup(),
        name,
        areas: `本町、ひとりの町${name}`,
      });
    const { id } = await town.perform(
      host,
      createEvent,
      typed({ title: '中町の集い', date: '2026-12-05', district: '本町', otherDistrict: '中町二丁目' }) as never,
    );
    const begun = await send('/event-drafts', { eventId: id }, host);
    const form = await sound(begun.location!.replace(/\?.*$/, '?step=3'), host);
    expect(form).toMatch(/<option value="本町">/);
    expect(form).toMatch(/<option value="中町二丁目" selected>/);
    expect(form).toContain('name="otherDistrict"');
    expect(form).not.toContain('ひとりの町');
    const list = await sound('/events?district=中町二丁目');
    expect(list).toContain('中町の集い');
    expect(list).toMatch(/<option value="本町">/);
    expect(await sound('/events?district=本町')).not.toContain('中町の集い');
    expect((await site.get('/events.csv?district=中町二丁目')).body).toContain('中町の集い');
  });
});

describe('F1.2 events as files', () => {
  test('CSV, national columns, JSON, feed and calendars; moved and called off with a higher number; never a name or a link', async () => {
    const { id } = await town.perform(
      host,
      createEvent,
      typed({ title: 'ファイルの会', tags: '印', isOnline: 'yes', onlineLink: 'https://room.example/9' }),
    );
    await town.perform(other, register, { id, note: 'ないしょのひとこと' });
    await town.perform(host, cancelEvent, { id, reason: '大雨' });
    const texts: string[] = [];
    for (const path of [
      '/events.csv?when=all',
      '/events.json?tag=印',
      '/events.atom',
      `/events.ics?host=${shortId(hostId)}`,
      '/events.ics?tag=印&field=7',
      `${eventHref(id)}/calendar.ics`,
      `/calendar/things/${shortId(id)}`,
      '/data/town-events.csv',
      '/data/town-events-in-national-columns.csv',
    ]) {
      const answer = await site.get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.body, path).toContain('ファイルの会');
      texts.push(answer.body);
    }
    const calendar = texts[5]!;
    expect(calendar).toContain('STATUS:CANCELLED');
    expect(calendar).toContain('SEQUENCE:1');
    expect(calendar).toContain(`UID:event-${shortId(id)}@`);
    expect(JSON.parse(texts[1]!).items[0]).toMatchObject({ registered: 1, state: 'cancelled', online: true });
    for (const secret of ['room.example', 'ないしょ', 'みずの']) expect(texts.join('')).not.toContain(secret);
    expect(site.faults).toEqual([]);
  });
});
