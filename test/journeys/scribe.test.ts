/** F9.2: an evening in a hall whose network goes away: what the scribe types is there in order, once, whatever happens to the line. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { PHONE, signInAs, type TownData, townData, visitor } from '../support/running-town.ts';

let data: TownData;
let browser: Browser;
let url: string;
let meeting: string;

beforeAll(async () => {
  data = townData();
  [{ url }, browser] = await Promise.all([data.start('2026-11-22'), launchBrowser()]);
  const { items } = (await (await fetch(`${url}/meetings.json?when=past`)).json()) as { items: { url: string }[] };
  // The one held yesterday: its scribe may still enter what was said.
  meeting = new URL(items[0]!.url).pathname;
});
afterAll(async () => {
  await browser?.close();
  await data?.discard();
});

interface Said {
  body: string;
  kind: string;
  hands: { agree: number; disagree: number; pass: number } | null;
}

async function said(): Promise<Said[]> {
  const { items } = (await (await fetch(`${url + meeting}/sayings.json`)).json()) as { items: Said[] };
  return items;
}

async function screenOf(options: Parameters<typeof visitor>[2] = {}): Promise<{ page: Page; context: BrowserContext }> {
  const one = await visitor(browser, url, options);
  await signInAs(one.page, 'ことね');
  await one.page.goto(`${meeting}/scribe`);
  return one;
}

const type = async (page: Page, text: string) => {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};
const waiting = (page: Page) =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith('scribe '))
      .flatMap(([, kept]) => JSON.parse(kept) as unknown[]),
  );

describe('F9.2 the scribe’s screen', () => {
  test('one Enter puts in what is said; keys choose the proposal, the kind, and count hands', async () => {
    const { page, context } = await screenOf();
    await page.keyboard.press('Alt+2');
    await type(page, '水飲み場を木かげに移してほしい。');
    await page.getByText('入りました：水飲み場を木かげに移してほしい。').waitFor();
    await page.keyboard.press('Alt+h');
    await page.keyboard.type('21');
    await page.keyboard.press('Tab');
    await page.keyboard.type('４');
    await page.keyboard.press('Enter');
    await page.getByText('挙手を記録しました').waitFor();
    await page.keyboard.press('Alt+q');
    await type(page, '工事は何日かかりますか。');
    await page.getByText('入りました：工事は何日かかりますか。').waitFor();
    // After a question the hands are those of the opinion before it, and what comes next is an opinion again.
    await page.keyboard.press('Alt+h');
    await page.keyboard.type('22');
    await page.keyboard.press('Enter');
    await page.getByText('挙手を記録しました').waitFor();
    expect(await page.locator('input[name=kind]:checked').getAttribute('value')).toBe('opinion');
    expect((await said()).slice(-2)).toMatchObject([
      { body: '水飲み場を木かげに移してほしい。', kind: 'opinion', hands: { agree: 22, disagree: 4, pass: 0 } },
      { body: '工事は何日かかりますか。', kind: 'question', hands: null },
    ]);
    await context.close();
  });

  test('without the network nothing is lost, nothing is there twice, the order is kept, also over a reload', async () => {
    const { page, context } = await screenOf();
    const before = (await said()).length;
    await context.setOffline(true);
    await type(page, '網の外で、一つめ。');
    await type(page, '網の外で、二つめ。');
    await page.keyboard.press('Alt+h');
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await type(page, '網の外で、三つめ。');
    await page.getByText('4件 送信待ち').waitFor();
    expect(await said()).toHaveLength(before);
    expect(await waiting(page)).toHaveLength(4);
    // Pages can't be fetched now; the browser keeps what waits, and another page of it sends everything on return.
    await page.close();
    await context.setOffline(false);
    const later = await context.newPage();
    // The first answer gets lost on its way: the server has it, the browser sends it again.
    let lost = false;
    await later.route('**/sayings', async (route) => {
      if (lost) return route.continue();
      lost = true;
      await route.fetch();
      return route.abort('connectionreset');
    });
    await later.goto(`${meeting}/scribe`);
    await later.getByText('すべて送りました').waitFor();
    expect(await waiting(later)).toEqual([]);
    expect((await said()).slice(before)).toMatchObject([
      { body: '網の外で、一つめ。', hands: null },
      { body: '網の外で、二つめ。', hands: { agree: 9, disagree: 0, pass: 0 } },
      { body: '網の外で、三つめ。', hands: null },
    ]);
    await context.close();
  });

  test('what is refused stands beside the form with its reason, and is put right there', async () => {
    const { page, context } = await screenOf();
    await page.keyboard.press('Alt+p');
    await page.keyboard.type('だれもいない人');
    await page.keyboard.press('Escape');
    await type(page, 'バス停にも屋根を。');
    await page.getByText('「だれもいない人」という名前の人・団体は見つかりません').waitFor();
    await page.getByRole('button', { name: '直して送る' }).click();
    await page.getByLabel('話した人').fill('');
    await page.locator('#f-body').focus();
    await page.keyboard.press('Enter');
    await page.getByText('入りました：バス停にも屋根を。').waitFor();
    expect((await said()).filter(({ body }) => body === 'バス停にも屋根を。')).toHaveLength(1);
    expect(await waiting(page)).toEqual([]);
    await context.close();
  });

  test('without JavaScript the same form works, on a phone, too', async () => {
    const { page, context } = await screenOf({ viewport: PHONE, javaScript: false });
    await page.locator('#f-body').fill('紙でも配ってほしい。');
    await page.getByRole('button', { name: '入れる', exact: true }).click();
    await page.getByText('記録しました').first().waitFor();
    expect((await said()).at(-1)).toMatchObject({ body: '紙でも配ってほしい。' });
    await context.close();
  });
});
