import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import { type Things, thingsOf } from '#commons/search/things-for-tests.ts';
import { LANGS } from '#kernel/lang.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';

let town: TestTown;
let site: TestSite;
let things: Things;

beforeAll(async () => {
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'registration', 'information'] });
  town.today('2026-11-10');
  site = await openSite(town);
  const fumi = await town.person('ふみさん');
  things = thingsOf(town, fumi);
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const VIEWS = ['/activities', '/activities/map', '/activities/calendar', '/activities/timeline'];
const at = (path: string, query: Record<string, string>) => `${path}?${new URLSearchParams(query)}`;
const titles = (body: string) =>
  [...body.matchAll(/class="list-title"><a [^>]*>(.*?)<\/a>/g)].map(([, title]) => title!.replace(/<[^>]+>/g, ''));

describe('F1.1 the database of civic activity', () => {
  test('of a town in which nothing is there yet says how to begin', async () => {
    const { body, status } = await site.get('/activities');
    expect(status).toBe(200);
    expect(body).toContain('まだ一つも載っていません');
    expect(body).toContain('href="/groups/new"');
    expect(await markupMistakes(body)).toEqual([]);
    expect((await site.get('/groups')).body).toContain('登録した団体は、まだありません');
    expect((await site.get('/groups?q=x')).body).toContain('しぼりこみを外してください');
  });

  test('is sound in every view and language, with things in it and without', async () => {
    await things.group('里山の会', [7, 13], ['北地区'], '雑木林を手入れします。');
    await things.group('川の会', [7], ['南地区'], '川岸の草を刈ります。');
    await things.group('本の会', [2], ['南地区'], '図書館で<b>読み聞かせ</b>をします。');
    await things.meeting('夜の説明会', '2026-11-20T19:00:00');
    await things.meeting('昼の説明会', '2026-12-05T10:00:00');
    await things.meeting('先月の説明会', '2026-10-05T10:00:00');
    await things.entry('朝の体操', 36.05, 143.05, { fee: 0, audience: ['elderly'] });
    await things.entry('川べりの写生', 36.06, 143.06, { fee: 500, audience: ['children'] });
    await things.entry('どこかの勉強会', null, null);
    for (const lang of LANGS) {
      for (const view of VIEWS) {
        for (const query of lang === 'ja' ? ['', '?q=ない', '?field=7&district=北地区&near=36.05,143.05&km=3'] : ['']) {
          const page = await site.get(view + query, null, lang);
          expect(page.status).toBe(200);
          expect(await markupMistakes(page.body)).toEqual([]);
        }
      }
    }
    expect(site.faults).toEqual([]);
  });

  test('finds by words and by conditions alone, and says how many there are under each', async () => {
    const { body } = await site.get('/activities');
    expect(body).toContain('9件');
    expect(body).toContain('環境の保全（2）');
    expect(body).toContain('南地区（2）');
    expect(body).toContain('高齢の人（1）');
    expect(body).not.toContain('観光（');
    expect(titles((await site.get(at('/activities', { field: '7', district: '南地区' }))).body)).toEqual(['川の会']);
    expect(titles((await site.get(at('/activities', { cost: 'free' }))).body)).toEqual(['朝の体操']);
    expect(titles((await site.get(at('/activities', { for: 'children' }))).body)).toEqual(['川べりの写生']);
    expect(titles((await site.get(at('/activities', { near: '36.05,143.05', km: '1' }))).body)).toEqual(['朝の体操']);
    const marked = (await site.get(at('/activities', { q: '読み聞かせ' }))).body;
    expect(marked).toContain('&lt;b&gt;<mark>読み聞かせ</mark>');
    const none = (await site.get(at('/activities', { q: '読み聞かせ', field: '7' }))).body;
    expect(none).toContain('条件を一つ外すか');
  });

  test('what makes no sense in the address is left out', async () => {
    const odd = {
      field: '21',
      district: '',
      cost: 'x',
      near: '99,999',
      km: '7',
      since: '2026-02-30',
      kind: 'opinion',
      sort: 'x',
    };
    expect((await site.get(at('/activities', odd))).body).toContain('9件');
    for (const [view, query] of [
      ['/activities/calendar', { month: '2026-13' }],
      ['/activities/calendar', { month: '9999-12', until: '9999-12-31' }],
      ['/activities/timeline', { since: '0001-01-01', until: '0000-02-29' }],
      ['/activities', { since: '0000-01-01', from: '0001-01-01' }],
      ['/search', { from: '0001-01-01', to: '9999-12-31' }],
      ['/events', { day: '0001-01-01', after: `999999999999999-${'1'.repeat(22)}` }],
      ['/activities/map', { start: '-1', near: 'x' }],
      ['/activities/timeline', { later: '../..', earlier: "'" }],
    ] as const)
      expect([view, (await site.get(at(view, query))).status]).toEqual([view, 200]);
    expect((await site.get('/activities?district=%00')).status).toBe(400);
    expect(site.faults).toEqual([]);
  });

  test('puts the soonest first, without what is over or has no day', async () => {
    const { body } = await site.get(at('/activities', { sort: 'soonest' }));
    expect(titles(body)).toEqual(['夜の説明会', '昼の説明会']);
  });

  test('shows a month on its days, and where to look when it is empty', async () => {
    const month = (await site.get(at('/activities/calendar', { month: '2026-11' }))).body;
    expect(month).toMatch(/datetime="2026-11-20"[\s\S]{0,400}19:00<\/span> <a [^>]*>夜の説明会/);
    expect(month).toContain('勤労感謝の日');
    expect(month).not.toContain('昼の説明会');
    const empty = (await site.get(at('/activities/calendar', { month: '2026-08' }))).body;
    expect(empty).toContain('month=2026-10');
    expect((await site.get(at('/activities/calendar', { month: '2026-11', q: '昼' }))).body).toContain(
      '見つかりませんでした',
    );
  });

  test('goes forward and back in time from today', async () => {
    const { body } = await site.get(at('/activities/timeline', { kind: 'meeting' }));
    expect(titles(body)).toEqual(['夜の説明会', '昼の説明会', '先月の説明会']);
  });

  test('lists by distance from where one stands, whatever it is drawn on', async () => {
    const { body } = await site.get(at('/activities/map', { near: '36.0601,143.0601' }));
    expect(titles(body)).toEqual(['川べりの写生', '朝の体操']);
    expect(body).toContain('0.0km');
    expect(body).toContain('1.4km');
    expect(body).not.toContain('<script type="module" src="/assets/place-map');
  });

  test('is given out as exactly the same list: CSV, JSON, feed, calendar, map, and for programs', async () => {
    const query = { q: '説明会' };
    const csv = (await site.get(at('/activities.csv', query))).body;
    expect(csv.trim().split('\r\n')).toHaveLength(4);
    expect(csv).toContain('夜の説明会');
    const json = JSON.parse((await site.get(at('/activities.json', { ...query, field: '7' }))).body);
    expect(json).toMatchObject({ kind: 'activities', items: [] });
    const whole = JSON.parse((await site.get('/activities.json')).body);
    expect(whole.items).toHaveLength(9);
    expect((await site.get(at('/activities.atom', query))).body.match(/<entry>/g)).toHaveLength(3);
    const ics = (await site.get(at('/activities.ics', query))).body;
    expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(ics).toContain('DTSTART:20261120T100000Z');
    const geojson = JSON.parse((await site.get('/activities.geojson')).body);
    expect(geojson.features.map(({ geometry }: { geometry: unknown }) => geometry)).toContainEqual({
      type: 'Point',
      coordinates: [143.05, 36.05],
    });
    const first = JSON.parse((await site.get(at('/api/v1/activities', { limit: '5' }))).body);
    const second = JSON.parse((await site.get(at('/api/v1/activities', { limit: '5', after: first.next }))).body);
    const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(9);
    expect(second.next).toBeNull();
  });

  test('of another town holds nothing of it, and where information is not open there is an invitation', async () => {
    const { hub } = town;
    expect(hub.id).not.toBe(town.neighbour.id);
    const closed = await openTestTown();
    const other = await openSite(closed);
    expect((await other.get('/activities')).body).not.toContain('里山の会');
    expect((await other.get('/')).body).not.toContain('href="/activities"');
    await other.close();
    await closed.close();
    expect((await site.get('/')).body).toContain('href="/activities"');
  });

  test('X7 the search of everything narrows by the same, and a group is found once', async () => {
    const { body } = await site.get(at('/search', { q: '会', field: '7' }));
    expect(titles(body).sort()).toEqual(['川の会', '里山の会'].sort());
    expect(body).toContain('環境の保全（2）');
    const without = await site.get(at('/search', { district: '南地区' }));
    expect(titles(without.body).sort()).toEqual(['川の会', '本の会'].sort());
    expect(titles((await site.get(at('/search', { function: 'registration' }))).body)).toHaveLength(3);
    expect(titles((await site.get(at('/search', { since: '2026-12-01' }))).body)).toEqual(['昼の説明会']);
  });
});
