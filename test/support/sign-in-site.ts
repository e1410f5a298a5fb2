/** A site on which one signs in, an account, and a browser: for journeys that begin at the sign-in page. */
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openTestAccounts, PASSWORD, type TestAccounts } from '#commons/accounts/accounts-for-tests.ts';
import { openTestSite, type TestSite } from '#commons/accounts/site-for-tests.ts';
import type { Route } from '#kernel/module.ts';
import { siteAssets } from '../../src/site-assets.ts';
import { launchBrowser } from './browser.ts';
import { openTestTown, type TestTown } from './town.ts';

/** Browsers give passkeys to names, never to numbers. */
export const BY_NAME = { hub: 'localhost', neighbour: '127.0.0.1' };

export interface SignInSite {
  town: TestTown;
  box: TestAccounts;
  site: TestSite;
  browser: Browser;
  /** @throws when a page failed meanwhile */
  close(): Promise<void>;
}

export interface SignInWish {
  /** whose account there is, with the password of all tests */
  email: string;
  name: string;
  hosts?: typeof BY_NAME;
  /** beside those of accounts */
  routes?: readonly Route[];
  accounts?(site: TestSite): Parameters<typeof openTestAccounts>[2];
}

export async function openSignInSite({ email, name, hosts, routes = [], accounts }: SignInWish): Promise<SignInSite> {
  const town = await openTestTown();
  const site = await openTestSite(town, await siteAssets(), hosts, routes);
  const box = openTestAccounts(town, true, accounts?.(site));
  const browser = await launchBrowser();
  await box.signUp(email, name);
  await box.confirm(email);
  return {
    town,
    box,
    site,
    browser,
    async close() {
      await browser.close();
      await site.close();
      await town.close();
      expect(site.faults).toEqual([]);
    },
  };
}

/** Fills in the form of the sign-in page, which is open, and sends it. */
export async function signInByForm(page: Page, email: string): Promise<void> {
  await page.getByLabel('メールアドレス').fill(email);
  await page.getByRole('textbox', { name: 'パスワード' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'ログインする', exact: true }).click();
}
