/** X1, X11: a town that sends its people to another host to sign in, in a real browser: its policies decide where a form may lead. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestAccounts, PASSWORD, type TestAccounts } from '#commons/accounts/accounts-for-tests.ts';
import { openTestSite, type TestSite } from '#commons/accounts/site-for-tests.ts';
import { siteAssets } from '../../src/site-assets.ts';
import { violationsOn } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { openTestTown, type TestTown } from '../support/town.ts';

const EMAIL = 'minori@hinata.example';
let town: TestTown;
let box: TestAccounts;
let site: TestSite;
let browser: Browser;

beforeAll(async () => {
  town = await openTestTown();
  site = await openTestSite(town, await siteAssets(), { hub: 'localhost', neighbour: '127.0.0.1' });
  box = openTestAccounts(town, true, { accountsOrigin: site.hub.origin, hubs: () => [site.hub, site.neighbour] });
  browser = await launchBrowser();
  await box.signUp(EMAIL, 'みのり');
  await box.confirm(EMAIL);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await town?.close();
  expect(site.faults).toEqual([]);
});

describe('X1 X11 signing in for a town on another domain', () => {
  test.each([true, false])('by form, and out again on both hosts; JavaScript: %s', async (javaScriptEnabled) => {
    const context = await browser.newContext({
      locale: 'ja-JP',
      javaScriptEnabled,
      viewport: { width: 360, height: 740 },
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const signIn = `${site.neighbour.origin}/sign-in?next=/account`;
    await page.goto(signIn);
    await page.getByText('の方も、ここでログインします').waitFor();
    expect(page.url().startsWith(site.hub.origin)).toBe(true);
    if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel('メールアドレス').fill(EMAIL);
    await page.getByRole('textbox', { name: 'パスワード' }).fill(PASSWORD);
    await page.getByRole('button', { name: 'ログインする', exact: true }).click();
    await page.waitForURL(`${site.neighbour.origin}/account`);
    expect(await page.content()).toContain('みのり');
    await page.getByRole('button', { name: 'ログアウトする', exact: true }).first().click();
    await page.getByText('ログアウトしました').waitFor();
    await page.goto(signIn);
    await page.getByText('の方も、ここでログインします').waitFor();
    await context.close();
  });
});
