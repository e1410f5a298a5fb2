import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '#kernel/database/dialect.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { publishedRounds } from '../answers/items.ts';

let town: TestTown;
let site: TestSite;

/** Fifteen years of four rounds each, before the town's own one. */
beforeAll(async () => {
  town = await openTestTown();
  await town.hubwise.write(town.hub.id, (db) =>
    run(
      db,
      `insert into rounds select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'fiscal_year', 1990 + n / 4, 'number', 1 + n % 4)
         || (select jsonb_object_agg(key, value::text::timestamptz - (61 - n) * interval '91 days')
             from jsonb_each_text(to_jsonb(r)) where key like '%\\_at' and value is not null and key not in ('published_at', 'submitted_at'))
         || jsonb_build_object('published_at', r.publishing_at - (61 - n) * interval '91 days'))).*
       from rounds r cross join generate_series(0, 59) n`,
    ),
  );
  site = await openSite(town);
});
afterAll(async () => {
  await site.close();
  await town.close();
});

test('F9.4 every round that has begun is reached from the list of rounds, page by page', async () => {
  const seen: string[] = [];
  let pages = 0;
  for (let path: string | undefined = '/rounds'; path; pages += 1) {
    const { status, body } = await site.get(path);
    expect([path, status, await markupMistakes(body)]).toEqual([path, 200, []]);
    expect(body).toContain('61');
    seen.push(...[...body.matchAll(/<h2><a href="(\/rounds\/[^"]+)"/g)].map(([, href]) => href!));
    path = /rel="next" href="([^"]+)"/.exec(body)?.[1];
  }
  expect([pages, seen.length, new Set(seen).size]).toEqual([2, 61, 61]);
  for (const lang of ['easy', 'en'] as const) expect((await site.get('/rounds', null, lang)).status).toBe(200);
});

test('F9.7 what waits in a round of long ago is still looked at, and the answers lead to all rounds', async () => {
  expect(await town.read((db) => publishedRounds(db))).toHaveLength(60);
  const { body } = await site.get('/answers');
  expect(body.match(/href="\/rounds\/[^"]+\/answers"/g)).toHaveLength(40);
  expect(body).toContain('<a href="/rounds">すべての回</a>');
  expect((await site.get('/proposals')).body.match(/<option value="[^"]+">\d{4}年度/g)?.length).toBeGreaterThan(60);
});
