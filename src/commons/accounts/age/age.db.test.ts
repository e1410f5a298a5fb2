import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGS } from '#kernel/lang.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { openTestAccounts, PASSWORD, type TestAccounts } from '../accounts-for-tests.ts';
import { markupMistakes, openTestSite, type TestBrowser, type TestSite } from '../site-for-tests.ts';
import { forgetAdults } from './age.ts';

let town: TestTown;
let box: TestAccounts;
let site: TestSite;
beforeAll(async () => {
  town = await openTestTown();
  box = openTestAccounts(town);
  site = await openTestSite(town);
  town.today('2026-11-10');
});
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

const GUARDIAN = 'haha@hinata.example';

/** Somebody with an account, signed in, of whose age nothing is known. */
async function member(email: string, more: Record<string, string> = {}): Promise<TestBrowser> {
  const browser = site.browser();
  await browser.post('/sign-up', { name: 'ひばり', email, password: PASSWORD, ...more });
  await box.confirm(email);
  await browser.post('/sign-in', { email, password: PASSWORD });
  return browser;
}
const kept = async (email: string) => {
  const [row] = await box.deployment((db) =>
    db
      .selectFrom('auth.minors')
      .innerJoin('auth.users', 'auth.users.id', 'auth.minors.account_id')
      .where('email', '=', email)
      .select(['birth_year', 'waits'])
      .execute(),
  );
  return row ?? null;
};

describe('X13 saying one’s age later', () => {
  test('an account that is there becomes one of somebody under 18, whose guardian is asked', async () => {
    const email = 'hibari@hinata.example';
    const browser = await member(email);
    for (const [birthYear, guardian] of [
      ['1990', GUARDIAN],
      ['2010', ''],
      ['２０１０', email],
    ] as const) {
      const again = await browser.post('/account/age', { birthYear, guardian });
      expect([birthYear, again.status]).toEqual([birthYear, 422]);
      expect(again.body).toContain(`value="${birthYear}"`);
    }
    expect(await kept(email)).toBeNull();
    const said = await browser.post('/account/age', { birthYear: '２０１０', guardian: GUARDIAN });
    expect(said.location).toBe('/account?just=guardian-asked');
    expect(await kept(email)).toEqual({ birth_year: 2010, waits: true });
    expect(await box.letterCount(GUARDIAN)).toBe(1);
    expect((await browser.post('/account/age', { birthYear: '2009' })).status).toBe(409);
    expect((await browser.get('/account/age')).body).toContain('2028年の誕生日');
  });

  test('who said so at sign-up gives the year alone, and says in the year of the birthday that they are 18', async () => {
    const email = 'tsubame@hinata.example';
    const browser = await member(email, { minor: 'yes', guardian: 'chichi@hinata.example' });
    expect((await browser.post('/account/age', { act: 'adult' })).status).toBe(409);
    expect((await browser.get('/account/age')).body).not.toContain('name="guardian"');
    await browser.post('/account/age', { birthYear: '2009' });
    expect(await kept(email)).toMatchObject({ birth_year: 2009 });
    expect((await browser.post('/account/age', { act: 'adult' })).status).toBe(409);
    town.today('2027-01-01');
    await browser.post('/sign-in', { email, password: PASSWORD });
    for (const path of LANGS.map((lang) => `/account/age?lang=${lang}`))
      expect(await markupMistakes((await browser.get(path)).body)).toEqual([]);
    expect((await browser.post('/account/age', { act: 'adult' })).location).toBe('/account?done=saved');
    expect(await kept(email)).toBeNull();
    expect((await browser.post('/account/age', { act: 'adult' })).location).toBe('/account?done=saved');
    town.today('2026-11-10');
  });

  test('it ends by itself in the year after; nobody signed in, there is no such page', async () => {
    const email = 'suzume@hinata.example';
    const browser = await member(email);
    await browser.post('/account/age', { birthYear: '2008', guardian: GUARDIAN });
    await box.deployment((db) => forgetAdults(db, town.now()));
    expect(await kept(email)).not.toBeNull();
    town.today('2027-01-01');
    await box.deployment((db) => forgetAdults(db, town.now()));
    expect(await kept(email)).toBeNull();
    expect((await site.browser().get('/account/age')).location).toContain('/sign-in');
    town.today('2026-11-10');
  });
});
