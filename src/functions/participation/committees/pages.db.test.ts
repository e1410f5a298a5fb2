import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { randomId, shortId } from '#kernel/ids.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';

let town: TestTown;
let site: TestSite;
let division: Reader;
let citizen: Reader;
let at: string;

beforeAll(async () => {
  town = await openTestTown();
  site = await openSite(town);
  citizen = await town.person('ことね');
  const officer = await town.person('担当');
  division = town.as(officer, await town.organisation('division', '公園緑地課', [[officer, 'representative']]));
  town.today('2026-11-02');
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const send = (path: string, fields: Record<string, string>, by: Reader) =>
  site.post(path, { once: randomId(), ...fields }, by);

/** The page as this reader sees it, without mistakes in its markup. */
async function sound(path: string, by?: Reader): Promise<string> {
  const { status, body } = await site.get(path, by);
  expect(status).toBe(200);
  expect(await markupMistakes(body)).toEqual([]);
  return body;
}

describe('F9.9 a committee on its pages', () => {
  test('is set up, with seats and what it states in numbers', async () => {
    await sound('/committees/new', division);
    const typed = { name: '緑の審議会', about: '公園について', basis: '緑の条例', contact: '公園緑地課' };
    const again = await send('/committees', { ...typed, minutesDays: '多い' }, division);
    expect(again.status).toBe(422);
    expect(again.body).toContain('value="緑の審議会"');
    const made = await send('/committees', { ...typed, minutesDays: '30' }, division);
    at = made.location!.replace(/\?.*$/, '');
    await sound(`${at}/seats`, division);
    expect((await send(`${at}/seats`, { kind: 'expert', holder: '林 みどり' }, division)).status).toBe(303);
    expect((await send(`${at}/seats`, { kind: 'citizen', holder: '' }, division)).status).toBe(303);
    const wrong = await send(`${at}/shares`, { women: '5', underForty: '0', countedOn: '2026-11-01' }, division);
    expect(wrong.status).toBe(422);
    expect(await markupMistakes(wrong.body)).toEqual([]);
    await send(`${at}/shares`, { women: '1', underForty: '0', countedOn: '2026-11-01' }, division);
    const page = await sound(at);
    expect(page).toContain('林 みどり');
    expect(page).toContain('空席');
    expect(page).toContain('女性1人');
    expect((await site.get(`${at}/seats`, citizen)).status).toBe(403);
    expect(await sound('/committees')).toContain('緑の審議会');
  });

  test('looks for citizens; applications are read by the office alone', async () => {
    await sound(`${at}/calls/new`, division);
    const call = { seats: '1', method: 'chosen', criteria: '続けて出られること', closesOn: '2026-11-10' };
    const opened = await send(`${at}/calls`, call, division);
    const callAt = opened.location!.replace(/\?.*$/, '');
    expect(await sound(callAt)).toContain('続けて出られること');
    await sound(callAt, citizen);
    const applied = await send(`${callAt}/applications`, { name: '山田', contact: '0123', body: '木が好き' }, citizen);
    expect(applied.status).toBe(303);
    expect(await sound(callAt, citizen)).toContain('あなたの番号は1です');
    town.today('2026-11-11');
    expect(await sound(callAt)).not.toContain('木が好き');
    expect(await sound(callAt, division)).toContain('木が好き');
    const settled = await send(`${callAt}/settlement`, { chosen: '1', reason: '経験から' }, division);
    expect(settled.status).toBe(303);
    expect(await sound(callAt)).toContain('選ばれた番号：1');
    expect((await site.get(`${callAt}/draw.json`)).status).toBe(404);
  });

  test('meets: observers, minutes, calendar, data', async () => {
    town.today('2026-11-02');
    await sound(`${at}/sittings/new`, division);
    const sitting = { date: '2026-11-20', from: '19:00', to: '20:30', place: '市役所', agenda: '一つめ\n二つめ' };
    const called = await send(`${at}/sittings`, { ...sitting, observerPlaces: '5', observerMethod: 'first' }, division);
    const sittingAt = called.location!.replace(/\?.*$/, '');
    await sound(sittingAt);
    expect((await send(`${sittingAt}/observers`, { name: '山田', contact: '' }, citizen)).status).toBe(422);
    expect((await send(`${sittingAt}/observers`, { name: '山田', contact: '0123' }, citizen)).status).toBe(303);
    expect(await sound(sittingAt, citizen)).toContain('傍聴席があります');
    expect(await sound(`${sittingAt}/observers`, division)).toContain('0123');
    expect((await site.get(`${sittingAt}/observers`, citizen)).status).toBe(403);
    await sound(`${sittingAt}/cancellation`, division);
    town.today('2026-11-21');
    await sound(`${sittingAt}/minutes`, division);
    const wrote = await send(`${sittingAt}/minutes`, { body: '話し合った。', saves: '0', next: 'publish' }, division);
    expect(wrote.status).toBe(303);
    expect(await sound(sittingAt)).toContain('話し合った。');
    expect((await site.get(`${sittingAt}/calendar.ics`)).body).toContain('DTSTART:20261120T100000Z');
    expect((await site.get('/sittings.csv')).body).toContain('緑の審議会');
    expect((await site.get('/committees.json')).body).toContain('"women":1');
    expect((await site.get('/committees.atom')).body).toContain('緑の審議会');
    expect((await site.get('/committees.ics')).type).toContain('text/calendar');
    expect((await site.get(`/sittings/${shortId(randomId())}`)).status).toBe(404);
  });
});
