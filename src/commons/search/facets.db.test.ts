import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '../../happenings.ts';
import { createOrganisation } from '#commons/actors/create-organisation.ts';
import { defaultRules } from '#commons/hubs/index.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { findDates } from './by-date.ts';
import { districtsIn, fieldTerm } from './facet-terms.ts';
import type { Filter } from './filter.ts';
import { find } from './find.ts';
import { matcherOf, newsAfter, newsNumber } from './news.ts';
import { findPlaced } from './placed.ts';
import { rebuildIndex } from './rebuild.ts';
import { asking } from './search-for-tests.ts';
import { type Things, thingsOf } from './things-for-tests.ts';

let town: TestTown;

beforeAll(async () => {
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'registration'] });
  town.today('2026-11-10');
  things = thingsOf(town, await town.person('ふみさん'));
});
afterAll(() => town.close());

let things: Things;
const keep = (kind: string) => things.keep(kind);
const write = (text: string, values: readonly unknown[]) => things.write(text, values);
const group = (...args: Parameters<Things['group']>) => things.group(...args);
const meeting = (...args: Parameters<Things['meeting']>) => things.meeting(...args);
const placedProposal = (...args: Parameters<Things['proposal']>) => things.proposal(...args);

const activities = (filter: Partial<Filter> = {}, q = '') => asking(q, {}, { scope: 'activities', ...filter });
const found = async (filter: Partial<Filter>, q = '', hub = town.hub) =>
  (await town.read((db) => find(db, hub, asking(q, { counted: true }, filter)), hub)).hits.map(({ title }) => title);

describe('F1.1, X7 what things are about', () => {
  test('narrows without a word: by field, district and function, and says how many there are', async () => {
    await group('里山の会', [7, 13], ['北地区']);
    await group('川の会', [7], ['南地区', '北地区']);
    await group('本の会', [2], ['南地区'], '図書館で読み聞かせをします。');
    expect(await found({ field: 7 })).toEqual(['川の会', '里山の会']);
    expect(await found({ field: 7, district: '南地区' })).toEqual(['川の会']);
    expect(await found({ field: 2 }, '川')).toEqual([]);
    expect(await found({ field: 2 }, '読み聞かせ')).toEqual(['本の会']);
    expect(await found({ function: 'participation', field: 7 })).toEqual([]);
    expect(await found({ scope: 'activities' })).toEqual(['本の会', '川の会', '里山の会']);
    const { under, count } = await town.read((db) => find(db, town.hub, { ...activities(), counted: true }));
    expect(count).toBe(3);
    expect(under.get(fieldTerm(7))).toBe(2);
    expect(districtsIn(under)).toEqual([
      { name: '北地区', count: 2 },
      { name: '南地区', count: 2 },
    ]);
  });

  test('nothing at all is asked by an empty question, and another town finds nothing', async () => {
    expect(await found({})).toEqual([]);
    expect(await found({ field: 7 }, '', town.neighbour)).toEqual([]);
  });

  test('changes with the thing, though not one word of it changed', async () => {
    const id = await group('坂の会', [3], []);
    await write('update groups set fields = $3 where hub_id = $1 and id = $2', [town.hub.id, id, [9]]);
    await town.hubwise.write(town.hub.id, async (db) => {
      const { keepEntries, lockedState } = await import('./keep-entries.ts');
      const state = await lockedState(db, town.hub.id);
      expect(await keepEntries(db, state, new Map([['group', [id]]]))).toBe(2);
      expect(await keepEntries(db, state, new Map([['group', [id]]]))).toBe(0);
    });
    expect(await found({ field: 9 })).toEqual(['坂の会']);
    expect(await found({ field: 3 })).toEqual([]);
  });

  test('a group is found once, though it is an organisation, too; gone from the register, as that', async () => {
    const { id } = await town.perform(await town.person('とくさん'), createOrganisation, {
      kind: 'group',
      name: '鈴虫の会',
      about: '',
    });
    await keep('actor');
    expect(await found({}, '鈴虫')).toEqual(['鈴虫の会']);
    await write(
      `insert into groups (hub_id, id, actor_id, kind, name, name_key, grams, declared_at, confirmed_at)
       values ($1, $2, $2, 'voluntary', '鈴虫の会', '', '', $3, $3)`,
      [town.hub.id, id, town.now()],
    );
    await keep('group');
    const once = await town.read((db) => find(db, town.hub, asking('鈴虫')));
    expect([once.count, once.hits.map(({ kind }) => kind)]).toEqual([1, ['group']]);
    await keep('actor');
    await write('update groups set withdrawn_at = $3 where hub_id = $1 and id = $2', [town.hub.id, id, town.now()]);
    await keep('actor');
    const again = await town.read((db) => find(db, town.hub, asking('鈴虫')));
    expect(again.hits.map(({ kind }) => kind)).toEqual(['actor']);
  });

  test('an entry that a version without facets kept is looked at again', async () => {
    await write(`update search_entries set facets = null where hub_id = $1 and kind = 'group'`, [town.hub.id]);
    const before = await town.read((db) => newsNumber(db, town.hub.id));
    expect(await keep('group')).toBeGreaterThan(0);
    expect(await keep('group')).toBe(0);
    expect(await town.read((db) => newsNumber(db, town.hub.id))).toBe(before);
  });

  test('happens on days, the soonest first, and forward and back along the time', async () => {
    await meeting('先の会', '2026-12-05T10:00:00');
    await meeting('近い会', '2026-11-20T19:00:00');
    await meeting('もう終わった会', '2026-10-01T19:00:00');
    expect(await found({ scope: 'activities', since: '2026-11-20', until: '2026-11-20' })).toEqual(['近い会']);
    expect(await found({ since: '2026-11-21' })).toEqual(['先の会']);
    expect(await found({ since: '2026-11-10', access: ['captions', 'sign-language'] })).toEqual([]);
    const walk = async (order: 'asc' | 'desc', from: Date | null, until: Date | null) => {
      const seen: string[] = [];
      let after = '';
      do {
        const ask = { from, until, order, happening: true, after, limit: 1 } as const;
        const { all, next } = await town.read((db) => findDates(db, town.hub, activities(), ask));
        seen.push(...all.map(({ hit }) => hit.title));
        after = next ?? '';
      } while (after);
      return seen;
    };
    expect(await walk('asc', town.now(), null)).toEqual(['近い会', '先の会']);
    expect(await walk('desc', null, town.now())).toEqual(['もう終わった会']);
  });

  test('lies somewhere: within so many kilometres, the nearest first', async () => {
    await placedProposal('駅前', 36.05, 143.05, '中央');
    await placedProposal('川向こう', 36.06, 143.06, '東');
    await placedProposal('山の上', 36.14, 143.14, '北');
    const here = { lat: 36.05, lng: 143.05 };
    expect(await found({ near: { ...here, km: 3 } })).toEqual(['川向こう', '駅前']);
    expect(await found({ near: { ...here, km: 1 } })).toEqual(['駅前']);
    const { placed, isAll } = await town.read((db) =>
      findPlaced(db, town.hub, asking('', { kind: 'proposal' }, { function: 'participation' }), here),
    );
    expect(isAll).toBe(true);
    expect(placed.map(({ km }) => Math.round(km))).toEqual([0, 1, 13]);
  });
});

describe('F1.1 what is new', () => {
  const newSince = (n: number) => town.read((db) => newsAfter(db, town.hub, n));

  test('is numbered once, and told as the question asks while everybody may read it', async () => {
    const before = await town.read((db) => newsNumber(db, town.hub.id));
    const id = await group('灯台を守る会', [7], ['港']);
    await group('帆船の会', [4], ['港'], '灯台まで帆走します。');
    const { news, last } = await newSince(before);
    expect(news.map(({ title, n }) => [title, n])).toEqual([
      ['灯台を守る会', before + 1],
      ['帆船の会', before + 2],
    ]);
    expect(last).toBe(before + 2);
    const asks = (q: string, filter: Partial<Filter>) =>
      news.filter(matcherOf(asking(q, {}, filter))).map((one) => one.title);
    expect(asks('灯台', {})).toEqual(['灯台を守る会', '帆船の会']);
    expect(asks('とうだい', {})).toEqual([]);
    expect(asks('灯台', { field: 4 })).toEqual(['帆船の会']);
    expect(asks('', { district: '港', scope: 'activities' })).toHaveLength(2);
    expect(asks('', { district: '港', function: 'participation' })).toEqual([]);
    expect(asks('', { since: '2026-01-01' })).toEqual([]);
    expect(asks('', {})).toEqual([]);
    await write('update groups set hidden_at = $3 where hub_id = $1 and id = $2', [town.hub.id, id, town.now()]);
    expect((await newSince(before)).news.map(({ title }) => title)).toEqual(['帆船の会']);
    await keep('group');
    await write('update groups set hidden_at = null where hub_id = $1 and id = $2', [town.hub.id, id]);
    await keep('group');
    expect(await newSince(last)).toEqual({ news: [], last });
  });

  test('stays numbered when the index is made anew, and what only then was found is new', async () => {
    const before = await town.read((db) => newsNumber(db, town.hub.id));
    await write(`update groups set name = '古い名簿の会' where hub_id = $1 and name = '帆船の会'`, [town.hub.id]);
    await rebuildIndex(town.hubwise, town.hub.id, () => {});
    // The round of the town was never kept before.
    expect((await newSince(before)).news.map(({ kind }) => kind)).toEqual(['round']);
    await rebuildIndex(town.hubwise, town.hub.id, () => {});
    expect(await town.read((db) => newsNumber(db, town.hub.id))).toBe(before + 1);
    expect(await found({ district: '港' })).toContain('古い名簿の会');
    expect(await town.rows('select count(*)::int as n from search_dates where generation = 1')).toEqual([{ n: 0 }]);
  });
});
