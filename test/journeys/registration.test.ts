/**
 * F7.1, F7.3, F7.4, F7.7, F1.2: a group leader registers a group on a phone; a stranger finds it, on the page and in the files, and asks; the group
 * answers, and reports on its year.
 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { signInAs } from '../support/running-town.ts';
import { main, openStory, press } from '../support/story.ts';

const NAME = '夕やけ読書会';
const PHONE_NUMBER = '029-000-1234';
const story = openStory();

const next = (page: Page) => press(page, '保存して次へ');

/** F7.1 declares the group step by step; what is missing is said where it belongs, and nothing typed is lost. */
async function register(): Promise<string> {
  const { page, context } = await story.phone();
  await signInAs(page, 'マルコス');
  await page.goto('/');
  await page.locator('footer').getByRole('link', { name: '登録団体' }).click();
  await main(page).getByRole('link', { name: '団体を登録する' }).first().click();
  await press(page, '書きはじめる');
  await page.fill('[name=name]', NAME);
  await page.selectOption('[name=kind]', 'voluntary');
  await next(page);
  await page.fill('[name=areas]', '本町');
  await main(page).getByLabel('社会教育').check();
  await next(page);
  await page.fill('[name=seeks]', '雨の日に集まれる部屋');
  await next(page);
  await page.fill('[name=phone]', PHONE_NUMBER);
  await page.fill('[name=email]', 'yuyake@group.example');
  await page.check('[name=emailPublic]');
  await press(page, '保存して確かめる');
  // Names and purpose are still missing: these two steps don't count as written.
  expect(await page.locator('.steps .step-done').count()).toBe(2);
  await press(page, '登録を公開する');
  expect(await page.locator('.error-summary').innerText()).toContain('目的');
  expect(await page.inputValue('[name=name]')).toBe(NAME);
  await page.fill('[name=reading]', 'ゆうやけどくしょかい');
  await next(page);
  expect(await page.inputValue('[name=areas]')).toBe('本町');
  await page.fill('[name=purpose]', '夕方に集まって、同じ本を声に出して読みます。');
  await next(page);
  await next(page);
  await press(page, '保存して確かめる');
  await press(page, '登録を公開する');
  expect(await page.locator('h1').innerText()).toContain(NAME);
  const path = new URL(page.url()).pathname;
  expect(path).toMatch(/^\/groups\//);
  await context.close();
  return path;
}

/** F7.3 somebody without an account finds it by a word of its purpose, and reads what the group made public. */
async function find(path: string): Promise<void> {
  const { page, context } = await story.phone();
  await page.goto('/groups');
  await page.fill('main [name=q]', '声に出して');
  await page.locator('main form').first().locator('button[type=submit]').first().click();
  await main(page).getByRole('link', { name: NAME }).first().click();
  expect(decodeURI(new URL(page.url()).pathname)).toBe(decodeURI(path));
  const text = await main(page).innerText();
  expect(text).toContain('代表者未確認');
  expect(text).toContain('雨の日に集まれる部屋');
  expect(text).toContain('yuyake@group.example');
  expect(text).not.toContain(PHONE_NUMBER);
  await context.close();
}

/** F1.2 a program finds it in the whole file, which says by its mark that it has changed. */
async function read(before: string): Promise<void> {
  const file = await fetch(`${story.url}/data/groups.csv`, { headers: { 'if-none-match': before } });
  expect(file.status).toBe(200);
  const table = await file.text();
  expect(table).toContain(NAME);
  expect(table).not.toContain(PHONE_NUMBER);
  const etag = file.headers.get('etag')!;
  const catalogue = await (await fetch(`${story.url}/data/catalogue.ttl`)).text();
  expect(catalogue).toContain(`${story.url}/data/groups.csv`);
  expect(etag).not.toBe(before);
}

/** F7.4 somebody asks in public, and whoever speaks for the group answers. */
async function ask(path: string): Promise<void> {
  const asking = await story.phone();
  await signInAs(asking.page, 'とくさん');
  await asking.page.goto(`${path}/questions`);
  await asking.page.fill('[name=body]', '字の小さい本でも大丈夫ですか。');
  await main(asking.page).locator('form:has([name=body]) button[type=submit]').last().click();
  expect(await main(asking.page).innerText()).toContain('字の小さい本でも');
  await asking.context.close();

  const answering = await story.phone();
  await signInAs(answering.page, 'マルコス');
  await answering.page.goto('/acting-as');
  await answering.page.locator('.option', { hasText: NAME }).locator('input').check();
  await answering.page.locator('main form button[type=submit]').click();
  await answering.page.goto(`${path}/questions`);
  await answering.page.fill('[name=answer]', '大きな字の本も一冊用意しています。');
  await main(answering.page).locator('form:has([name=answer]) button[type=submit]').last().click();
  await answering.context.close();

  const reading = await story.phone();
  await reading.page.goto(`${path}/questions`);
  const text = await main(reading.page).innerText();
  expect(text).toContain('字の小さい本でも');
  expect(text).toContain('大きな字の本も');
  await reading.context.close();
}

/** F7.7 the leader reports on the year; a sum that doesn't agree is said, and nothing typed is lost; everybody reads it, and finds its page. */
async function report(path: string): Promise<void> {
  const { page, context } = await story.phone();
  await signInAs(page, 'マルコス');
  await page.goto(path);
  await page.getByRole('link', { name: '報告', exact: true }).click();
  await main(page).getByRole('link', { name: '年度の報告を書く' }).click();
  await page.fill('[name=done]', '雨の日も晴れの日も、月に二度、声に出して読みました。');
  await page.fill('[name=people]', '９６');
  await page.fill('[name=brought]', '0');
  await page.fill('[name="income.0.label"]', '会費');
  await page.fill('[name="income.0.amount"]', '12,000');
  await press(page, '行をふやす');
  await page.fill('[name="expense.7.label"]', '部屋の使用料');
  await page.fill('[name="expense.7.amount"]', '8,500');
  await page.fill('[name=carried]', '4,500');
  await page.selectOption('[name=reach]', 'public');
  await page.fill('[name=carried]', '5,400');
  await press(page, '報告を出す');
  expect(await page.locator('.error-summary').innerText()).toContain('3500円');
  expect(await page.inputValue('[name="expense.0.label"]')).toBe('部屋の使用料');
  await page.fill('[name=carried]', '3,500');
  await press(page, '報告を出す');
  expect(await main(page).innerText()).toContain('のべ96人が参加');
  await context.close();

  const reading = await story.phone();
  await reading.page.goto('/group-reports');
  await main(reading.page).getByRole('link', { name: NAME }).first().click();
  expect(await main(reading.page).innerText()).toContain('次へ 3,500円');
  await reading.context.close();
}

describe('F7.1 F7.3 F7.4 F7.7 F1.2 a new group', () => {
  test('registers, is found by strangers and programs, is asked and answers, and reports on its year', async () => {
    const before = (await fetch(`${story.url}/data/groups.csv`)).headers.get('etag')!;
    const path = await register();
    await find(path);
    await read(before);
    await ask(path);
    await report(path);
  });
});
