import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, Reader } from '#kernel/context.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { openTestAccounts, PASSWORD, type TestAccounts } from '../accounts-for-tests.ts';
import { hiddenFields, markupMistakes, openTestSite, type TestBrowser, type TestSite } from '../site-for-tests.ts';
import { ownLevel } from './confirm-level.ts';
import { fingerprintOf, openCodes, sweepDeskCodes } from './desk-code.ts';
import { enterDeskCode } from './enter-desk-code.ts';
import { giveDeskCode, takeBackDeskCode } from './give-desk-code.ts';

let town: TestTown;
let box: TestAccounts;
let site: TestSite;
let desk: Actor;
let clerk: Reader;
beforeAll(async () => {
  town = await openTestTown();
  box = openTestAccounts(town);
  site = await openTestSite(town);
  clerk = await town.person('窓口の人');
  desk = await town.organisation('body', '協働センター', [[clerk, 'member']]);
  town.hub.secretariatId = desk.id;
  site.hub.secretariatId = desk.id;
});
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

const hashOf = (code: string, hub = town.hub) => fingerprintOf(box.accounts, hub.id, code)!;
const give = (code: string) => town.perform(town.as(clerk, desk, 'member'), giveDeskCode, { hash: hashOf(code) });
const levelOf = async (who: Reader) =>
  (await town.rows<{ level: number }>('select level from actors where id = $1', [who.person.id]))[0]!.level;

describe('X2 the desk', () => {
  test('gives codes when it acts as the secretariat, and nobody else does', async () => {
    const someone = await town.person('だれか');
    const club = await town.organisation('group', '山の会', [[someone, 'representative']]);
    const input = { hash: hashOf('aaaaa-aaaaa') };
    expect(await town.refusal(someone, giveDeskCode, input)).toBe('desk-only');
    expect(await town.refusal(town.as(someone, club), giveDeskCode, input)).toBe('desk-only');
    expect(await town.refusal(clerk, giveDeskCode, input)).toBe('desk-only');
    expect(await town.refusal(town.as(clerk, desk, 'member'), giveDeskCode, input)).toBe('done');
  });

  test('takes a code back, once, and it opens nothing then', async () => {
    const { id } = await give('bbbbb-bbbbb');
    const person = await town.person('おそい人');
    expect(await town.refusal(clerk, takeBackDeskCode, { id })).toBe('desk-only');
    await town.perform(town.as(clerk, desk, 'member'), takeBackDeskCode, { id });
    expect(await town.refusal(town.as(clerk, desk, 'member'), takeBackDeskCode, { id })).toBe('desk-code-gone');
    expect(await town.refusal(person, enterDeskCode, { hash: hashOf('bbbbb-bbbbb') })).toBe('code:desk-code-wrong');
  });
});

describe('X2 entering a code', () => {
  test('makes a confirmed citizen; only how, when and where is kept', async () => {
    await give('ccccc-ccccc');
    const person = await town.person('しみん');
    await town.perform(person, enterDeskCode, { hash: hashOf('CCCCC CCCCC') });
    expect(await levelOf(person)).toBe(2);
    const own = await town.read((db) => ownLevel(db, town.hub.id, person.person.id));
    expect(own).toEqual({ method: 'desk', office: '協働センター', confirmedAt: town.now() });
    const left = await town.rows('select id from desk_codes where code_hash = $1', [hashOf('ccccc-ccccc')]);
    expect(left).toEqual([]);
    const [row] = await town.rows<Record<string, unknown>>(
      'select to_jsonb(l) as kept from level_confirmations l limit 1',
    );
    expect(JSON.stringify(row)).not.toContain(clerk.person.id);
  });

  test('is refused a second time, by whoever brings it, and to somebody confirmed', async () => {
    const [one, two] = [await town.person('ひとり'), await town.person('ふたり')];
    await give('ddddd-ddddd');
    const hash = hashOf('ddddd-ddddd');
    const outcomes = await Promise.all([one, two].map((who) => town.refusal(who, enterDeskCode, { hash })));
    expect(outcomes.sort()).toEqual(['code:desk-code-wrong', 'done']);
    expect(await town.refusal({ ...one, level: 2 }, enterDeskCode, { hash })).toBe('level-there');
  });

  test('is refused in the neighbouring town, before the contact is confirmed, and after two months', async () => {
    await give('eeeee-eeeee');
    const person = await town.person('たずね人');
    const hash = hashOf('eeeee-eeeee');
    expect(hashOf('eeeee-eeeee', town.neighbour)).not.toBe(hash);
    expect(await town.refusal({ ...person, level: 0 }, enterDeskCode, { hash })).toBe('level');
    const open = () => town.read((db) => openCodes(db, town.hub.id, desk.id, town.now()));
    const before = (await open()).length;
    town.today('2026-12-20');
    expect(await town.refusal(person, enterDeskCode, { hash })).toBe('code:desk-code-wrong');
    expect((await open()).length).toBeLessThan(before);
    await town.hubwise.write(town.hub.id, (db) => sweepDeskCodes(db, town.hub.id, town.now()));
    expect(await town.rows('select id from desk_codes')).toEqual([]);
  });
});

describe('X2 the pages', () => {
  let browser: TestBrowser;
  test('say what asks for it, where to go, and take the code from the slip', async () => {
    await box.signUp('machi@hinata.example', 'まちの人');
    await box.confirm('machi@hinata.example');
    browser = site.browser();
    await browser.post('/sign-in', { email: 'machi@hinata.example', password: PASSWORD });
    for (const lang of ['ja', 'easy', 'en']) {
      const page = await browser.get(`/account/citizenship?lang=${lang}`);
      expect(page.body).toContain('協働センター');
      expect(await markupMistakes(page.body)).toEqual([]);
    }
    browser.cookies.delete('minna_lang');
    expect((await browser.get('/desk-codes')).status).toBe(404);
    expect((await browser.post('/desk-codes', {})).status).toBe(404);
    await give('fffff-fffff');
    const form = hiddenFields((await browser.get('/account/citizenship')).body);
    expect((await browser.post('/account/citizenship', [...form, ['code', '']])).status).toBe(422);
    expect((await browser.post('/account/citizenship', [...form, ['code', 'zzzzz-zzzzz']])).status).toBe(422);
    const done = await browser.post('/account/citizenship', [...form, ['code', 'fffff-fffff']]);
    expect(done.location).toBe('/account/citizenship?just=confirmed');
    expect((await browser.get('/account/citizenship')).body).toContain('協働センターの窓口で確認しました');
    expect((await browser.get('/account')).body).toContain('段階2');
  });

  test('guesses are slowed down', async () => {
    const tries = Array.from({ length: 10 }, () => browser.post('/account/citizenship', { code: 'yyyyy-yyyyy' }));
    const outcomes = (await Promise.all(tries)).map(({ status }) => status);
    expect(outcomes).toContain(429);
  });
});
