/** F1.1, F1.4: on a phone without scripts somebody announces an event; a stranger finds it by a word in its text and registers by a letter; whoever waits is let in. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { signInAs } from '../support/running-town.ts';
import { main, openStory, press } from '../support/story.ts';

const TITLE = '夕やけ散歩';
const story = openStory();

const next = (page: Page) => press(page, '保存して次へ');
const said = (page: Page) => main(page).innerText();

/** F1.1 step by step; an event that ends before it begins is said at its field, and nothing typed is lost. */
async function announce(): Promise<{ host: Page; path: string }> {
  const { page } = await story.phone();
  await signInAs(page, 'とくさん');
  await page.goto('/events/new');
  await press(page, '書きはじめる');
  await page.fill('[name=title]', TITLE);
  await page.fill('[name=about]', '川べりの蒲の穂のあいだを歩きます。');
  await next(page);
  await page.fill('[name=date]', '2026-11-25');
  await page.fill('[name=from]', '16:00');
  await page.fill('[name=to]', '15:00');
  await next(page);
  expect(await page.locator('.error-summary').innerText()).toContain('おわりが、はじまりより前');
  expect(await page.inputValue('[name=from]')).toBe('16:00');
  await page.fill('[name=to]', '17:00');
  await next(page);
  await page.fill('[name=place]', '日向川 上の橋');
  await next(page);
  await next(page);
  await page.fill('[name=capacity]', '1');
  await next(page);
  await press(page, '公開する');
  expect(await page.locator('h1').innerText()).toBe(TITLE);
  return { host: page, path: new URL(page.url()).pathname };
}

/** F1.1, P4 found by a word inside its text; registered only once the letter is opened. Gives the page of the registration. */
async function registerAsGuest(path: string): Promise<{ guest: Page; ticket: string }> {
  const { page } = await story.phone();
  await page.goto('/events');
  await page.fill('main [name=q]', '蒲の穂');
  await press(page, 'しぼりこむ');
  await main(page).getByRole('link', { name: TITLE }).first().click();
  expect(new URL(page.url()).pathname).toBe(path);
  await page.locator('summary', { hasText: 'アカウントなしで' }).click();
  await page.fill('#guest-name', 'さとう');
  await page.fill('#guest-email', 'sato@guest.example');
  await press(page, '確認の手紙を送る');
  await page.goto('/dev/mail');
  await page.getByRole('link', { name: TITLE }).first().click();
  const ticket = /\/event-tickets\/\w+/.exec(await page.content())![0];
  await page.goto(ticket);
  await press(page, '申し込む');
  expect(await said(page)).toContain('参加がきまっています');
  return { guest: page, ticket };
}

/** F1.4 full: the next one waits, and is let in when the place becomes free. */
async function waitAndComeIn(path: string, guest: Page, ticket: string): Promise<Page> {
  const { page } = await story.phone();
  await signInAs(page, 'ゲンさん');
  await page.goto(path);
  await press(page, 'キャンセル待ちに入る');
  expect(await said(page)).toContain('キャンセル待ちです');
  await guest.goto(ticket);
  await press(guest, '申し込みを取り消す');
  expect(await said(guest)).toContain('取り消しました');
  await page.reload();
  expect(await said(page)).toContain('参加がきまっています');
  return page;
}

describe('F1.1 F1.4 an event', () => {
  test('is announced on a phone, found, registered for by a letter, and those who wait are let in', async () => {
    const { host, path } = await announce();
    const { guest, ticket } = await registerAsGuest(path);
    await waitAndComeIn(path, guest, ticket);
    await host.goto(`${path}/registrations`);
    expect(await said(host)).toContain('ゲンさん');
    expect(await said(host)).not.toContain('さとう');
    expect(await said(host)).toContain('参加 1人・キャンセル待ち 0人');
    const calendar = await (await fetch(`${story.url}/events.ics?q=${encodeURIComponent('蒲の穂')}`)).text();
    expect(calendar).toContain(`SUMMARY:${TITLE}`);
    expect(calendar).not.toContain('ゲンさん');
  });
});
