/** F1.3: a stranger writes to a group from its homepage; its representative reads that, brings the former homepage in with its pictures, takes it out again, and carries everything off. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import yazl from 'yazl';
import { signInAs } from '../support/running-town.ts';
import { main, openStory, press as pressButton } from '../support/story.ts';

const SITE = '/sites/kawabe';
const PICTURE = join(import.meta.dirname, '..', '..', 'src', 'db', 'demo', 'attachments', 'site-tea.webp');
const ADDRESS = 'https://mae.example/wp-content/uploads/2019/04/ocha.webp';
const story = openStory();

const press = (page: Page, name: string) => pressButton(page, name, true);

async function editor(): Promise<{ page: Page; workshop: string; close: () => Promise<void> }> {
  const { page, context } = await story.phone();
  await signInAs(page, '橋の人');
  await page.goto(SITE);
  await page.locator('a[href^="/site-editing/"]').first().click();
  return { page, workshop: new URL(page.url()).pathname, close: () => context.close() };
}

/** What the worker does shows on the page, which renews itself. */
async function shown(what: Locator): Promise<void> {
  await what.first().waitFor({ timeout: 60_000 });
}

function item(type: 'page' | 'post', id: number, title: string, content: string): string {
  return `<item><title>${title}</title><wp:post_id>${id}</wp:post_id><wp:post_type>${type}</wp:post_type><wp:status>publish</wp:status><wp:post_date_gmt>2019-04-0${id} 00:00:00</wp:post_date_gmt><content:encoded><![CDATA[${content}]]></content:encoded></item>`;
}

/** An export with its uploads, as the form asks for it when the former site is closed. */
async function formerSite(): Promise<Buffer> {
  const items = [
    item('page', 1, '会の歩み', `<p>2003年から。</p><img src="${ADDRESS}" alt="お茶を飲む人たち">`),
    item('post', 2, '春の清掃', `<p>24人が来ました。</p><img src="${ADDRESS}" alt="">`),
  ];
  const xml = `<?xml version="1.0"?><rss version="2.0" xmlns:wp="w" xmlns:content="c"><channel><title>前の会</title><link>https://mae.example</link><wp:wxr_version>1.2</wp:wxr_version>${items.join('')}</channel></rss>`;
  const zip = new yazl.ZipFile();
  zip.addBuffer(Buffer.from(xml), 'mae.wordpress.xml');
  zip.addBuffer(readFileSync(PICTURE), 'wp-content/uploads/2019/04/ocha.webp');
  zip.end();
  return buffer(zip.outputStream);
}

describe('F1.3 a homepage and the world outside', { timeout: 120_000 }, () => {
  test('a stranger writes without a script, is asked a sum for being quick, and the group reads it', async () => {
    const { page, context } = await story.phone();
    await page.goto(`${SITE}/contact`);
    await page.fill('[name=name]', '通りすがり');
    await page.fill('[name=email]', 'toorisugari@mail.example');
    await page.fill('[name=body]', 'https://a.example https://b.example https://c.example 来月の草刈りは何日ですか。');
    await press(page, '送る');
    expect(await page.inputValue('[name=body]')).toContain('来月の草刈り');
    const [first, second] = (await page.locator('label[for=f-answer]').innerText()).match(/\d+/g)!;
    await page.fill('[name=answer]', String(Number(first) + Number(second)));
    await press(page, '送る');
    expect(await page.locator('h1').innerText()).toBe('送りました');
    await context.close();

    const { page: own, workshop, close } = await editor();
    await own.goto(`${workshop}/messages`);
    expect(await main(own).innerText()).toContain('来月の草刈りは何日ですか。');
    await close();
  });

  test('a former homepage comes in with its pictures, stands there, goes again; everything can be carried off', async () => {
    const { page, workshop, close } = await editor();
    const stranger = await story.phone();
    await page.goto(`${workshop}/arrivals`);
    await page.setInputFiles('input[type=file]', {
      name: 'mae.zip',
      mimeType: 'application/zip',
      buffer: await formerSite(),
    });
    await press(page, '送って試す');
    await shown(main(page).getByText('固定ページ1、お知らせ1が入ります。'));
    await main(page).getByLabel('すぐに公開する').check();
    await press(page, '取り込む');
    await shown(main(page).getByText('固定ページ1、お知らせ1、写真1枚が入りました。'));
    const arrival = page.url();
    await main(page).getByRole('link', { name: '写真に説明を書く' }).click();
    await page.fill('[name^=label-]', '机をかこむ人たち');
    await press(page, '説明を書いた写真を入れる');

    await stranger.page.goto(`${SITE}/news`);
    await main(stranger.page).getByRole('link', { name: '春の清掃' }).first().click();
    expect(await main(stranger.page).innerText()).toContain('2019年');
    expect(await main(stranger.page).getByAltText('机をかこむ人たち').count()).toBe(1);

    await page.goto(`${workshop}/archive`);
    const [archive] = await Promise.all([
      page.waitForEvent('download'),
      main(page).locator('a[href$="/archive.zip"]').click(),
    ]);
    const bytes = await buffer(await archive.createReadStream());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.includes('index.html')).toBe(true);

    await page.goto(arrival);
    await press(page, '元にもどす');
    await shown(main(page).getByText('2件を消しました。'));
    await stranger.page.goto(`${SITE}/news`);
    expect(await main(stranger.page).getByText('春の清掃').count()).toBe(0);
    await stranger.context.close();
    await close();
  });
});
