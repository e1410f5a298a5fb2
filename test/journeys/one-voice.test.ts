/**
 * F9.1–F9.8 One voice goes the whole way: from a proposal written on a phone without JavaScript to the line in the budget, through
 * every stage of a round, each step by the person concerned, while the calendar moves on and the town is started anew each time.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run as journal } from '#cli/journal.ts';
import { addDays } from '#kernel/dates.ts';
import { launchBrowser } from '../support/browser.ts';
import { DESKTOP, PHONE, type RunningTown, signInAs, townData, visitor } from '../support/running-town.ts';

const DAY_ONE = '2026-11-22';
const TITLE = '夜の通学路に、足もとの明かりを';
const OPINION = '明かりは人が通るときだけつけば、虫や田んぼへの影響も少ないです。';
const data = townData();
let browser: Browser;
let town: RunningTown;

beforeAll(async () => {
  [town, browser] = await Promise.all([data.start(DAY_ONE), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await data.discard();
});

async function onDay(day: number): Promise<void> {
  town = await data.start(addDays(DAY_ONE, day));
}

/** Somebody with a phone of 360 px and no JavaScript. */
const phone = () => visitor(browser, town.url, { viewport: PHONE, javaScript: false });
const desk = () => visitor(browser, town.url, { viewport: DESKTOP });

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole('button', { name }).first().click();
}

async function follow(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole('link', { name }).first().click();
}

let proposal = '';
let round = '';

async function actFor(page: Page, organisation: string): Promise<void> {
  await page.goto('/acting-as');
  await page.locator('.option', { hasText: organisation }).locator('input').check();
  await page.locator('main form button[type=submit]').click();
}

/** F9.1 a resident signs up on a phone, confirms by the letter, writes a proposal and publishes it. */
async function propose(): Promise<void> {
  const { page, context } = await phone();
  await page.goto('/sign-up');
  await page.fill('[name=name]', 'ゆうこ');
  await page.fill('[name=email]', 'yuko@hinata.example');
  await page.fill('[name=password]', 'yoru-no-akari-2026');
  await page.locator('main form[action="/sign-up"] button[type=submit]').click();
  await page.goto('/dev/mail');
  await page.getByRole('main').getByRole('link').first().click();
  const letter = await page.getByRole('main').innerText();
  await page.goto(/http:\/\/\S+\/email-confirmation\?\S+/.exec(letter)![0]);
  await press(page, /確認/);
  await page.goto('/proposals/new');
  await press(page, '書きはじめる');
  await page.fill('[name=title]', TITLE);
  await press(page, '下書きを保存する');
  expect(await page.inputValue('[name=title]')).toBe(TITLE);
  await press(page, '見た目を確かめる');
  // Looking at it says what is still missing, and leads back to that field.
  await page.getByRole('main').getByRole('link', { name: '課題' }).click();
  expect(await page.inputValue('[name=title]')).toBe(TITLE);
  await page.fill(
    '[name=problem]',
    '田んぼの中の通学路は、冬の夕方5時には足もとが見えません。去年は自転車が2回、水路に落ちました。',
  );
  await page.fill('[name=proposal]', '水路ぞいの400メートルに、ひざの高さの太陽光の明かりを20本置きます。');
  await press(page, '見た目を確かめる');
  await press(page, '提案を公開する');
  expect(await page.locator('h1').innerText()).toContain('足もとの明かり');
  expect(page.url()).toContain('done=published');
  proposal = new URL(page.url()).pathname;
  round = (await page.locator('.breadcrumb a[href^="/rounds/"]').getAttribute('href'))!;
  expect(await page.getByText('意見は').first().isVisible()).toBe(true);
  await context.close();
}

/** F9.2 in the debate others answer with opinions and votes, an organisation with its position. */
async function debate(): Promise<void> {
  await onDay(75);
  const first = await phone();
  await signInAs(first.page, 'とくさん');
  await first.page.goto(proposal);
  await follow(first.page, '意見を書く');
  await first.page.fill('[name=body]', '');
  await first.page.locator('main form.form button[type=submit]').last().click();
  expect(await first.page.locator('.error-summary').isVisible()).toBe(true);
  await first.page.fill('[name=body]', OPINION);
  await first.page.locator('main form.form button[type=submit]').last().click();
  expect(await first.page.getByRole('main').innerText()).toContain(OPINION);
  await first.context.close();

  const second = await desk();
  await signInAs(second.page, 'ふみ');
  await second.page.goto(proposal);
  const voice = second.page.locator('article.voice', { hasText: OPINION });
  // The button shows the choice at once; it is kept when the town has said so.
  const kept = second.page.waitForResponse((response) => response.url().endsWith('/vote'));
  await voice.getByRole('button', { name: '賛成', exact: true }).click();
  await voice.locator('button[value=agree][aria-pressed=true]').waitFor();
  expect((await kept).status()).toBe(200);
  await second.page.reload();
  expect(await voice.locator('button[value=agree]').getAttribute('aria-pressed')).toBe('true');
  await voice.locator('button[value=disagree]').click();
  await voice.locator('button[value=disagree][aria-pressed=true]').waitFor();
  await voice.locator('button.vote-back').click();
  await voice.locator('button[value=disagree][aria-pressed=false]').waitFor();
  await voice.locator('button[value=agree]').click();
  await voice.locator('button[value=agree][aria-pressed=true]').waitFor();
  await second.page.goto(`${proposal.replace('/proposals/', '/debates/')}/opinions/new?kind=question`);
  await second.page.fill('[name=body]', '雪の日も光りますか。');
  await second.page.locator('main form.form button[type=submit]').last().click();
  expect(await second.page.getByRole('main').innerText()).toContain('雪の日も光りますか');
  await second.context.close();
}

/** F9.5 a volunteer raises a hand and writes the statement; nothing may stay uncovered. */
async function write(): Promise<void> {
  await onDay(100);
  const volunteer = await phone();
  await signInAs(volunteer.page, 'ふみ');
  await volunteer.page.goto(`${round}/statement/hand`);
  await volunteer.page.fill('[name=why]', 'みんなの声を落とさずにまとめたいです。');
  await press(volunteer.page, /手をあげる/);
  await volunteer.context.close();

  await onDay(140);
  const { page, context } = await phone();
  await signInAs(page, 'ふみ');
  await page.goto(`${round}/statement`);
  const debates = await page
    .locator(`main a[href^="${round}/statement/"]`)
    .evaluateAll((links) =>
      links
        .map((link) => link.getAttribute('href')!)
        .filter((href) => /\/statement\/[1-9A-HJ-NP-Za-km-z]{22}[^/?]*$/.test(href)),
    );
  expect(new Set(debates).size).toBeGreaterThanOrEqual(6);
  const id = proposal.slice('/proposals/'.length, '/proposals/'.length + 22);
  for (const debate of new Set(debates)) {
    await page.goto(`${debate}/workshop`);
    // What a point cites has its place there, and is not annexed as well.
    const open = page.locator('.option').filter({ hasNotText: OPINION }).locator('input[type=checkbox][name=opinion]');
    if (debate.includes(id)) {
      await page.locator('.option', { hasText: OPINION }).locator('input').check();
      await page.selectOption('[name=section]', 'proposals');
      await page.fill(
        '[name=body]',
        '明かりは人が通るときだけつくものにし、田畑への影響を小さくするよう求める意見があった。',
      );
      await press(page, '項目を作る');
      await page.goto(`${debate}/workshop`);
    }
    if ((await open.count()) === 0) continue;
    for (const box of await open.all()) await box.check();
    await page.fill('[name=reason]', '提案者への質問で、答えがすでにあるため。');
    await press(page, '資料編にのせる');
  }
  await context.close();
}

/** F9.5 who was misrepresented objects, and the statement cannot be published until it is settled. */
async function check(): Promise<void> {
  await onDay(180);
  const { page, context } = await phone();
  await signInAs(page, 'とくさん');
  await page.goto(`${round}/statement/mine`);
  await follow(page, /異議|ちがう/);
  await page.fill('[name=body]', '「求める」とまでは言っていません。「そういう明かりもある」と言いました。');
  await page.locator('main form.form button[type=submit]').last().click();
  expect(await page.getByRole('main').innerText()).toContain('そういう明かりもある');
  await context.close();

  await onDay(192);
  const editor = await desk();
  await signInAs(editor.page, 'ふみ');
  await editor.page.goto(`${round}/document/publication`);
  await press(editor.page, '公表する');
  expect(await editor.page.getByRole('main').innerText()).toContain('異議');
  await editor.page.goto(`${round}/statement`);
  const objection = await editor.page.locator('main a[href^="/objections/"]').first().getAttribute('href');
  await editor.page.goto(objection!);
  await editor.page.fill(
    '[name=reply]',
    'ご指摘のとおりです。そのような明かりを勧める意見として受けとめ、この返信を意見書とともに公表します。',
  );
  await editor.page.locator('button[name=resolution][value=replied]').click();
  await editor.context.close();
}

/** F9.6 the document is published with its number and hash, and submitted to the city. */
async function publish(): Promise<void> {
  const { page, context } = await desk();
  await signInAs(page, 'ふみ');
  await page.goto(`${round}/document/publication`);
  await press(page, /公表する/);
  await page.goto(`${round}/document`);
  const cover = await page.getByRole('main').innerText();
  const printed = /[0-9a-f]{64}/.exec(cover.replace(/\s/g, ''))![0];
  const bytes = await (await page.request.get(`${round}/document.json`)).body();
  const { createHash } = await import('node:crypto');
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(printed);
  expect(bytes.toString()).toContain(OPINION);
  await page.goto(`${round}/document/submission`);
  await page.selectOption('[name=receivedBy]', { label: '協働推進課' });
  await page.locator('main form.form button[type=submit]').last().click();
  await page.goto(`${round}/document`);
  expect(await page.getByRole('main').innerText()).toContain('協働推進課');
  await context.close();
}

/** F9.7 F9.8 the city answers with its reason, and follows it to the budget. */
async function answer(): Promise<void> {
  await onDay(210);
  const { page, context } = await desk();
  await signInAs(page, '山根 智');
  await actFor(page, '協働推進課');
  await page.goto(`${proposal}/answers/new`);
  await page.check('[name=kind][value=adopted]');
  await page.fill('[name=decidedOn]', addDays(DAY_ONE, 209));
  await page.fill('[name=reason]', '');
  await page.locator('main form.form button.button-main').last().click();
  expect(await page.locator('.error-summary').isVisible()).toBe(true);
  expect(await page.isChecked('[name=kind][value=adopted]')).toBe(true);
  await page.fill('[name=reason]', '通学路の安全は急ぐべきと考えます。20本のうち12本を来年度に置きます。');
  await page.locator('main form.form button.button-main').last().click();
  expect(await page.getByRole('main').innerText()).toContain('12本を来年度');
  const answer = new URL(page.url()).pathname;
  await onDay(330);
  const later = await desk();
  await signInAs(later.page, '山根 智');
  await actFor(later.page, '協働推進課');
  for (const [step, day, note] of [
    ['requested', 320, '来年度の予算に要求しました。'],
    ['voted', 329, '3月議会で議決されました。'],
  ] as const) {
    await later.page.goto(`${answer}/steps/new`);
    await later.page.check(`[name=step][value=${step}]`);
    await later.page.fill('[name=happenedOn]', addDays(DAY_ONE, day));
    await later.page.fill('[name=note]', note);
    await later.page.fill('[name=document]', '令和9年度当初予算書');
    await later.page.fill('[name=page]', '112');
    await later.page.fill('[name=budgetLine]', '款8 土木費 項2 道路橋りょう費 目3');
    await later.page.fill('[name=amountYen]', '3,600,000');
    await later.page.locator('main form.form button[type=submit]').last().click();
    expect(await later.page.locator('.error-summary').allInnerTexts()).toEqual([]);
  }
  await later.context.close();
  await context.close();
}

/** F9.8 one page shows the whole trail, from the first word to the line in the budget. */
async function trace(): Promise<void> {
  const { page, context } = await phone();
  await page.goto(`${proposal}/trail`);
  const trail = await page.getByRole('main').innerText();
  for (const word of ['公開', OPINION.slice(0, 12), '意見書', '協働推進課', '採択', '議決', '款8 土木費'])
    expect(trail).toContain(word);
  await context.close();
}

/** P6 anybody can verify the journal from outside, and a proof in the browser. */
async function verify(): Promise<void> {
  expect(await journal(['verify', `${town.url}/journal`])).toBe(0);
  const { page, context } = await desk();
  await page.goto(proposal);
  await page.getByRole('link', { name: '記録の証明' }).click();
  await page.getByRole('button', { name: 'この端末で確かめる' }).click();
  await page.getByText('すべて合っています').waitFor();
  await context.close();
}

describe('F9.1 F9.2 F9.4 F9.5 F9.6 F9.7 F9.8 one voice', () => {
  test('goes the whole way, from a phone without JavaScript to the line in the budget', {
    timeout: 400_000,
  }, async () => {
    await propose();
    await debate();
    await write();
    await check();
    await publish();
    await answer();
    await trace();
    await verify();
  });
});
