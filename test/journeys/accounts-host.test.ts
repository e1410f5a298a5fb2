/** X1, X11: a town that sends its people to another host to sign in, in a real browser: its policies decide where a form may lead. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestSite } from '#commons/accounts/site-for-tests.ts';
import { violationsOn } from '../support/axe.ts';
import { PHONE, visitor } from '../support/running-town.ts';
import { BY_NAME, openSignInSite, type SignInSite, signInByForm } from '../support/sign-in-site.ts';

const EMAIL = 'minori@hinata.example';
let opened: SignInSite;
let site: TestSite;
let browser: Browser;

beforeAll(async () => {
  opened = await openSignInSite({
    email: EMAIL,
    name: 'みのり',
    hosts: BY_NAME,
    accounts: ({ hub, neighbour }) => ({ accountsOrigin: hub.origin, hubs: () => [hub, neighbour] }),
  });
  ({ site, browser } = opened);
});
afterAll(() => opened?.close());

describe('X1 X11 signing in for a town on another domain', () => {
  test.each([true, false])('by form, and out again on both hosts; JavaScript: %s', async (javaScript) => {
    const { page, context } = await visitor(browser, site.hub.origin, { viewport: PHONE, javaScript });
    const signIn = `${site.neighbour.origin}/sign-in?next=/account`;
    await page.goto(signIn);
    await page.getByText('の方も、ここでログインします').waitFor();
    expect(page.url().startsWith(site.hub.origin)).toBe(true);
    if (javaScript) expect(await violationsOn(page)).toEqual([]);
    await signInByForm(page, EMAIL);
    await page.waitForURL(`${site.neighbour.origin}/account`);
    expect(await page.content()).toContain('みのり');
    await page.getByRole('button', { name: 'ログアウトする', exact: true }).first().click();
    await page.getByText('ログアウトしました').waitFor();
    await page.goto(signIn);
    await page.getByText('の方も、ここでログインします').waitFor();
    await context.close();
  });
});
