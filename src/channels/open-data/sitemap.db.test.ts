import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TOWN_FUNCTIONS } from '#commons/hubs/index.ts';
import { roundOfOne } from '#test/support/published-round.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { allDatasets } from './registry.ts';
import { pagesOf, partsOf } from './sitemap.ts';

let town: TestTown;
let site: TestSite;
beforeAll(async () => {
  town = await openTestTown();
  await roundOfOne(town);
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

  test('is cut into parts that together hold each page once, whatever their length', async () => {
    const pages = allDatasets().find(({ name }) => name === 'actors')!.pages!;
    await town.read(async (db) => {
      const all = (await pagesOf(db, pages, null, 100)).map(({ path }) => path);
      expect(all.length).toBeGreaterThan(1);
      for (const most of [1, 2, all.length - 1, all.length, all.length + 1]) {
        const { ends } = await partsOf(db, pages, most);
        const parts = await Promise.all([null, ...ends].map((before) => pagesOf(db, pages, before, most)));
        expect(parts.every((part) => part.length > 0)).toBe(true);
        expect(parts.flat().map(({ path }) => path)).toEqual(all);
      }
    });
  });
});
