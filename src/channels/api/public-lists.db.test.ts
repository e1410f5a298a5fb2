import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roundOfOne } from '#test/support/published-round.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';

let town: TestTown;
let site: TestSite;
beforeAll(async () => {
  town = await openTestTown();
  await roundOfOne(town);
  site = await openSite(town);
});
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

describe('X8 public lists', () => {
  test('of rounds and actors can be followed', async () => {
    for (const [path, title] of [
      ['/rounds.atom', '/rounds/'],
      ['/actors.atom', '交通政策課'],
    ] as const) {
      const { status, type, body } = await site.get(path);
      expect([status, type]).toEqual([200, 'application/atom+xml; charset=utf-8']);
      expect(body).toContain('<entry>');
      expect(body).toContain(title);
    }
    expect((await site.get('/actors.atom?kind=division')).body).not.toContain('とくさん');
  });

  test('of events and committees can be opened as tables', async () => {
    for (const path of ['/activity.csv', '/committees.csv']) {
      const { status, type, body } = await site.get(path);
      expect([status, type]).toEqual([200, 'text/csv; charset=utf-8']);
      expect(body).toMatch(/^id,[^\n]*URL\r\n/);
    }
  });
});
