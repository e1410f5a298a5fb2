/** X11, X6: a town made on the page of an invitation, on a phone, with and without JavaScript; every page of it read by axe. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestAccounts, PASSWORD, type TestAccounts } from '#commons/accounts/accounts-for-tests.ts';
import { hashOf, newToken } from '#commons/accounts/index.ts';
import { openTestSite, type TestSite } from '#commons/accounts/site-for-tests.ts';
import { inviteTown } from '#commons/new-towns/index.ts';
import { newTowns } from '#commons/new-towns/module.ts';
import { run } from '#kernel/database/dialect.ts';
import { eventParts } from '../../src/event-parts.ts';
import { siteAssets } from '../../src/site-assets.ts';
import { violationsOn } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { openTestTown, type TestTown } from '../support/town.ts';

const EMAIL = 'mizuno@hinata.example';
let town: TestTown;
let box: TestAccounts;
let site: TestSite;
let browser: Browser;

beforeAll(async () => {
  town = await openTestTown();
  box = openTestAccounts(town, true, { events: eventParts });
  site = await openTestSite(town, await siteAssets(), undefined, newTowns.routes);
  browser = await launchBrowser();
  await box.signUp(EMAIL, '水野');
  await box.confirm(EMAIL);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await town?.close();
  expect(site.faults).toEqual([]);
});

describe('X11 X6 a town is made by invitation', () => {
  test.each([
    [true, 'minami'],
    [false, 'kita'],
  ] as const)('on a phone; JavaScript: %s', async (javaScriptEnabled, key) => {
    const token = newToken();
    const wanted = { host: `${key}.example`, days: 7, tokenHash: hashOf(token), now: town.now() };
    await box.deployment((db) => inviteTown(db, wanted));
    const viewport = { width: 360, height: 740 };
    const context = await browser.newContext({ locale: 'ja-JP', javaScriptEnabled, viewport });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const fits = async () => {
      if (!javaScriptEnabled) return;
      expect(await violationsOn(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    };
    await page.goto(`${site.hub.origin}/towns/new/${token}`);
    await page.getByLabel('メールアドレス').fill(EMAIL);
    await page.getByRole('textbox', { name: 'パスワード' }).fill(PASSWORD);
    await page.getByRole('button', { name: 'ログインする', exact: true }).click();
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
    const made = await box.deployment((db) =>
      run<{ name: { en: string }; host: string }>(db, 'select name, host from hubs where key = $1', [key]),
    );
    expect(made).toEqual([{ name: { ja: 'となり', easy: 'となり', en: 'Tonari' }, host: `https://${key}.example` }]);
  });
});
