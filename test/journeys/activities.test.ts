/** F1.1, X7: somebody new to the town looks for what there is: by words and conditions on a phone without scripts, then on the map of the operator's tiles. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run as rebuildSearch } from '#cli/search.ts';
import { launchBrowser } from '../support/browser.ts';
import { PHONE, type RunningTown, townData, visitor } from '../support/running-town.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const data = townData();
let asked: string[] = [];
let tiles: Server;
let browser: Browser;
let town: RunningTown;

beforeAll(async () => {
  tiles = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'image/png' }).end(PIXEL);
  });
  await new Promise<void>((resolve) => tiles.listen(0, '127.0.0.1', resolve));
  const { port } = tiles.address() as AddressInfo;
  process.env.MINNA_TILES = `http://127.0.0.1:${port}/{z}/{x}/{y}.png 見本の地図`;
  [town, browser] = await Promise.all([data.start('2026-11-22'), launchBrowser()]);
  // Beside the worker, which would bring the index up to the town's story bit by bit.
  expect(await rebuildSearch(['rebuild', '--data', data.folder])).toBe(0);
});
afterAll(async () => {
  delete process.env.MINNA_TILES;
  await browser?.close();
  await data.discard();
  tiles.close();
});

const main = (page: Page) => page.getByRole('main');
const titles = (page: Page) => main(page).locator('.list-title').allInnerTexts();

describe('F1.1 the database of civic activity', () => {
  test('is found from the front page, narrowed, and subscribed to, on a phone without scripts', async () => {
    const { page, context } = await visitor(browser, town.url, { viewport: PHONE, javaScript: false });
    await page.goto('/');
    await main(page).getByRole('link', { name: 'すべての市民活動' }).click();
    await page.selectOption('[name=field]', '7');
    await main(page).getByRole('button', { name: 'さがす' }).click();
    const green = await titles(page);
    expect(green.length).toBeGreaterThan(3);
    await page.fill('main [name=q]', '川');
    await main(page).getByRole('button', { name: 'さがす' }).click();
    const both = await titles(page);
    expect(both.length).toBeGreaterThan(0);
    expect(both.length).toBeLessThan(green.length);
    expect(await main(page).locator('mark').first().innerText()).toBe('川');
    const same = `?${new URLSearchParams({ q: '川', field: '7' })}`;
    for (const view of ['地図', 'カレンダー', '時間の順']) {
      await main(page).getByRole('link', { name: view, exact: true }).first().click();
      expect(new URL(page.url()).search).toBe(same);
    }
    const feed = await main(page).getByRole('link', { name: '新着を購読（Atom）' }).first().getAttribute('href');
    const atom = await context.request.get(town.url + feed);
    expect((await atom.text()).match(/<entry>/g)).toHaveLength(both.length);
    await context.close();
  });

  test('lies on the map: drawn and as a list without scripts, on the tiles named by the operator with them', async () => {
    const drawn = await visitor(browser, town.url, { viewport: PHONE, javaScript: false });
    await drawn.page.goto('/activities/map');
    expect(await drawn.page.locator('svg.outline-map a').count()).toBeGreaterThan(0);
    const near = await titles(drawn.page);
    expect(near.length).toBeGreaterThan(0);
    await drawn.context.close();

    const { page, context } = await visitor(browser, town.url, { viewport: { width: 1280, height: 900 } });
    const elsewhere: string[] = [];
    const origins = new Set([town.url, new URL(process.env.MINNA_TILES!.replace(/[{}]/g, '').split(' ')[0]!).origin]);
    page.on('request', (request) => {
      if (!origins.has(new URL(request.url()).origin) && !request.url().startsWith('data:'))
        elsewhere.push(request.url());
    });
    asked = [];
    await page.goto('/activities/map');
    await page.waitForSelector('place-map[data-ready]');
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    expect(asked[0]).toMatch(/^\/\d+\/\d+\/\d+\.png$/);
    expect(elsewhere).toEqual([]);
    expect(await page.locator('.leaflet-control-attribution').innerText()).toBe('見本の地図');
    const mark = page.locator('.place-map-sign').first();
    await mark.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.place-map-sign, .leaflet-popup a').count()).toBeGreaterThan(0);
    await page.goto('/activities');
    expect(await page.locator('link[href*="place-map"], script[src*="place-map"]').count()).toBe(0);
    await context.close();
  });
});
