/** X6, X3: each small program of a page, used once in a browser: what the page can do without it, it does faster with it. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { PHONE, signInAs, type TownData, townData, visitor } from '../support/running-town.ts';

let data: TownData;
let browser: Browser;
let url: string;
let page: Page;
let context: BrowserContext;
let mistakes: string[];

beforeAll(async () => {
  data = townData();
  [{ url }, browser] = await Promise.all([data.start('2026-11-22'), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await data?.discard();
});
beforeEach(async () => {
  await use({});
});
afterEach(async () => {
  await context.close();
  expect(mistakes).toEqual([]);
});

async function use(options: Parameters<typeof visitor>[2]): Promise<void> {
  await context?.close();
  ({ page, context } = await visitor(browser, url, options));
  mistakes = [];
  page.on('pageerror', (error) => void mistakes.push(String(error)));
}

/** The proposal with most votes: it has a map of opinions. */
async function busiest(): Promise<string> {
  const { items } = (await (await fetch(`${url}/proposals.json`)).json()) as {
    items: { url: string; votes: number }[];
  };
  const [most] = items.toSorted((a, b) => b.votes - a.votes);
  return new URL(most!.url).pathname.split('/').at(-1)!;
}

describe('X3 islands of notices', () => {
  test('an address of one’s own is copied by a button', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
    await signInAs(page, 'ふみ');
    await page.goto('/notices/settings');
    await page.getByRole('button', { name: '自分用のアドレスをつくる' }).click();
    const feed = page.locator('copy-link', { has: page.locator('#own-feed') });
    await feed.getByRole('button').click();
    await feed.getByRole('status').getByText('コピーしました').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await page.locator('#own-feed').inputValue());
    expect((await fetch(copied)).headers.get('content-type')).toContain('atom');
  });

  test('a device is registered with what its browser gives; a push is shown, and says nothing where it was blocked', async () => {
    // A browser under test has no push service of its own: it subscribes here to one that keeps what it was asked for.
    await page.addInitScript(() => {
      PushManager.prototype.subscribe = async (options) => {
        const asked = `${String(options?.applicationServerKey)} ${options?.userVisibleOnly}`;
        sessionStorage.setItem('asked', asked);
        const keys = { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) };
        return {
          toJSON: () => ({ endpoint: 'https://fcm.googleapis.com/fcm/send/journey', keys }),
        } as unknown as PushSubscription;
      };
    });
    await signInAs(page, 'ふみ');
    await page.goto('/notices/settings');
    const island = page.locator('push-subscription');
    await island.getByRole('button').click();
    await island.getByRole('status').getByText('止められています').waitFor();
    await context.grantPermissions(['notifications'], { origin: url });
    const key = await island.getAttribute('data-key');
    await Promise.all([page.waitForURL('**/notices/settings?done=saved'), island.getByRole('button').click()]);
    expect(await page.evaluate(() => sessionStorage.getItem('asked'))).toBe(`${key} true`);
    await page.getByText('Chrome, Linux').waitFor();

    const cdp = await context.newCDPSession(page);
    const registered = new Promise<string>((resolve) => {
      cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        if (registrations[0]) resolve(registrations[0].registrationId);
      });
    });
    await cdp.send('ServiceWorker.enable');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    const push = { title: '回答が届きました', body: '夜の照明', url: '/notices' };
    await cdp.send('ServiceWorker.deliverPushMessage', {
      origin: url,
      registrationId: await registered,
      data: JSON.stringify(push),
    });
    const shown = () =>
      page.evaluate(async () =>
        (await (await navigator.serviceWorker.ready).getNotifications()).map((one) => [one.title, one.body]),
      );
    // On some machines a browser without a screen shows nobody's notifications, whatever it was granted, and says so.
    const shows = await page.evaluate(() => Notification.permission === 'granted');
    if (!shows) console.warn('This browser shows no notifications here: that a push is shown was not looked at.');
    // The browser starts the worker for it, which takes a while on a busy machine.
    else await expect.poll(shown, { timeout: 20_000 }).toEqual([[push.title, push.body]]);

    await page
      .getByRole('listitem')
      .filter({ hasText: 'Chrome, Linux' })
      .getByRole('button', { name: 'やめる' })
      .click();
    await page.getByText('Chrome, Linux').waitFor({ state: 'detached' });
  });
});

describe('X6 islands of every page', () => {
  test('the menu of a phone opens and closes in place, by key as well', async () => {
    await use({ viewport: PHONE });
    await page.goto('/');
    const menu = page.locator('a.bar-item[href="#menu"]');
    await menu.click();
    expect(await menu.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('#menu').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await menu.getAttribute('aria-expanded')).toBe('false');
    expect(new URL(page.url()).hash).toBe('');
    await menu.press(' ');
    expect(await menu.getAttribute('aria-expanded')).toBe('true');
  });

  test('on a wide screen who holds offices finds the head in one row, the languages behind one word of it', async () => {
    await use({ viewport: { width: 1280, height: 800 } });
    await signInAs(page, '緒方 まさえ');
    for (const lang of ['ja', 'easy', 'en']) {
      await page.goto(`/?lang=${lang}`);
      const search = (await page.locator('.bar .site-search').boundingBox())!;
      const middles = await page
        .locator('.bar .logo, .bar-languages, .bar-inbox, .bar-who')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ top, height }) => top + height / 2));
      expect(middles).toHaveLength(4);
      for (const middle of middles) expect(Math.abs(middle - search.y - search.height / 2)).toBeLessThan(8);
      expect(await page.locator('.bar-switch').isVisible()).toBe(true);
    }
    const languages = page.locator('a.bar-item[href="#languages"]');
    expect(await page.locator('#languages').isVisible()).toBe(false);
    await languages.click();
    await page.locator('#languages').getByText('日本語', { exact: true }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
  });

  test('what is left to write is counted as the server counts it', async () => {
    await signInAs(page, 'ふみ');
    await page.goto('/account');
    const counter = page.locator('char-counter', { has: page.locator('textarea[name="about"]') });
    await counter.locator('textarea').fill(`${'あ'.repeat(590)}𠮷\n`);
    expect(await counter.locator('.field-count').textContent()).toContain('8');
    await counter.locator('textarea').fill('あ'.repeat(605));
    expect(await counter.locator('.field-count').getAttribute('class')).toContain('field-count-over');
    expect(await counter.locator('.field-count').textContent()).toContain('5');
  });

  test('F9.2 a choice can be read under the pointer that made it', async () => {
    await signInAs(page, 'あかね');
    await page.goto(`/debates/${await busiest()}`);
    const button = page.locator('.vote-button[aria-pressed="false"]').first();
    await button.click();
    const chosen = page.locator('.vote-button[aria-pressed="true"]:hover');
    await chosen.waitFor();
    const [letters, ground] = await chosen.evaluate((one) => {
      const { color, backgroundColor } = getComputedStyle(one);
      return [color, backgroundColor].map((text) => text.match(/\d+/g)!.map(Number)[0]!);
    });
    expect(Math.abs(letters! - ground!)).toBeGreaterThan(180);
  });

  test('a field keeps within a phone, whatever is pasted into it', async () => {
    await use({ viewport: PHONE });
    await signInAs(page, 'ふみ');
    await page.goto('/account');
    await page.locator('textarea[name="about"]').fill(`https://example.jp/${'a'.repeat(300)}${'ボ'.repeat(300)}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  });
});

describe('islands of what is drawn', () => {
  test('F9.3 the map of opinions comes closer, and a mark that is chosen tells its figures', async () => {
    const path = `/debates/${await busiest()}/map`;
    // The worker draws the maps one after the other once the town is there.
    await expect
      .poll(async () => (await fetch(url + path)).text(), { timeout: 60_000, interval: 500 })
      .toContain('map-picture');
    await page.goto(path);
    const picture = page.locator('svg.map-picture');
    const box = () => picture.getAttribute('viewBox');
    const whole = await box();
    await page.locator('[data-tool="closer"]').click();
    expect(await box()).not.toBe(whole);
    const mark = () =>
      page
        .locator('[data-mark]')
        .first()
        .evaluate((one) => one.getBoundingClientRect().width);
    const small = await mark();
    await page.locator('[data-tool="closer"]').click();
    // Closer up, marks stand farther apart and are no larger.
    expect(Math.abs((await mark()) - small)).toBeLessThan(0.5);
    await page.locator('[data-tool="whole"]').click();
    expect(await box()).toBe(whole);
    await page.locator('select[data-tool="choose"]').selectOption({ index: 1 });
    const chosen = page.locator('.map-chosen');
    expect((await chosen.innerText()).length).toBeGreaterThan(10);
    await page.locator('select[data-tool="choose"]').scrollIntoViewIfNeeded();
    expect(await chosen.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
  });

  test('F9.1 a place is chosen on the town’s map by pressing it, or by arrow keys', async () => {
    await signInAs(page, 'ふみ');
    await page.goto('/proposals/new');
    await page.locator('form[action="/proposal-drafts"] button').first().click();
    const stage = page.locator('map-point .map-stage');
    await stage.scrollIntoViewIfNeeded();
    await stage.click();
    const lat = page.locator(`#${await page.locator('map-point').getAttribute('data-lat')}`);
    const lng = page.locator(`#${await page.locator('map-point').getAttribute('data-lng')}`);
    const pressed = [Number(await lat.inputValue()), Number(await lng.inputValue())];
    expect(pressed.every((degrees) => degrees > 20)).toBe(true);
    await stage.press('ArrowUp');
    await stage.press('ArrowRight');
    expect(Number(await lat.inputValue())).toBeGreaterThan(pressed[0]!);
    expect(Number(await lng.inputValue())).toBeGreaterThan(pressed[1]!);
    await page.locator('map-point [data-do="clear"]').click();
    expect([await lat.inputValue(), await lng.inputValue()]).toEqual(['', '']);
  });

  test('F9.9 a lot is drawn again in the reader’s own browser', async () => {
    await page.goto('/panels');
    const hrefs = await page
      .locator('main a[href^="/panels/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
    const pages = await Promise.all(hrefs.map(async (href) => [href, await (await fetch(url + href)).text()] as const));
    await page.goto(pages.find(([, text]) => text.includes('<lot-check'))![0]);
    const lot = page.locator('lot-check');
    await lot.getByRole('button').click();
    await lot
      .getByRole('status')
      .getByText((await lot.getAttribute('data-done'))!)
      .waitFor();
  });
});

describe('F9.5 the editors’ workshop', () => {
  test('what is cited in place is counted beside the views as the next page counts it', async () => {
    await signInAs(page, 'ことね');
    await page.goto('/rounds');
    const { items } = (await (await fetch(`${url}/rounds.json`)).json()) as { items: { url: string }[] };
    const workshops: string[] = [];
    for (const round of items) {
      await page.goto(`${round.url}/statement`);
      const links = await page
        .locator('main a[href*="/statement/"]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')!.split('?')[0]!));
      const [part] = links.filter((href) => /\/statement\/[1-9A-HJ-NP-Za-km-z]{22}[^/]*$/.test(href));
      if (part && (await page.goto(`${part}/workshop?show=annexed`))?.status() === 200) workshops.push(part);
    }
    const [part] = workshops;
    await page.goto(`${part}/workshop?show=annexed`);
    await page.locator('button[name=released]').first().click();
    await page.goto(`${part}/workshop?show=uncovered`);
    const counts = () => page.locator('statement-panes .tabs:not(.panes-tabs) a').allInnerTexts();
    const before = await counts();
    await page.locator('[data-item] input').first().check();
    await page.locator('[data-into] button[name=to]').first().click();
    await expect.poll(counts).not.toEqual(before);
    const here = await counts();
    await page.reload();
    expect(await counts()).toEqual(here);
  });
});
