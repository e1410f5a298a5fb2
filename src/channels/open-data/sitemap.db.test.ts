import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TOWN_FUNCTIONS } from '#commons/hubs/index.ts';
import { run } from '#kernel/database/dialect.ts';
import { randomId, shortId } from '#kernel/ids.ts';
import { roundOfOne } from '#test/support/published-round.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { allDatasets } from './registry.ts';
import { cutParts, pagesOf, partsOf, withPages } from './sitemap-parts.ts';

let town: TestTown;
let site: TestSite;
beforeAll(async () => {
  town = await openTestTown();
  await roundOfOne(town);
  for (const name of ['駅前書店', '北町クリニック', '市民農園', 'パンの店']) await town.organisation('business', name);
  const open = TOWN_FUNCTIONS.map(({ key }) => key);
  site = await openSite({ ...town, hub: { ...town.hub, rules: { ...(town.hub.rules as object), open } } });
});
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

const locsOf = (body: string) => [...body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => loc!);

describe('F1.2 the sitemap', () => {
  test('is named by robots.txt and leads to parts, whose pages are all there', async () => {
    const { body: robots } = await site.get('/robots.txt');
    const [, start] = /^Sitemap: (\S+)$/m.exec(robots)!;
    const { body: index, type } = await site.get(new URL(start!).pathname);
    expect(type).toBe('application/xml; charset=utf-8');
    const parts = locsOf(index).map((loc) => new URL(loc).pathname);
    expect(parts).toEqual(
      expect.arrayContaining(['/sitemaps/places.xml', '/sitemaps/proposals.xml', '/sitemaps/actors.xml']),
    );
    const pages = new Set<string>();
    for (const path of parts) {
      const part = await site.get(path);
      expect([path, part.status]).toEqual([path, 200]);
      for (const loc of locsOf(part.body)) pages.add(new URL(loc).pathname);
    }
    expect(pages.size).toBeGreaterThan(20);
    // It needs its key, and has tests of its own.
    expect(pages.delete('/journal')).toBe(true);
    for (const path of pages) {
      const response = await site.fetch(path);
      await response.arrayBuffer();
      expect([decodeURI(path), response.status]).toEqual([decodeURI(path), 200]);
    }
  });

  test('names organisations, and no person', async () => {
    const { body } = await site.get('/sitemaps/actors.xml');
    expect(decodeURI(body)).toContain('交通政策課');
    expect(decodeURI(body)).not.toContain('とくさん');
  });

  test('has no part that would be empty, or that nobody made', async () => {
    for (const path of [
      '/sitemaps/plans.xml',
      '/sitemaps/opinions.xml',
      '/sitemaps/proposals_x.xml',
      '/sitemaps/places_1.xml',
    ])
      expect([path, (await site.get(path)).status]).toEqual([path, 404]);
  });

  const organisations = () => withPages(allDatasets()).find(({ name }) => name === 'actors')!;
  const cuts = () => town.rows<{ after: string }>('select after from sitemap_parts order by after');
  const cut = (most: number) =>
    town.hubwise.write(town.hub.id, (db) => cutParts(db, town.hub.id, organisations(), most));

  /** Of each part, from the oldest on. */
  function held(): Promise<string[][]> {
    return town.read(async (db) => {
      const parts = await partsOf(db, [organisations()]);
      const pages = await Promise.all(parts.map(({ after }) => pagesOf(db, organisations(), after)));
      return pages.map((part) => part.map(({ path }) => path));
    });
  }

  test('is cut into parts that together hold each page once, whatever their length', async () => {
    const all = (await held()).flat();
    expect(all.length).toBeGreaterThan(2);
    for (const most of [1, 2, all.length - 1, all.length, all.length + 1]) {
      await town.hubwise.write(town.hub.id, (db) => run(db, 'delete from sitemap_parts'));
      await cut(most);
      const parts = await held();
      expect(parts.map(({ length }) => length)).toEqual(
        Array.from({ length: Math.ceil(all.length / most) }, (_, at) => Math.min(most, all.length - at * most)),
      );
      expect(parts.flat()).toEqual(all);
    }
  });

  test('keeps each part at its address as the list grows and shrinks, and names no part that went empty', async () => {
    await town.hubwise.write(town.hub.id, (db) => run(db, 'delete from sitemap_parts'));
    await cut(2);
    const [before, parts] = [await cuts(), await held()];
    await town.organisation('business', 'あとから来た店');
    await cut(2);
    expect((await cuts()).slice(0, before.length)).toEqual(before);
    expect((await held()).slice(0, before.length)).toEqual(parts.slice(0, before.length));
    expect((await held()).flat().at(-1)).toContain('あとから来た店');
    const { body: index } = await site.get('/sitemap.xml');
    const named = locsOf(index).filter((loc) => loc.includes('/actors'));
    expect(named).toHaveLength((await held()).length);
    const [, second] = named;
    const { body } = await site.get(new URL(second!).pathname);
    expect(locsOf(body).map((loc) => decodeURI(new URL(loc).pathname))).toEqual((await held())[1]);
    await town.hubwise.write(town.hub.id, (db) =>
      run(db, 'update actors set imported_from = id where id > $1 and id <= $2', [before[0]!.after, before[1]!.after]),
    );
    expect((await site.get(new URL(second!).pathname)).status).toBe(404);
    expect((await held()).flat()).toEqual([...parts[0]!, ...(await held()).slice(1).flat()]);
    expect(locsOf((await site.get('/sitemap.xml')).body)).not.toContain(second);
  });

  test('has parts where one begins only, and none of the neighbour’s', async () => {
    const [{ after } = { after: '' }] = await cuts();
    expect((await site.get(`/sitemaps/actors_${shortId(after)}.xml`)).status).toBe(404);
    expect((await site.get(`/sitemaps/proposals_${shortId(after)}.xml`)).status).toBe(404);
    expect((await site.get(`/sitemaps/actors_${shortId(randomId())}.xml`)).status).toBe(404);
    expect(await town.rows('select 1 from sitemap_parts', [], town.neighbour)).toEqual([]);
  });
});
