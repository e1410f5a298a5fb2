/** F1.1, P8: a town dweller offers a place on a phone; somebody who keeps a search for it is shown it as new, asks; the letter is answered. */
import { describe, expect, test } from 'vitest';
import { signInAs } from '../support/running-town.ts';
import { main, openStory, press } from '../support/story.ts';

const TITLE = '物置の二階を染めものの作業に';
const story = openStory();

/** Saves a search; gives where it is. */
async function keepSearch(): Promise<string> {
  const { page, context } = await story.phone();
  await signInAs(page, 'つむぎ');
  await page.goto('/saved-searches/new?of=activities&q=染めもの');
  expect(await page.inputValue('[name=name]')).toContain('染めもの');
  await main(page).getByLabel('すぐに').check();
  await press(page, '保存する');
  expect(await page.locator('h1').innerText()).toContain('染めもの');
  expect(await main(page).innerText()).toContain('まだ新しいものは見つかっていません。');
  const { pathname } = new URL(page.url());
  await context.close();
  return pathname;
}

async function offerPlace(): Promise<string> {
  const { page, context } = await story.phone();
  await signInAs(page, 'さとばあば');
  await page.goto('/entries/new');
  await main(page).getByLabel('場所を貸せます').check();
  await press(page, '書きはじめる');
  await page.fill('[name=title]', TITLE);
  await press(page, '保存して次へ');
  await main(page).getByLabel('南地区', { exact: true }).check();
  await page.fill('[name=fee]', '０円');
  await press(page, '保存して次へ');
  await main(page).getByRole('link', { name: '次へ進む' }).click();
  await press(page, '公開する');
  expect(await page.locator('.error-summary').innerText()).toContain('内容');
  expect(await page.inputValue('[name=title]')).toBe(TITLE);
  await page.fill('[name=body]', '水道のある物置です。日あたりがよいので、布がよくかわきます。');
  await press(page, '保存して次へ');
  expect(await page.inputValue('[name=fee]')).toBe('０円');
  await press(page, '保存して次へ');
  await main(page).getByRole('link', { name: '次へ進む' }).click();
  await press(page, '公開する');
  expect(await page.locator('h1').innerText()).toBe(TITLE);
  expect(await main(page).innerText()).toContain('無料');
  const path = new URL(page.url()).pathname;
  await context.close();
  return path;
}

describe('F1.1 offering a place', () => {
  test('is found by a saved search, asked about and answered, without JavaScript', async () => {
    const search = await keepSearch();
    const path = await offerPlace();
    const { page: asker } = await story.phone();
    await signInAs(asker, 'つむぎ');
    // The worker indexes and compares; the letter leaves a minute later, see saved-searches.db.test.ts.
    await expect
      .poll(
        async () => {
          await asker.goto(search);
          return main(asker).getByRole('link', { name: TITLE }).count();
        },
        { timeout: 90_000, interval: 1000 },
      )
      .toBe(1);
    await asker.goto('/entries?kind=place&district=南地区');
    await main(asker).getByRole('link', { name: TITLE }).click();
    expect(decodeURI(asker.url())).toContain(decodeURI(path));
    await asker.fill('[name=body]', '来月の土曜に、三人で使えますか。');
    await press(asker, '手紙を送る');
    const { page: poster } = await story.phone();
    await signInAs(poster, 'さとばあば');
    await poster.goto('/entry-letters');
    await main(poster).getByRole('link', { name: TITLE }).click();
    await poster.fill('[name=body]', 'どうぞ。かぎは縁側で渡します。');
    await press(poster, '送る');
    await asker.goto('/entry-letters');
    expect(await main(asker).innerText()).toContain('かぎは縁側で渡します。');
    await poster.goto(path);
    await press(poster, '掲示を終える');
    expect(await main(poster).innerText()).toContain('この掲示は終わりました。');
  });
});
