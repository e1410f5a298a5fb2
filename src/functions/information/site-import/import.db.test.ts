import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { openFiles } from '#commons/files/index.ts';
import { defaultRules } from '#commons/hubs/index.ts';
import { randomId, shortId } from '#kernel/ids.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { jobIn } from '../../registration/groups/groups-for-tests.ts';
import { foundWorkshop, type Workshop } from '../homepages/homepages-for-tests.ts';
import { addBlock, postsOf, shownPage, siteById } from '../homepages/index.ts';
import { bringImport, describePictures, takeImportBack } from './acts.ts';
import { openPictureFetching } from './fetch-pictures.ts';
import { bringImportIn, lookThroughImport, takeImportOut } from './jobs.ts';
import { leftBehind, nameFor } from './packed.ts';
import { importById, openPictures } from './queries.ts';

let town: TestTown;
let site: TestSite;
let shop: Workshop;
let folder: string;
let png: Buffer;
const asked: string[] = [];

const UP = 'https://mae.example/wp-content/uploads/2019/04';
const item = (id: number, type: string, title: string, content: string, more = '') =>
  `<item><title>${title}</title><wp:post_id>${id}</wp:post_id><wp:post_type>${type}</wp:post_type><wp:status>publish</wp:status>
   <wp:post_date_gmt>2019-04-0${(id % 8) + 1} 00:00:00</wp:post_date_gmt><content:encoded><![CDATA[${content}]]></content:encoded>${more}</item>`;
const WXR = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c" xmlns:excerpt="e"><channel>
  <title>前の川辺の会</title><link>https://mae.example</link><wp:wxr_version>1.2</wp:wxr_version>
  ${item(1, 'page', 'わたしたち', '<p>川を<b>守る</b>会です。<a href="javascript:alert(1)">悪い</a></p><script>x</script>')}
  ${item(2, 'page', '歴史', '<p>2009年から。</p>', '<wp:post_parent>1</wp:post_parent>')}
  ${item(3, 'post', '春の清掃', `<p>集まりました。</p><img src="${UP}/a.png" alt="土手に集まった人"><p>次は秋です。</p><img src="${UP}/b-300x200.png">`)}
  ${item(4, 'post', '秋の清掃', `<p>また。</p><img src="${UP}/gone.png" alt="秋の川"><table><tr><th>日</th><th>人</th></tr><tr><td>1日</td><td>8人</td></tr></table>`)}
  ${item(5, 'post', '下書き', '<p>秘密</p>').replace('publish', 'draft')}
</channel></rss>`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minna-import-'));
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'registration', 'information'] });
  site = await openSite(town);
  openFiles({ s3: null, clamd: null }, folder);
  const { default: sharp } = await import('sharp');
  png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#197a4b' } })
    .png()
    .toBuffer();
  openPictureFetching(async (address) => {
    asked.push(address);
    if (address.includes('gone')) return { failure: 'refused' };
    if (address.includes('inside')) return { failure: 'private-address' };
    return { bytes: address.includes('b-300') ? png.subarray(0, 50) : png, type: 'image/png', failure: null };
  });
  shop = await foundWorkshop(town, '川辺の会', 'kawabe');
});
afterAll(async () => {
  openPictureFetching();
  await site.close();
  await town.close();
  rmSync(folder, { recursive: true, force: true });
});

const job = () => ({ ...jobIn(town), by: { actorId: shop.groupId, personId: shop.toku.person.id } });
const row = (id: string) => town.read((db) => importById(db, id));

/** Sends a file as the page does, and lets the worker look. */
async function sent(body: Buffer | string, by = shop.toku, siteId = shop.siteId): Promise<string> {
  const id = randomId();
  const form = new FormData();
  form.set('once', randomId());
  form.set('file', new Blob([new Uint8Array(Buffer.from(body))]), 'mae.xml');
  const reply = await site.fetch(
    `/site-editing/${shortId(siteId)}/arrivals/${shortId(id)}`,
    { method: 'POST', body: form },
    by,
  );
  if (reply.status !== 303) throw new Error(`${reply.status} ${await reply.text()}`);
  await lookThroughImport(job(), { id });
  return id;
}

const ended = async (body: Buffer | string) => {
  const { state, problem } = await row(await sent(body));
  return `${state} ${problem?.code}`;
};

const zipOf = (files: Record<string, Buffer | string>): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const zip = new ZipFile();
    for (const [name, body] of Object.entries(files)) zip.addBuffer(Buffer.from(body), name);
    zip.end();
    const pieces: Buffer[] = [];
    zip.outputStream.on('data', (piece: Buffer) => pieces.push(piece));
    zip.outputStream.on('end', () => resolve(Buffer.concat(pieces)));
    zip.outputStream.on('error', reject);
  });

const shownSite = async () => (await town.read((db) => siteById(db, shop.siteId, town.now())))!;
const posts = async () =>
  (await town.read((db) => postsOf(db, shop.siteId, town.now(), { before: null, limit: 50 }))).posts;

describe('F1.3 an earlier homepage is brought in', () => {
  let id: string;

  test('first it is only read: what would come and what would not is said', async () => {
    id = await sent(WXR);
    const { state, sight } = await row(id);
    expect(state).toBe('looked');
    expect(sight).toMatchObject({
      format: 'wordpress',
      title: '前の川辺の会',
      pages: 2,
      posts: 2,
      pictures: 3,
      withoutAlt: 1,
      leftOut: { draft: 1 },
    });
    expect(sight?.dropped).toEqual({ a: 1, script: 1 });
    const page = await site.get(`/site-imports/${shortId(id)}`, shop.toku);
    expect([page.status, await markupMistakes(page.body)]).toEqual([200, []]);
    expect(page.body).toContain('春の清掃');
    expect(await posts()).toEqual([]);
  });

  test('is the editors’ alone, and goes step by step', async () => {
    const start = { id, publish: true, pictures: true };
    expect(await town.refusal(shop.other, bringImport, start)).toBe('not-of-the-group');
    expect(await town.refusal(shop.ken, bringImport, start)).toBe('not-of-the-group');
    expect(await town.refusal(shop.toku, bringImport, start, { hub: town.neighbour })).toBe('not-found');
    expect((await site.get(`/site-imports/${shortId(id)}`, shop.other)).status).toBe(403);
    expect((await site.get(`/site-imports/${shortId(id)}`)).status).toBe(303);
    expect(await town.refusal(shop.toku, describePictures, { id, labels: { 1: 'x' } })).toBe('not-done');
  });

  test('comes whole, published with its own days; a picture that fails is listed and nothing else is lost', async () => {
    const start = { id, publish: true, pictures: true };
    const both = await Promise.all([
      town.refusal(shop.toku, bringImport, start),
      town.refusal(shop.toku, bringImport, start),
    ]);
    expect(both.sort()).toEqual(['done', 'not-looked']);
    await bringImportIn(job(), { id });
    await bringImportIn(job(), { id });
    const { state, counts } = await row(id);
    expect([state, counts]).toEqual(['done', { pages: 2, posts: 2, pictures: 1, waiting: 0, failed: 2 }]);
    const news = await posts();
    expect(news.map(({ title, first_at: at }) => [title, at.toISOString()])).toEqual([
      ['秋の清掃', '2019-04-05T00:00:00.000Z'],
      ['春の清掃', '2019-04-04T00:00:00.000Z'],
    ]);
    const spring = await town.read((db) => shownPage(db, shop.siteId, { id: news[1]!.id }, town.now()));
    expect(spring!.blocks.map(({ kind, files }) => [kind, files.map(({ label }) => label)])).toEqual([
      ['text', []],
      ['picture', ['土手に集まった人']],
      ['text', []],
    ]);
    const open = await town.read((db) => openPictures(db, id));
    expect(open.map(({ failure }) => failure).sort()).toEqual(['not-a-picture', 'unreachable']);
    const { menu } = await shownSite();
    const about = menu.find(({ title }) => title === 'わたしたち')!;
    expect(menu.find(({ title }) => title === '歴史')!.parent_id).toBe(about.id);
    const shown = await site.get(`/sites/kawabe/${encodeURIComponent(about.slug)}`);
    expect([shown.status, await markupMistakes(shown.body)]).toEqual([200, []]);
    expect(shown.body).toContain('<strong>守る</strong>');
    expect(shown.body).not.toContain('javascript:');
    const told = await town.rows(`select 1 from events where verb = 'homepages.post-published'`);
    expect(told).toEqual([]);
    expect(site.faults).toEqual([]);
  });

  test('is taken back, but for what somebody has changed since', async () => {
    const news = await posts();
    await town.perform(shop.toku, addBlock, { pageId: news[0]!.id, kind: 'text', fields: { text: '書き足し' } });
    expect(await town.refusal(shop.other, takeImportBack, { id })).toBe('not-of-the-group');
    await town.perform(shop.toku, takeImportBack, { id });
    await takeImportOut(job(), { id });
    const { state, counts } = await row(id);
    expect([state, counts?.removed, counts?.kept]).toEqual(['undone', 3, 1]);
    expect((await posts()).map(({ title }) => title)).toEqual(['秋の清掃']);
    expect((await shownSite()).menu.some(({ title }) => title === '歴史')).toBe(false);
    expect(await town.refusal(shop.toku, takeImportBack, { id })).toBe('not-done');
  });

  test('pictures out of a zip, without a network; those without words wait for them on one page', async () => {
    asked.length = 0;
    const zip = await zipOf({
      'mae.xml': WXR,
      'wp-content/uploads/2019/04/a.png': png,
      'wp-content/uploads/2019/04/b.png': png,
      'wp-content/uploads/2019/04/gone.png': png,
    });
    const again = await sent(zip);
    expect((await row(again)).sight).toMatchObject({ packed: 3 });
    await town.perform(shop.toku, bringImport, { id: again, publish: true, pictures: true });
    await bringImportIn(job(), { id: again });
    expect(asked).toEqual([]);
    expect((await row(again)).counts).toMatchObject({ pictures: 2, waiting: 1, failed: 0 });
    const [waiting] = await town.read((db) => openPictures(db, again));
    const at = `/site-imports/${shortId(again)}/pictures`;
    const page = await site.get(at, shop.hana);
    expect([page.status, await markupMistakes(page.body)]).toEqual([200, []]);
    expect((await site.post(at, { once: randomId(), [`label-${waiting!.n}`]: '' }, shop.hana)).status).toBe(422);
    expect((await site.post(at, { once: randomId(), [`label-${waiting!.n}`]: '草を刈る人' }, shop.hana)).status).toBe(
      303,
    );
    const spring = (await posts()).find(({ title }) => title === '春の清掃')!;
    const shown = await town.read((db) => shownPage(db, shop.siteId, { id: spring.id }, town.now()));
    expect(shown!.blocks.map(({ kind, files }) => [kind, files[0]?.label])).toEqual([
      ['text', undefined],
      ['picture', '土手に集まった人'],
      ['text', undefined],
      ['picture', '草を刈る人'],
    ]);
    expect(await town.read((db) => openPictures(db, again))).toEqual([]);
    expect(await leftBehind()).toEqual([]);
    expect(site.faults).toEqual([]);
  });

  test('as drafts, when nobody wants it shown at once', async () => {
    const before = (await posts()).length;
    const draft = await sent(WXR.replaceAll('清掃', '散歩'));
    await town.perform(shop.toku, bringImport, { id: draft, publish: false, pictures: false });
    await bringImportIn(job(), { id: draft });
    expect((await posts()).length).toBe(before);
    expect((await row(draft)).counts).toMatchObject({ pages: 2, posts: 2, pictures: 0, failed: 0 });
  });

  test('a bomb, a torn file, a page, a zip of something else, too many articles: a sentence, and nothing comes', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>`;
    expect(await ended(laughs)).toBe('refused entities');
    expect(await ended(WXR.slice(0, 900))).toBe('refused cut-off');
    expect(await ended('<html><p>hello</p></html>')).toBe('refused no-feed');
    expect(await ended(await zipOf({ 'a.txt': 'x' }))).toBe('refused no-xml');
    expect(await ended(await zipOf({ 'mae.xml': Buffer.alloc(25 * 1024 * 1024) }))).toBe('refused zip-too-large');
    expect(await ended(Buffer.from('PK\x03\x04 not a zip at all'))).toBe('refused bad-zip');
    expect(await ended('<rss><channel><title>x</title></channel></rss>')).toBe('refused nothing-comes');
    const pages = Array.from({ length: 70 }, (_, n) => item(100 + n, 'page', `頁${n}`, '<p>x</p>')).join('');
    const many = await sent(WXR.replace('</channel>', `${pages}</channel>`));
    const menu = (await shownSite()).menu.length;
    await town.perform(shop.toku, bringImport, { id: many, publish: true, pictures: false });
    await bringImportIn(job(), { id: many });
    expect(await row(many)).toMatchObject({ state: 'refused', problem: { refusal: 'too-many-pages' } });
    expect((await shownSite()).menu.length).toBe(menu);
    const page = await site.get(`/site-imports/${shortId(many)}`, shop.toku);
    expect([page.status, await markupMistakes(page.body)]).toEqual([200, []]);
    expect(page.body).toContain('何も取り込まれていません');
    expect(await leftBehind()).toEqual([]);
    expect(site.faults).toEqual([]);
  });
});

describe('F1.3 pictures in a zip', () => {
  test('are found by the end of their address, smaller copies by the whole', () => {
    const names = ['export/wp-content/uploads/2019/04/s.jpg', 'export/wp-content/uploads/2020/s.jpg'];
    expect(nameFor('https://a.example/wp-content/uploads/2020/s-300x200.jpg', names)).toBe(names[1]);
    expect(nameFor('https://a.example/wp-content/uploads/2019/04/s.jpg?x=1', names)).toBe(names[0]);
    expect(nameFor('https://a.example/other.jpg', names)).toBe(null);
    expect(nameFor('https://cdn.example/f/20251101-640x480.jpg', ['わたしの写真/20251101.jpg'])).toBe(
      'わたしの写真/20251101.jpg',
    );
    expect(nameFor('https://cdn.example/f/s.jpg', names)).toBe(null);
  });
});
