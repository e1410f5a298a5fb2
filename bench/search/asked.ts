/** X7, F1.1: what is asked of the search in the measurement: by words, and by what things are about, in every view. */
import {
  askSearch,
  type DatesAsked,
  find,
  findDates,
  findPlaced,
  hitsOf,
  NO_FILTER,
  type Question,
} from '#commons/search/index.ts';
import type { Hub } from '#kernel/context.ts';
import type { Db } from '#kernel/database/dialect.ts';

/** Asks once; gives how much was found, in words. */
export interface Asking {
  name: string;
  ask(db: Db, hub: Hub): Promise<string>;
}

type Parts = Partial<Omit<Question, 'filter'>> & { filter?: Partial<Question['filter']>; further?: true };

const questionOf = ({ filter = {}, further, ...parts }: Parts): Question => ({
  q: '',
  kind: '',
  from: '',
  to: '',
  after: '',
  limit: 20,
  ...parts,
  filter: { ...NO_FILTER, ...filter },
});

const said = ({ count, isExact }: { count: number; isExact: boolean }): string =>
  `${isExact ? '' : 'about '}${count.toLocaleString('en')}`;

function words(parts: Parts): Asking {
  const question = questionOf(parts);
  const { q, filter, ...narrowed } = parts;
  return {
    name: `${q} ${Object.values({ ...narrowed, ...filter }).join(' ')}`,
    async ask(db, hub) {
      const after = parts.further ? ((await askSearch(db, hub, question)).next ?? '') : '';
      return said(await askSearch(db, hub, { ...question, after, counted: true }));
    },
  };
}

export const BY_WORDS: readonly Asking[] = [
  { q: '図書館' },
  { q: 'としょかん' },
  { q: 'バス' },
  { q: 'ばす' },
  { q: '橋' },
  { q: '、' },
  { q: 'の' },
  { q: 'です' },
  { q: 'ください' },
  { q: '通学路の横断歩道' },
  { q: '夜間の照明' },
  { q: 'バス 病院' },
  { q: '子ども 公園 遊具' },
  { q: '川沿い三丁目' },
  { q: '旧街道 商店街 ベンチ' },
  { q: '防災 訓練', kind: 'opinion' },
  { q: '図書館', kind: 'proposal' },
  { q: 'バス', kind: 'opinion', further: true as const },
  { q: '公園', from: '2026-04-01', to: '2026-06-30' },
  { q: 'です', from: '2025-04-01', to: '2025-04-30' },
  { q: 'の', further: true as const },
  { q: '１００' },
  { q: 'ほげほげ' },
  { q: '夜になると真っ暗で、自転車の人ともすれちがうのがこわいです' },
  { q: 'バス', filter: { field: 7 } },
  { q: '公園', filter: { district: '第3地区' } },
].map(words);

const activities = (parts: Parts = {}): Question =>
  questionOf({ ...parts, filter: { scope: 'activities', ...parts.filter } });

function listed(name: string, parts: Parts): Asking {
  const question = { ...activities(parts), counted: true as const };
  return { name: `list: ${name}`, ask: async (db, hub) => said(await find(db, hub, question)) };
}

const NOW = new Date('2026-11-22T12:00:00+09:00');

function dated(name: string, parts: Parts, until: Date | null, happening: boolean): Asking {
  const order = { from: NOW, until, order: 'asc', after: '', limit: until ? 400 : 20 } as const;
  return {
    name: `dates: ${name}`,
    async ask(db, hub) {
      const asked: DatesAsked = happening
        ? { ...order, happening: true, ...(until ? {} : { once: true as const }) }
        : order;
      return String((await findDates(db, hub, activities(parts), asked)).all.length);
    },
  };
}

function mapped(name: string, parts: Parts): Asking {
  return {
    name: `map: ${name}`,
    async ask(db, hub) {
      const { placed } = await findPlaced(db, hub, activities(parts), { lat: 36.1, lng: 143.1 });
      await hitsOf(db, placed.slice(0, 20));
      return String(placed.length);
    },
  };
}

const NEAR = { lat: 36.1, lng: 143.1, km: 3 };

export const BY_FACETS: readonly Asking[] = [
  listed('everything', {}),
  listed('one of twenty fields', { filter: { field: 7 } }),
  listed('field and district', { filter: { field: 7, district: '第3地区' } }),
  listed('free, with captions', { filter: { cost: 'free', access: ['captions'] } }),
  listed('happens this week', { filter: { since: '2026-11-22', until: '2026-11-28' } }),
  listed('within 3 km', { filter: { near: NEAR } }),
  listed('words and field', { q: '公園', filter: { field: 3 } }),
  dated('soonest of everything', {}, null, true),
  dated('soonest of a field', { filter: { field: 7 } }, null, true),
  dated('a month', { filter: { field: 7, district: '第3地区' } }, new Date('2026-12-22T12:00:00+09:00'), true),
  dated('timeline', {}, null, false),
  mapped('everything', {}),
  mapped('field and district', { filter: { field: 7, district: '第3地区' } }),
];
