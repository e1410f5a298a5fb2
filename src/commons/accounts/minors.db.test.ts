import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeProfile } from '#commons/actors/index.ts';
import { openDebate } from '#commons/discussion/debate-for-tests.ts';
import { sayOpinion } from '#commons/discussion/index.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { openTestAccounts, PASSWORD, type TestAccounts } from './accounts-for-tests.ts';
import { giveConsent } from './minors.ts';
import { hiddenFields, markupMistakes, openTestSite, type TestBrowser, type TestSite } from './site-for-tests.ts';

let town: TestTown;
let box: TestAccounts;
let site: TestSite;
beforeAll(async () => {
  town = await openTestTown();
  box = openTestAccounts(town);
  site = await openTestSite(town);
});
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

const YOUNG = 'tori@hinata.example';
const GUARDIAN = 'haha@hinata.example';
const keyOf = async (to: string) => (await box.link(to, '/guardian-consent')).searchParams.get('key')!;

async function signUpYoung(browser: TestBrowser, email = YOUNG, guardian = GUARDIAN) {
  return browser.post('/sign-up', { name: 'かわのとり', email, password: PASSWORD, minor: 'yes', guardian });
}

describe('X13 a guardian’s consent', () => {
  test('is asked by letter once the own address is confirmed; until then somebody under 18 reads only', async () => {
    town.today('2026-11-10');
    const browser = site.browser();
    const without = await signUpYoung(browser, YOUNG, '');
    expect(without.status).toBe(422);
    expect(without.body).toContain('href="#f-guardian"');
    expect((await signUpYoung(browser)).location).toBe('/email-confirmation');
    expect(await box.letterCount(GUARDIAN)).toBe(0);
    const own = (await box.link(YOUNG, '/email-confirmation')).searchParams.get('key')!;
    const opened = await browser.get(`/email-confirmation?key=${own}`);
    const confirmed = await browser.post('/email-confirmation', hiddenFields(opened.body));
    const next = (await browser.get(confirmed.location!)).body;
    // Nothing is promised that the consent has still to bring.
    expect(next).toContain('読むことだけができます');
    expect(next).not.toContain('href="/proposals/new"');
    expect(await box.letterCount(GUARDIAN)).toBe(1);
    const token = await box.signIn(YOUNG);
    const waiting = (await box.reader(token))!;
    expect(waiting.level).toBe(0);
    const debateId = await openDebate(town);
    const words = { debateId, kind: 'opinion', body: '川ぞいに柵を', reason: '' };
    expect(await town.refusal(waiting, sayOpinion, words)).toBe('level');

    const key = await keyOf(GUARDIAN);
    const asked = await browser.get(`/guardian-consent?key=${key}`);
    expect(asked.body).toContain('かわのとり');
    expect(await markupMistakes(asked.body)).toEqual([]);
    expect((await box.reader(token))!.level).toBe(0);
    const given = await browser.post('/guardian-consent', hiddenFields(asked.body));
    expect(given.location).toBe('/guardian-consent?just=given');
    const reader = (await box.reader(token))!;
    expect(reader.level).toBe(1);
    expect(await town.refusal(reader, sayOpinion, words)).toBe('done');
    const kept = await box.deployment((db) => db.selectFrom('auth.minors').select('guardian_email').execute());
    expect(kept).toEqual([{ guardian_email: null }]);
    expect((await browser.post('/guardian-consent', { key })).status).toBe(410);
  });

  test('of two who press at once one is told it is done already; an old key opens nothing', async () => {
    const browser = site.browser();
    await signUpYoung(browser, 'two@hinata.example', 'chichi@hinata.example');
    await box.confirm('two@hinata.example');
    const key = await keyOf('chichi@hinata.example');
    const press = () =>
      box
        .deployment((db) => giveConsent(db, key, town.now()))
        .then(
          () => 'given',
          () => 'over',
        );
    expect((await Promise.all([press(), press()])).sort()).toEqual(['given', 'over']);
    await signUpYoung(browser, 'late@hinata.example', 'sobo@hinata.example');
    await box.confirm('late@hinata.example');
    const old = await keyOf('sobo@hinata.example');
    const later = new Date(town.now().getTime() + 15 * 86_400_000);
    await expect(box.deployment((db) => giveConsent(db, old, later))).rejects.toMatchObject({ status: 410 });
  });

  test('goes to another address when the first was wrong; the profile takes no school and no full name', async () => {
    const browser = site.browser();
    await signUpYoung(browser, 'mori@hinata.example', 'wrong@hinata.example');
    await box.confirm('mori@hinata.example');
    await browser.post('/sign-in', { email: 'mori@hinata.example', password: PASSWORD });
    const own = await browser.get('/account');
    expect(own.body).toContain('wrong@hinata.example');
    expect(await markupMistakes(own.body)).toEqual([]);
    expect((await browser.post('/account/guardian', { guardian: 'mori@hinata.example' })).status).toBe(422);
    const again = await browser.post('/account/guardian', { guardian: 'right@hinata.example' });
    expect(again.location).toBe('/account?just=guardian-asked');
    expect(await box.letterCount('right@hinata.example')).toBe(1);
    const school = await browser.post('/account', {
      name: 'もりのくま',
      about: 'ひなた小学校に通っています',
      reading: '',
    });
    expect(school.status).toBe(422);
    expect(school.body).toContain('ひなた小学校に通っています');
    const named = await browser.post('/account', { name: '森 くまお', about: '', reading: '' });
    expect(named.status).toBe(422);
    const young = (await box.reader(await box.signIn('mori@hinata.example')))!;
    const told = (more: object) => town.refusal(young, changeProfile, { name: 'もりのくま', about: '', ...more });
    expect(await told({ name: '森 くまお' })).toBe('name:full-name');
    expect(await told({ about: 'ひなた小学校に通っています' })).toBe('about:school-name');
    expect(await told({ reading: 'もり くまお' })).toBe('reading:full-name');
    const good = await browser.post('/account', {
      name: 'もりのくま',
      about: '木のぼりが好きです',
      reading: 'もりのくま',
    });
    expect(good.location).toBe('/account?done=saved');
    expect((await browser.get('/account')).body).toContain('value="もりのくま"');
  });
});
