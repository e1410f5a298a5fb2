/** F1.4: a group raises its hand for a slot on a phone; on the day somebody without an account asks from a seat, the presenter answers, and whoever looks on sees it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { PHONE, type RunningTown, signInAs, townData, visitor } from '../support/running-town.ts';

const data = townData();
let browser: Browser;
let town: RunningTown;

beforeAll(async () => {
  [town, browser] = await Promise.all([data.start('2026-11-22'), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await data.discard();
});

const phone = (javaScript = false) => visitor(browser, town.url, { viewport: PHONE, javaScript });
const main = (page: Page) => page.getByRole('main');
const press = (page: Page, name: string) => main(page).getByRole('button', { name }).first().click();

async function goToShowcase(page: Page, name: string): Promise<void> {
  await page.goto('/showcases');
  await main(page).getByRole('link', { name }).click();
}

describe('F1.4 a stage in a browser', () => {
  test('a hand is raised on a phone without JavaScript, and stands in the programme', async () => {
    const { page, context } = await phone();
    await signInAs(page, 'あかね');
    await goToShowcase(page, 'まちの活動 15分発表会');
    await main(page).getByRole('link', { name: 'この枠に手をあげる 15:05' }).click();
    await page.fill('[name=about]', '写真と地図で話します。');
    await press(page, '手をあげる');
    expect(await page.locator('.error-summary').innerText()).toContain('何を見せますか');
    expect(await page.inputValue('[name=about]')).toBe('写真と地図で話します。');
    await page.fill('[name=title]', '赤ちゃんと出かける地図');
    await press(page, '手をあげる');
    expect(await main(page).innerText()).toContain('「赤ちゃんと出かける地図」を変える');
    await context.close();
  });

  test('an organiser announces step by step on a phone; what was kept is there after leaving, and the list finds it', async () => {
    const { page, context } = await phone();
    await signInAs(page, '緒方 まさえ');
    await page.goto('/acting-as');
    await page.locator('.option', { hasText: '市民活動センター' }).first().locator('input').check();
    await page.locator('main form button[type=submit]').click();
    await page.goto('/showcases/new');
    await press(page, '書きはじめる');
    await page.selectOption('[name=kind]', 'exhibition');
    await page.fill('[name=title]', '川の写真展');
    await page.fill('[name=about]', '川で撮った写真を並べます。');
    await press(page, '残して次へ');
    await page.goto('/showcases/new');
    await main(page).getByRole('link', { name: '川の写真展' }).click();
    expect(await page.inputValue('[name=about]')).toBe('川で撮った写真を並べます。');
    await press(page, '残して次へ');
    const days = { date: '2026-12-12', from: '10:00', to: '16:00', place: '公民館', otherDistrict: '川べり' };
    for (const [name, value] of Object.entries(days)) await page.fill(`[name=${name}]`, value);
    await press(page, '残して次へ');
    await page.fill('[name=callUntil]', '2026-12-05');
    await page.selectOption('[name=rule]', 'first');
    await press(page, '残して次へ');
    await press(page, '残して次へ');
    await press(page, 'ひらく');
    await page.goto('/showcases?q=川の写真&district=川べり&day=2026-12-12');
    await main(page).getByRole('link', { name: '川の写真展' }).click();
    await page.goto(`${page.url().split('?')[0]}/live`);
    expect(await main(page).innerText()).toContain('発表する団体はまだ決まっていません');
    await context.close();
  });

  test('from a seat one asks; the presenter answers; the page of whoever looks on renews itself', async () => {
    const presenter = await phone();
    await signInAs(presenter.page, '橋の人');
    await goToShowcase(presenter.page, 'ひなた活動展');
    await main(presenter.page).getByRole('link', { name: '発表する人の画面' }).click();
    const [, code] = /会場の番号 (\d{6})/.exec(await main(presenter.page).innerText())!;

    const onlooker = await phone(true);
    await goToShowcase(onlooker.page, 'ひなた活動展');
    await main(onlooker.page).getByRole('link', { name: '会場の声' }).first().click();

    const guest = await phone();
    await guest.page.goto(onlooker.page.url());
    await guest.page.fill('[name=code]', '12');
    await press(guest.page, '入る');
    expect(await main(guest.page).innerText()).toContain('会場の番号が違います');
    await guest.page.fill('[name=code]', code!);
    await press(guest.page, '入る');
    await press(guest.page, '応援する');
    expect(await main(guest.page).innerText()).toContain('応援しました');
    await guest.page.fill('[name=body]', '冬も草を刈りますか。');
    await press(guest.page, '送る');

    await main(onlooker.page).getByText('冬も草を刈りますか。').waitFor();
    await presenter.page.reload();
    const question = main(presenter.page).locator('li', { hasText: '冬も草を刈りますか。' });
    await question.getByRole('textbox').fill('12月に一度だけ刈ります。');
    await question.getByRole('button', { name: '答えた' }).click();
    await main(onlooker.page).getByText('12月に一度だけ刈ります。').waitFor();
    for (const { context } of [presenter, onlooker, guest]) await context.close();
  });
});
