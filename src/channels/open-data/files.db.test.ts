import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeProfile } from '#commons/actors/index.ts';
import { castVote, tallyBatch } from '#commons/discussion/index.ts';
import { TOWN_FUNCTIONS } from '#commons/hubs/index.ts';
import { meetingTyped } from '#functions/participation/meetings/hall-for-tests.ts';
import { callMeeting } from '#functions/participation/meetings/index.ts';
import { parseShortId } from '#kernel/ids.ts';
import type { CellType } from '#kernel/open-data.ts';
import { type RoundOfOne, roundOfOne } from '#test/support/published-round.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { columnsOf } from './columns.ts';
import { allDatasets } from './registry.ts';

/** The same town with these functions open, no others. */
function withOpen(open: readonly string[]): TestTown {
  return { ...town, hub: { ...town.hub, rules: { ...(town.hub.rules as object), open } } };
}

let town: TestTown;
let site: TestSite;
let round: RoundOfOne;
beforeAll(async () => {
  town = await openTestTown();
  round = await roundOfOne(town);
  const topic = `round:${town.roundId}`;
  for (const [title, date] of [
    ['まえの集まり', '2026-11-14'],
    ['つぎの集まり', '2026-11-20'],
  ]) {
    await town.perform(round.proposer, callMeeting, meetingTyped({ topic, title, date }));
  }
  town.today('2026-11-15');
  site = await openSite(withOpen(TOWN_FUNCTIONS.map(({ key }) => key)));
});
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

const HOLDS: Record<CellType, RegExp> = {
  text: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  flag: /^(true|false)$/,
  day: /^\d{4}-\d\d-\d\d$/,
  moment: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  minute: /^\d{4}-\d\d-\d\dT\d\d:\d\d\+09:00$/,
  address: /^https?:\/\/\S+$/,
};

async function etagOf(path: string): Promise<string> {
  const response = await site.fetch(path);
  await response.arrayBuffer();
  return response.headers.get('etag') ?? '';
}

async function statusWith(path: string, etag: string): Promise<number> {
  const response = await site.fetch(path, { headers: { 'if-none-match': etag } });
  await response.arrayBuffer();
  return response.status;
}

describe('F1.2 whole files', () => {
  test('of every kind open as table and as JSON, with the columns and cells that are described', async () => {
    for (const dataset of allDatasets()) {
      const response = await site.fetch(`/data/${dataset.name}.csv`);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect([dataset.name, response.status, bytes.subarray(0, 3).toString('hex')]).toEqual([
        dataset.name,
        200,
        'efbbbf',
      ]);
      const [head, ...rows]: string[][] = parse(bytes, { bom: true });
      const columns = columnsOf(dataset);
      expect(head).toEqual(columns.map(({ ja }) => ja));
      const wrong = rows.flatMap((row) =>
        row.filter((cell, at) => cell !== '' && !HOLDS[columns[at]!.type].test(cell)),
      );
      expect([dataset.name, wrong]).toEqual([dataset.name, []]);
      // What happened is named by its place on the page of what happened.
      const ids = columns.flatMap(({ name }, at) =>
        /^(id|\w+_id)$/.test(name) && dataset.name !== 'activity' ? [at] : [],
      );
      const long = rows.flatMap((row) => ids.map((at) => row[at]!).filter((id) => id !== '' && !parseShortId(id)));
      expect([dataset.name, long]).toEqual([dataset.name, []]);
      const given = (await (await site.fetch(`/data/${dataset.name}.json`)).json()) as {
        licence: string;
        items: unknown[];
      };
      expect([dataset.name, given.licence, Array.isArray(given.items)]).toEqual([dataset.name, 'CC BY 4.0', true]);
    }
  });

  test('hold what was said, under licence and description', async () => {
    const response = await site.fetch('/data/opinions.csv', {}, null, 'en');
    const text = await response.text();
    expect(text).toContain('debate_id');
    expect(parse(text, { bom: true, columns: true })).toHaveLength(3);
    expect(response.headers.get('link')).toContain('rel="license"');
    expect(response.headers.get('link')).toContain('/data/opinions.csv-metadata.json>; rel="describedby"');
  });

  test('hold all there is, whatever their address asks for and the list on the page leaves out', async () => {
    const titles = async (path: string) =>
      parse(await (await site.fetch(path)).text(), { bom: true }).map((row: string[]) => row[1]);
    const all = await titles('/data/meetings.csv');
    expect(all).toEqual(expect.arrayContaining(['まえの集まり', 'つぎの集まり']));
    expect(await titles('/data/meetings.csv?when=past&q=x')).toEqual(all);
    expect(await titles('/meetings.csv')).not.toContain('まえの集まり');
    expect((await site.get('/data/debates.csv')).body).toContain(',proposal,');
  });

  test('are not sent again until something happens', async () => {
    const etag = await etagOf('/data/proposals.csv');
    expect(etag).toMatch(/^W\/"/);
    expect(await statusWith('/data/proposals.csv', `"else", ${etag}`)).toBe(304);
    expect(await statusWith('/data/proposals.json', etag)).toBe(200);
    expect(await statusWith('/data/proposals.csv?lang=en', etag)).toBe(200);
    await town.perform(round.proposer, changeProfile, { name: 'とくさん改め', about: '' });
    expect(await statusWith('/data/proposals.csv', etag)).toBe(200);
    for (const path of ['/data/open-data-list.csv', '/proposals.geojson']) {
      const same = await etagOf(path);
      expect([path, await statusWith(path, same), (await site.fetch(path)).headers.has('last-modified')]).toEqual([
        path,
        304,
        true,
      ]);
    }
    const { headers } = await site.fetch('/data/proposals.csv');
    expect(Date.parse(headers.get('last-modified')!)).toBe(Math.floor(town.now().getTime() / 1000) * 1000);
  });

  test('are sent again when votes were counted, which are no events', async () => {
    const vote = (choice: 'agree' | 'disagree') =>
      castVote(
        { hub: town.hub, lang: 'ja', now: town.now(), hubwise: town.hubwise, signedIn: round.proposer },
        { opinionId: round.opinionIds[1]!, choice },
      );
    const count = () => town.hubwise.write(town.hub.id, (db) => tallyBatch(db, town.hub.id));
    await vote('agree');
    await count();
    const [opinions, meetings] = [await etagOf('/data/opinions.csv'), await etagOf('/data/meetings.csv')];
    await vote('disagree');
    await count();
    expect(await statusWith('/data/opinions.csv', opinions)).toBe(200);
    expect(await statusWith('/data/meetings.csv', meetings)).toBe(304);
  });

  test('are sent again as time alone changes them: at once where that matters, else the next day', async () => {
    const [meetings, groups] = [await etagOf('/data/meetings.csv'), await etagOf('/data/groups.csv')];
    town.today('2026-11-16');
    expect(await statusWith('/data/meetings.csv', meetings)).toBe(200);
    expect(await statusWith('/data/groups.csv', groups)).toBe(200);
  });

  test('have their pages, descriptions and catalogue', async () => {
    for (const [path, type] of [
      ['/data', 'text/html'],
      ['/data/proposals', 'text/html'],
      ['/data/proposals.csv-metadata.json', 'application/csvm+json'],
      ['/data/catalogue.jsonld', 'application/ld+json'],
      ['/data/catalogue.ttl', 'text/turtle'],
      ['/data/datapackage.json', 'application/json'],
      ['/data/open-data-list.csv', 'text/csv'],
    ] as const) {
      const found = await site.get(path);
      expect([path, found.status, found.type.split(';')[0]]).toEqual([path, 200, type]);
      expect(found.body).toContain('/data/proposals');
    }
    for (const path of ['/data/nothing.csv', '/data/proposals.xml', '/data/constructor'])
      expect([path, (await site.get(path)).status]).toEqual([path, 404]);
  });

  test('of a function that is not open are not there', async () => {
    const closed = await openSite(withOpen([]));
    expect((await closed.get('/data/proposals.csv')).status).toBe(404);
    expect((await closed.get('/data')).body).not.toContain('/data/proposals');
    expect((await closed.get('/data/actors.csv')).status).toBe(200);
    await closed.close();
  });
});
