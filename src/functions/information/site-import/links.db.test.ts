import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFiles } from '#commons/files/index.ts';
import { defaultRules } from '#commons/hubs/index.ts';
import { run } from '#kernel/database/dialect.ts';
import { ref, shortId, uuidv7 } from '#kernel/ids.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { jobIn } from '../../registration/groups/groups-for-tests.ts';
import { foundWorkshop, type Workshop } from '../homepages/homepages-for-tests.ts';
import { postsOf, withdrawPage } from '../homepages/index.ts';
import { publishAll } from '../homepages/publish.ts';
import { askHost } from '../site-domains/ask-host-for-tests.ts';
import { bringImport, takeImportBack } from './acts.ts';
import { bringImportIn, lookThroughImport, takeImportOut } from './jobs.ts';
import { importById } from './queries.ts';

const HOST = 'mae.example';
let town: TestTown;
let site: TestSite;
let shop: Workshop;
let folder: string;

const item = (id: number, title: string, link: string, content: string, type = 'post') =>
  `<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">https://${HOST}/?p=${id}</guid><wp:post_id>${id}</wp:post_id>
   <wp:post_type>${type}</wp:post_type><wp:status>publish</wp:status><wp:post_date_gmt>2019-04-0${id} 00:00:00</wp:post_date_gmt>
   <content:encoded><![CDATA[${content}]]></content:encoded></item>`;
const wxr = (items: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c"><channel>
   <title>前の会</title><link>https://${HOST}</link><wp:base_blog_url>https://${HOST}</wp:base_blog_url>${items}</channel></rss>`;

const SPRING = item(
  3,
  '春の清掃',
  `https://${HOST}/2019/%e6%98%a5/`,
  `<p><a href="http://www.${HOST}/2019/aki/?utm_source=x#who">秋</a>、<a href="/?p=5">冬</a>、<a href="https://${HOST}/about">会</a>、
   <a href="https://yoso.example/2019/aki">よそ</a>、<a href="/up/kaisoku.pdf">会則</a></p>`,
);
const AUTUMN = item(
  4,
  '秋の清掃',
  `https://${HOST}/2019/aki/`,
  `<ul><li><a href="https://${HOST}/2019/春">春</a></li></ul>`,
);
const WINTER = item(5, '冬の集い', `https://${HOST}/2019/fuyu/`, `<p><a href="https://${HOST}/2019/aki">秋</a></p>`);
const ABOUT = item(6, '前の会とは', `https://${HOST}/about/`, '<p>会です。</p>', 'page');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minna-import-links-'));
  openFiles({ s3: null, clamd: null }, folder);
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'registration', 'information'] });
  site = await openSite(town);
  shop = await foundWorkshop(town, '川辺の会', 'kawabe');
  await town.perform(shop.toku, publishAll, { siteId: shop.siteId });
});
afterAll(async () => {
  await site.close();
  await town.close();
  rmSync(folder, { recursive: true, force: true });
});

const job = () => ({ ...jobIn(town), by: { actorId: shop.groupId, personId: shop.toku.person.id } });

async function looked(xml: string) {
  const id = uuidv7(town.now());
  await town.hubwise.write(town.hub.id, async (db) => {
    const at = [town.hub.id, id, shop.siteId, shop.toku.person.id, town.now()];
    await run(
      db,
      `insert into site_imports (hub_id, id, site_id, person_id, begun_at, state) values ($1, $2, $3, $4, $5, 'looking')`,
      at,
    );
    await run(db, 'insert into site_import_pieces (hub_id, import_id, n, bytes) values ($1, $2, 0, $3)', [
      town.hub.id,
      id,
      Buffer.from(xml),
    ]);
  });
  await lookThroughImport(job(), { id });
  return { id, sight: (await town.read((db) => importById(db, id))).sight };
}

async function brought(xml: string, publish = true) {
  const { id, sight } = await looked(xml);
  await town.perform(shop.toku, bringImport, { id, publish, pictures: false });
  await bringImportIn(job(), { id });
  return { id, sight };
}

const posts = async () =>
  (await town.read((db) => postsOf(db, shop.siteId, town.now(), { before: null, limit: 50 }))).posts;
const post = async (title: string) => (await posts()).find((one) => one.title === title)!;
const pathOf = async (title: string) => {
  const { id } = await post(title);
  return `/news/${ref(id, title)}`;
};
/** word → where it leads, on a piece of news as everybody reads it */
async function links(title: string): Promise<Record<string, string>> {
  const { body } = await site.get(`/sites/kawabe${encodeURI(await pathOf(title))}`);
  const found = body.matchAll(/<a href="([^"]+)" rel="ugc nofollow noopener">([^<]+)<\/a>/g);
  return Object.fromEntries([...found].map(([, href, text]) => [text!, decodeURI(href!)]));
}

describe('F1.3 links of an earlier homepage', () => {
  test('lead to what came with them, before or behind; what isn’t here yet and what is elsewhere stays as it was', async () => {
    const { id, sight } = await brought(wxr(SPRING + AUTUMN));
    expect(sight?.links).toEqual({ coming: 2, earlier: 0, left: 2, documents: 1 });
    const page = await site.get(`/site-imports/${shortId((await looked(wxr(SPRING + AUTUMN))).id)}`, shop.toku);
    expect(page.body).toContain('ページどうしのリンク2本は、新しいページにつながります。');
    expect(page.body).toContain('文書や音声（PDFなど）へのリンク1本は、前のサイトを指したままです。');
    expect(page.body).toContain('前のサイトへのリンク2本は');
    expect(await links('春の清掃')).toEqual({
      秋: `/sites/kawabe${await pathOf('秋の清掃')}#who`,
      会則: `https://${HOST}/up/kaisoku.pdf`,
      冬: `https://${HOST}/?p=5`,
      会: `https://${HOST}/about`,
      よそ: 'https://yoso.example/2019/aki',
    });
    expect(await links('秋の清掃')).toEqual({ 春: `/sites/kawabe${await pathOf('春の清掃')}` });
    expect(id).toBeTruthy();
  });

  test('a later import of the rest mends those that came before it, as soon as it is shown', async () => {
    const { sight } = await brought(wxr(WINTER));
    expect(sight?.links).toEqual({ coming: 0, earlier: 1, left: 0, documents: 0 });
    const about = await brought(wxr(ABOUT), false);
    expect(await links('春の清掃')).toMatchObject({
      冬: `/sites/kawabe${await pathOf('冬の集い')}`,
      会: `https://${HOST}/about`,
    });
    await town.perform(shop.toku, takeImportBack, { id: about.id });
    await takeImportOut(job(), { id: about.id });
    await brought(wxr(ABOUT));
    expect((await links('春の清掃')).会).toBe('/sites/kawabe/前の会とは');
  });

  test('the old addresses lead on at the group’s own host, and nowhere else', async () => {
    site.ownHosts.set(HOST, shop.siteId);
    const ask = async (path: string, more = {}) => {
      const { status, headers } = await askHost(site.origin, HOST, path, more);
      return [status, headers.location && decodeURI(String(headers.location))];
    };
    const winter = await pathOf('冬の集い');
    expect(await ask('/2019/fuyu/')).toEqual([301, winter]);
    expect(await ask('/2019/fuyu?fbclid=1')).toEqual([301, winter]);
    expect(await ask('/?p=5')).toEqual([301, winter]);
    expect(await ask('/2019/%E6%98%A5')).toEqual([301, await pathOf('春の清掃')]);
    expect(await ask('/about/')).toEqual([301, '/前の会とは']);
    expect(await ask('/?p=77')).toEqual([200, undefined]);
    expect(await ask('/2019/natsu/')).toEqual([404, undefined]);
    expect(await ask('/2019/fuyu/', { method: 'POST', fields: { body: 'x' } })).toEqual([404, undefined]);
    expect((await site.get('/sites/kawabe/2019/fuyu')).status).toBe(404);
    expect(site.faults).toEqual([]);
  });

  test('what is taken down or taken back leads nowhere any more', async () => {
    const winter = await post('冬の集い');
    await town.perform(shop.toku, withdrawPage, { id: winter.id });
    expect((await links('春の清掃')).冬).toBe(`https://${HOST}/?p=5`);
    expect((await askHost(site.origin, HOST, '/2019/fuyu')).status).toBe(404);
    const [elsewhere] = await town.hubwise.read(town.neighbour.id, (db) =>
      run<{ n: number }>(db, 'select count(*)::int as n from site_old_addresses', []),
    );
    expect(elsewhere).toEqual({ n: 0 });
  });
});
