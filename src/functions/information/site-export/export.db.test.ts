import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import yauzl from 'yauzl';
import { keepFile, openFiles } from '#commons/files/index.ts';
import { defaultRules } from '#commons/hubs/index.ts';
import { shortId } from '#kernel/ids.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { foundWorkshop, type Workshop } from '../homepages/homepages-for-tests.ts';
import { addBlock, createPost, publishPage } from '../homepages/index.ts';
import { publishAll } from '../homepages/publish.ts';

let town: TestTown;
let site: TestSite;
let shop: Workshop;
let folder: string;
const files = new Map<string, Buffer>();

async function unpacked(zip: Buffer): Promise<void> {
  const archive = await yauzl.fromBufferPromise(zip, { lazyEntries: true });
  for await (const entry of archive.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await archive.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    files.set(entry.fileName, Buffer.concat(pieces));
  }
  for (const [name, body] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), body);
  }
}

async function picture(): Promise<string> {
  const { default: sharp } = await import('sharp');
  const path = join(folder, 'source.png');
  await sharp({ create: { width: 500, height: 300, channels: 3, background: '#197a4b' } })
    .png()
    .toFile(path);
  const by = { hubwise: town.hubwise, hubId: town.hub.id, personId: shop.toku.person.id, now: town.now() };
  return (await keepFile(by, path, '土手.png')).id;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minna-export-'));
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'registration', 'information'] });
  site = await openSite(town);
  openFiles({ s3: null, clamd: null }, join(folder, 'store'));
  shop = await foundWorkshop(town, '川辺の会', 'kawabe');
  const [first] = shop.pageIds;
  const text = `[活動](/sites/kawabe/about) [まち](/groups) [外](https://map.example/)`;
  await town.perform(shop.toku, addBlock, { pageId: first, kind: 'text', fields: { text } });
  await town.perform(shop.toku, addBlock, {
    pageId: first,
    kind: 'picture',
    fields: { caption: '春' },
    fileId: await picture(),
    label: '草を刈った土手',
  });
  await town.perform(shop.toku, addBlock, { pageId: first, kind: 'news', fields: { title: 'お知らせ' } });
  await town.perform(shop.toku, publishAll, { siteId: shop.siteId });
  for (const title of ['秋の清掃', '冬の集まり']) {
    const blocks = [{ kind: 'text', text: `${title}をします。` }];
    const { id } = await town.perform(shop.toku, createPost, { siteId: shop.siteId, title, blocks });
    await town.perform(shop.toku, publishPage, { id });
  }
  await town.perform(shop.toku, createPost, {
    siteId: shop.siteId,
    title: '下書き',
    blocks: [{ kind: 'text', text: '秘密' }],
  });
  const reply = await site.fetch(`/site-editing/${shortId(shop.siteId)}/archive.zip`, {}, shop.toku);
  await unpacked(Buffer.from(await reply.arrayBuffer()));
});
afterAll(async () => {
  await site.close();
  await town.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('F1.3 a homepage is taken along as files', () => {
  test('everything published, every page sound, nothing of drafts', async () => {
    const pages = [...files].filter(([name]) => name.endsWith('.html'));
    expect(pages.map(([name]) => name)).toEqual(expect.arrayContaining(['index.html', 'news.html']));
    expect(pages.length).toBe(3 + 1 + 2);
    for (const [name, body] of pages) expect([name, await markupMistakes(body.toString())]).toEqual([name, []]);
    expect(files.get('news.atom')!.toString()).toContain('秋の清掃');
    expect([...files.values()].some((body) => body.includes('秘密') || body.includes('下書き'))).toBe(false);
    expect([...files.keys()].filter((name) => name.startsWith('files/')).length).toBeGreaterThan(0);
    expect([...files].filter(([, body]) => body.length === 0)).toEqual([]);
    expect(site.faults).toEqual([]);
  });

  test('every link of a page leads to a file beside it, or whole addresses elsewhere', () => {
    for (const [name, body] of files) {
      if (!name.endsWith('.html')) continue;
      for (const [, address] of body.toString().matchAll(/ (?:href|src)="([^"]*)"/g)) {
        if (/^(https?:|mailto:|tel:|#)/.test(address!)) continue;
        const target = decodeURIComponent(address!.replace(/^\.\//, '').replace(/[#?].*$/, ''));
        expect([name, address, files.has(target)]).toEqual([name, address, true]);
      }
    }
  });

  test('opens from a disk, without a network, with its pictures and colours', async () => {
    const browser = await launchBrowser();
    try {
      const context = await browser.newContext({ offline: true, javaScriptEnabled: false });
      const page = await context.newPage();
      const failed: string[] = [];
      page.on('requestfailed', (request) => failed.push(request.url()));
      await page.goto(pathToFileURL(join(folder, 'index.html')).href);
      expect(await page.title()).toBe('川辺の会');
      await page.getByRole('link', { name: '冬の集まり' }).first().click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('冬の集まり');
      await page.getByRole('link', { name: '川辺の会', exact: true }).first().click();
      expect(await page.getByRole('img', { name: '草を刈った土手' }).isVisible()).toBe(true);
      expect(failed).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  test('is given to the editors of the group alone', async () => {
    const at = `/site-editing/${shortId(shop.siteId)}/archive`;
    expect((await site.get(`${at}.zip`, shop.other)).status).toBe(403);
    expect((await site.get(`${at}.zip`)).status).toBe(303);
    const page = await site.get(at, shop.toku);
    expect([page.status, await markupMistakes(page.body)]).toEqual([200, []]);
  });
});
