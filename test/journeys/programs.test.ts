/** X8, X6: the pages of tokens and webhooks on a phone without JavaScript; every page of them read by axe. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestAccounts, PASSWORD } from '#commons/accounts/accounts-for-tests.ts';
import { openTestSite, type TestSite } from '#commons/accounts/site-for-tests.ts';
import { openPrograms, tokenHash } from '#commons/programs/index.ts';
import { modules } from '../../src/modules.ts';
import { siteAssets } from '../../src/site-assets.ts';
import { violationsOn } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { openTestTown, type TestTown } from '../support/town.ts';

const EMAIL = 'minori@hinata.example';
let town: TestTown;
let site: TestSite;
let browser: Browser;
let page: Page;
/** Shows a page once more, with JavaScript: axe waits by timers, which a page without it doesn't have. */
let judge: Page;

beforeAll(async () => {
  openPrograms({ secret: 'x'.repeat(32), allowsPrivate: false });
  town = await openTestTown();
  const box = openTestAccounts(town);
  const { routes } = modules.find(({ name }) => name === 'api')!;
  site = await openTestSite(town, await siteAssets(), { hub: 'localhost', neighbour: '127.0.0.1' }, routes);
  await box.signUp(EMAIL, 'みのり');
  await box.confirm(EMAIL);
  browser = await launchBrowser();
  const viewport = { width: 320, height: 640 };
  page = await (await browser.newContext({ javaScriptEnabled: false, viewport, locale: 'ja-JP' })).newPage();
  judge = await (await browser.newContext({ viewport, locale: 'ja-JP' })).newPage();
  await judge.goto(`${site.hub.origin}/sign-in`);
  page.setDefaultTimeout(8000);
  await page.goto(`${site.hub.origin}/sign-in?next=/account/tokens`);
  await page.getByLabel('メールアドレス').fill(EMAIL);
  await page.getByRole('textbox', { name: 'パスワード' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'ログインする', exact: true }).click();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await town?.close();
  expect(site.faults).toEqual([]);
});

/** The page as it stands is without fault by axe, and fits. */
async function expectSound(): Promise<void> {
  await judge.setContent(await page.content());
  expect(await violationsOn(judge)).toEqual([]);
  expect(await page.locator('body').evaluate((body) => body.scrollWidth)).toBeLessThanOrEqual(320);
}

describe('X8 the pages for whoever writes programs', () => {
  test('make a token after showing who one is, show it once, and take it back', async () => {
    expect(new URL(page.url()).pathname).toBe('/account/proof');
    await expectSound();
    await page.getByRole('textbox', { name: 'パスワード' }).fill(PASSWORD);
    await page.getByRole('button', { name: '確認する', exact: true }).click();
    await page.getByRole('button', { name: 'トークンを作る' }).click();
    expect(await page.getByRole('alert').count()).toBe(1);
    await page.getByRole('textbox', { name: '名前' }).fill('図書館の展示');
    await page.getByRole('group', { name: 'できること' }).getByRole('checkbox').first().check();
    await expectSound();
    await page.getByRole('button', { name: 'トークンを作る' }).click();
    await page.getByText('コピーする').waitFor({ state: 'attached' });
    const token = await page.getByRole('textbox', { name: 'トークン' }).inputValue();
    await expectSound();
    expect(await town.rows('select name from api_tokens where hash = $1', [tokenHash(token)])).toEqual([
      { name: '図書館の展示' },
    ]);
    await page.goto(`${site.hub.origin}/account/tokens`);
    expect(await page.content()).not.toContain(token);
    await page.getByRole('button', { name: '「図書館の展示」をやめる' }).click();
    expect(await page.getByText('使えるトークンはありません。').count()).toBe(1);
  });

  test('refuse an address inside, take one outside, show its key, and end it', async () => {
    await page.goto(`${site.hub.origin}/account/webhooks`);
    await expectSound();
    const url = page.getByRole('textbox', { name: '送り先のアドレス' });
    await url.fill('https://localhost/hook');
    await page.getByRole('button', { name: '知らせ先を加える' }).click();
    expect(await url.inputValue()).toBe('https://localhost/hook');
    expect(await page.getByRole('alert').count()).toBe(1);
    await expectSound();
    await url.fill('https://hooks.example.com/minna');
    await page.getByRole('button', { name: '知らせ先を加える' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('https://hooks.example.com/minna');
    expect(await page.getByRole('textbox', { name: '署名の鍵' }).inputValue()).toMatch(/^whsec_/);
    await expectSound();
    await page.getByRole('button', { name: 'https://hooks.example.com/minna' }).click();
    expect(await page.getByText('知らせ先はありません。').count()).toBe(1);
  });
});
