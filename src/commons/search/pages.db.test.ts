import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDebate, say } from '#commons/discussion/debate-for-tests.ts';
import { LANGS } from '#kernel/lang.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { followAll } from './search-for-tests.ts';

let town: TestTown;
let site: TestSite;

beforeAll(async () => {
  town = await openTestTown();
  town.today('2026-11-10');
  site = await openSite(town);
  const fumi = await town.person('ふみさん');
  const debate = await openDebate(town, { kind: 'imported', title: '図書館の <夜>' });
  await say(town, fumi, debate, '図書館の二階を夜まで開けてください。<b>お願いします</b>');
  for (let n = 1; n <= 24; n += 1) await say(town, fumi, debate, `公園のベンチを${n}基ふやす。`);
  await followAll(town);
  await town.rows('select 1');
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const path = (query: Record<string, string>, at = '/search') => `${at}?${new URLSearchParams(query)}`;

describe('X7 pages of the search', () => {
  test('are sound in every language: empty, with results, without, and with what makes no sense', async () => {
    for (const lang of LANGS) {
      for (const query of [
        {},
        { q: '図書館' },
        { q: '公園', kind: 'opinion', from: '2026-01-01' },
        { q: 'ない' },
        { q: '%' },
      ]) {
        const page = await site.get(path(query as Record<string, string>), null, lang);
        expect(page.status).toBe(200);
        expect(await markupMistakes(page.body)).toEqual([]);
      }
    }
    const odd = await site.get(path({ q: '公園', kind: 'constructor', from: '2026-02-31', to: 'x', after: '9.9.9' }));
    expect(odd.status).toBe(200);
    expect(odd.body).toContain('24件');
    expect(site.faults).toEqual([]);
  });

  test('mark what matched, and nothing typed becomes markup', async () => {
    const { body } = await site.get(path({ q: 'としょかん' }));
    expect(body).not.toContain('<mark>図書館</mark>');
    const found = await site.get(path({ q: '図書館 <b>' }));
    expect(found.body).toContain('<mark>図書館</mark>の二階');
    expect(found.body).toContain('<mark>&lt;b&gt;</mark>');
    expect(found.body).toContain('「図書館の &lt;夜&gt;」について');
    expect(found.body).not.toContain('<b>お願い');
  });

  test('the box stands on every page, and keeps what was asked', async () => {
    expect((await site.get('/')).body).toContain('action="/search"');
    expect((await site.get(path({ q: 'ベンチ' }))).body).toMatch(/id="site-search"[^>]*value="ベンチ"/);
  });

  test('go on where the first ended, as pages, as data and for programs', async () => {
    const { body } = await site.get(path({ q: 'ベンチ' }));
    const next = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    const second = await site.get(next!);
    expect(second.body.match(/class="list-item"/g)).toHaveLength(4);
    const whole = JSON.parse((await site.get(path({ q: 'ベンチ' }, '/search.json'))).body);
    expect(whole).toMatchObject({ count: 24, isExact: true, next: null, kinds: { opinion: 24 } });
    expect(whole.items).toHaveLength(24);
    const first = JSON.parse((await site.get(path({ q: 'ベンチ', limit: '10' }, '/api/v1/search'))).body);
    expect(first.items).toHaveLength(10);
    const more = JSON.parse(
      (await site.get(path({ q: 'ベンチ', limit: '10', after: first.next }, '/api/v1/search'))).body,
    );
    const ids = [...first.items, ...more.items].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(20);
  });

  test('as a feed hold what is new', async () => {
    const { body, type } = await site.get(path({ q: '二階' }, '/search.atom'));
    expect(type).toContain('atom');
    expect(body.match(/<entry>/g)).toHaveLength(1);
    expect(body).toContain('図書館の二階');
  });
});
