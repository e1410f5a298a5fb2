/** X1, X6: passkeys in a real browser with a device of its own, and the second step without JavaScript; every page of it read by axe. */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD } from '#commons/accounts/accounts-for-tests.ts';
import { counterAt, hotp } from '#commons/accounts/second-step/totp.ts';
import type { TestSite } from '#commons/accounts/site-for-tests.ts';
import { violationsOn } from '../support/axe.ts';
import { BY_NAME, openSignInSite, type SignInSite, signInByForm } from '../support/sign-in-site.ts';

const EMAIL = 'minori@hinata.example';
let opened: SignInSite;
let site: TestSite;
let browser: Browser;

beforeAll(async () => {
  opened = await openSignInSite({ email: EMAIL, name: 'みのり', hosts: BY_NAME });
  ({ site, browser } = opened);
});
afterAll(() => opened?.close());

async function typePassword(page: Page): Promise<void> {
  await page.goto(`${site.hub.origin}/sign-in?next=/account/safety`);
  await signInByForm(page, EMAIL);
}

async function prove(page: Page): Promise<void> {
  await page.getByRole('link', { name: '本人の確認をする' }).click();
  await page.getByRole('textbox', { name: 'パスワード' }).fill(PASSWORD);
  await page.getByRole('button', { name: '確認する', exact: true }).click();
}

describe('X1 a passkey', () => {
  let context: BrowserContext;
  let page: Page;
  let device: CDPSession;
  beforeAll(async () => {
    context = await browser.newContext({ locale: 'ja-JP' });
    page = await context.newPage();
    device = await context.newCDPSession(page);
    await device.send('WebAuthn.enable', { enableUI: false });
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
  });
  afterAll(() => context.close());

  test('is made after showing who one is', async () => {
    await typePassword(page);
    expect(await violationsOn(page)).toEqual([]);
    await prove(page);
    await page.getByLabel('パスキーの名前').fill('居間のパソコン');
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'この端末でパスキーを作る' }).click();
    await page.getByText('パスキーを作りました').waitFor();
    expect(await page.getByRole('rowheader', { name: '居間のパソコン' }).count()).toBe(1);
  });

  test('opens the account without an address or a password', async () => {
    await context.clearCookies();
    await page.goto(`${site.hub.origin}/sign-in?next=/account`);
    await Promise.race([arrived(page), pressPasskey(page).catch(() => {})]);
    await arrived(page);
    expect(await page.content()).toContain('みのり');
    expect(await page.getByRole('cell', { name: 'パスキー' }).count()).toBeGreaterThan(0);
  });

  test('shows again who one is', async () => {
    await page.goto(`${site.hub.origin}/account/proof?next=/account/safety`);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'パスキーで確認する' }).click();
    await page.getByText('本人の確認がすんでいます').waitFor();
  });

  test('is made once on a device, which says so when asked again', async () => {
    await page.goto(`${site.hub.origin}/account/safety`);
    await page.getByLabel('パスキーの名前').last().fill('同じパソコン');
    await page.getByRole('button', { name: 'この端末でパスキーを作る' }).click();
    await page.getByText('この端末には、あなたのパスキーがもうあります').waitFor();
    expect(await page.getByRole('rowheader', { name: '同じパソコン' }).count()).toBe(0);
  });
});

const arrived = (page: Page) => page.waitForURL(({ pathname }) => pathname === '/account');

/** Where the browser doesn't offer it by itself. */
async function pressPasskey(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'パスキーでログインする' }).click();
}

describe('X1 a second step, on a phone without JavaScript', () => {
  test('is set up, asked for, and opened by a recovery code', async () => {
    const context = await browser.newContext({
      locale: 'ja-JP',
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    });
    const page = await context.newPage();
    await typePassword(page);
    await prove(page);
    expect(await page.getByText('新しいブラウザが必要です').count()).toBe(1);
    await page.getByRole('button', { name: '設定をはじめる' }).click();
    const typed = (await page.locator('code').innerText()).replaceAll(' ', '');
    const bits = [...typed].map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'));
    const secret = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
    await page.getByLabel('アプリに出た6けたの数字').fill(hotp(secret, counterAt(opened.town.now())));
    await page.getByRole('button', { name: 'この数字で設定する' }).click();
    const code = await page.locator('ol code').first().innerText();
    await context.clearCookies();
    await typePassword(page);
    await page.getByRole('textbox', { name: '確認コード' }).fill(code);
    await page.getByRole('button', { name: 'ログインする', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe('/account/safety');
    expect(await page.content()).toContain('あと9個');
    const width = await page.locator('body').evaluate((body) => body.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    await context.close();
  });
});
