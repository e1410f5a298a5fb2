/** X11, X6: a town made on the page of an invitation, on a phone, with and without JavaScript; every page of it read by axe. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOf, newToken } from '#commons/accounts/index.ts';
import type { TestSite } from '#commons/accounts/site-for-tests.ts';
import { inviteTown } from '#commons/new-towns/index.ts';
import { newTowns } from '#commons/new-towns/module.ts';
import { run } from '#kernel/database/dialect.ts';
import { eventParts } from '../../src/event-parts.ts';
import { violationsOn } from '../support/axe.ts';
import { PHONE, visitor } from '../support/running-town.ts';
import { openSignInSite, type SignInSite, signInByForm } from '../support/sign-in-site.ts';

const EMAIL = 'mizuno@hinata.example';
let opened: SignInSite;
let site: TestSite;
let browser: Browser;

beforeAll(async () => {
  opened = await openSignInSite({
    email: EMAIL,
    name: '水野',
    routes: newTowns.routes,
    accounts: () => ({ events: eventParts }),
  });
  ({ site, browser } = opened);
});
afterAll(() => opened?.close());

describe('X11 X6 a town is made by invitation', () => {
  test.each([
    [true, 'minami'],
    [false, 'kita'],
  ] as const)('on a phone; JavaScript: %s', async (javaScript, key) => {
    const token = newToken();
    const wanted = { host: `${key}.example`, days: 7, tokenHash: hashOf(token), now: opened.town.now() };
    await opened.box.deployment((db) => inviteTown(db, wanted));
    const { page, context } = await visitor(browser, site.hub.origin, { viewport: PHONE, javaScript });
    const fits = async () => {
      if (!javaScript) return;
      expect(await violationsOn(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    };
    await page.goto(`${site.hub.origin}/towns/new/${token}`);
    await signInByForm(page, EMAIL);
    await page.getByRole('heading', { name: '新しい町をつくる', level: 1 }).waitFor();
    await fits();
    await page.getByRole('button', { name: 'たしかめる', exact: true }).click();
    await page.locator('.error-summary').waitFor();
    await fits();
    expect(await page.locator('[name=key]').inputValue()).toBe(key);
    await page.locator('[name=name-ja]').fill('となり');
    await page.locator('[name=town-ja]').fill('となり市');
    await page.getByRole('radio', { name: '年2回' }).check();
    await page.locator('[name=office]').fill('となり市民の会');
    await page.getByRole('button', { name: 'たしかめる', exact: true }).click();
    await page.getByRole('heading', { name: 'この町をつくります', level: 1 }).waitFor();
    await fits();
    await page.getByRole('button', { name: '書きなおす', exact: true }).click();
    await page.locator('[name=name-en]').fill('Tonari');
    await page.getByRole('button', { name: 'たしかめる', exact: true }).click();
    await page.getByText('Tonari').waitFor();
    await page.getByRole('button', { name: '町をつくる', exact: true }).click();
    await page.getByRole('heading', { name: '「となり」ができました', level: 1 }).waitFor();
    await fits();
    await page.goto(`${site.hub.origin}/towns/new/${token}`);
    await page.getByRole('heading', { name: 'この招待は使えません', level: 1 }).waitFor();
    await fits();
    await context.close();
    const made = await opened.box.deployment((db) =>
      run<{ name: { en: string }; host: string }>(db, 'select name, host from hubs where key = $1', [key]),
    );
    expect(made).toEqual([{ name: { ja: 'となり', easy: 'となり', en: 'Tonari' }, host: `https://${key}.example` }]);
  });
});
