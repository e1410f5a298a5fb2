/** F1.3: a group leader who has never seen it makes a homepage of three pages with a picture on a phone, without a script; a stranger reads it. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { signInAs } from '../support/running-town.ts';
import { main, openStory, press as pressButton } from '../support/story.ts';

const GROUP = '居場所の部屋 となり';
const PICTURE = join(import.meta.dirname, '..', '..', 'src', 'db', 'demo', 'attachments', 'site-tea.webp');
const SAYS = '木曜の午後、だれでも来てよい部屋をひらいています。';
const story = openStory();

const press = (page: Page, name: string) => pressButton(page, name, true);
const open = (page: Page, name: string) => main(page).getByRole('link', { name, exact: true }).first().click();

/** Three pages are there; one of them is given words and a picture, whose words are asked for. */
async function make(): Promise<void> {
  const { page, context } = await story.phone();
  await signInAs(page, 'ふたごの父');
  await page.goto('/groups?q=となり');
  await open(page, GROUP);
  await main(page).getByRole('link', { name: 'ホームページ', exact: true }).click();
  await page.fill('[name=key]', 'hinata');
  await press(page, '3ページから始める');
  await open(page, '活動');
  await open(page, '2を直す');
  await page.fill('[name=text]', `${SAYS}\n\n・お茶\n・将棋`);
  await press(page, '保存する');
  await open(page, '写真');
  await page.setInputFiles('[name=file]', PICTURE);
  await press(page, '保存する');
  expect(await page.locator('.error-summary').innerText()).toContain('何が写っているか');
  await page.fill('[name=label]', 'お茶を飲む4人の絵');
  await press(page, '保存する');
  await open(page, 'できあがりを見る');
  expect(await main(page).innerText()).toContain(SAYS);
  expect(await main(page).getByAltText('お茶を飲む4人の絵').count()).toBe(1);
  await open(page, 'ページの編集にもどる');
  await open(page, 'ホームページの編集にもどる');
  await press(page, 'できているページを公開する');
  await page.fill('#posts-title', '冬のあいだの時間');
  await press(page, 'お知らせを書く');
  await open(page, '文章');
  await page.fill('[name=text]', '12月から2月までは、4時に閉めます。');
  await press(page, '保存する');
  await open(page, '公開へ進む');
  await press(page, '公開する');
  expect(new URL(page.url()).searchParams.get('done')).toBe('published');
  await context.close();
}

/** Somebody without an account finds it from its group, and the way back. */
async function read(): Promise<void> {
  const { page, context } = await story.desk();
  await page.goto('/groups?q=となり');
  await open(page, GROUP);
  await open(page, GROUP);
  expect(new URL(page.url()).pathname).toBe('/sites/hinata');
  expect(await page.locator('h1').innerText()).toBe(GROUP);
  await page.getByRole('navigation', { name: 'メニュー' }).getByRole('link', { name: '活動' }).click();
  expect(await main(page).innerText()).toContain(SAYS);
  await page.goto('/sites/hinata/news');
  await open(page, '冬のあいだの時間');
  expect(await main(page).innerText()).toContain('4時に閉めます');
  await page.getByRole('link', { name: '団体の登録を見る' }).click();
  expect(await page.locator('h1').innerText()).toContain(GROUP);
  await context.close();
}

describe('F1.3 a homepage, from the first press to a stranger', { timeout: 120_000 }, () => {
  test('made on a phone without a script, read by a stranger', async () => {
    await make();
    await read();
  });
});
