import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '../../happenings.ts';
import { addDays, tokyoDate } from '#kernel/dates.ts';
import { planOf } from '#test/support/read-plan.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { findDates } from './by-date.ts';
import { findDays, readDays, readLong } from './by-day.ts';
import { asking } from './search-for-tests.ts';
import { type Things, thingsOf } from './things-for-tests.ts';

let town: TestTown;
let things: Things;
const dates = Array.from({ length: 30 }, (_, n) => addDays('2026-11-01', n));

beforeAll(async () => {
  town = await openTestTown();
  town.today('2026-11-10');
  things = thingsOf(town, await town.person('ふみさん'));
  for (let n = 0; n < 40; n += 1)
    await things.meeting(`集い${n}`, `2026-11-${n < 36 ? '12' : '13'}T${String(8 + (n % 12)).padStart(2, '0')}:00:00`);
  await things.meeting('前の日の夜会', '2026-10-31T23:00:00');
});
afterAll(() => town.close());

const asked = (q = '') => asking(q, {}, { scope: 'activities' });
const month = (q = '', limit = 6) => town.read((db) => findDays(db, town.hub, asked(q), { dates, limit }));
const titlesOn = async (date: string, q = '', limit = 6) =>
  (await month(q, limit)).find((day) => day.date === date)!.all.map(({ hit }) => hit.title);

describe('F1.1 a month of what is found', () => {
  test('gives of each day the first few, and says of which day there are more', async () => {
    const days = await month();
    expect(days.map(({ date }) => date)).toEqual(dates);
    expect(days.filter(({ all }) => all.length > 0).map(({ date, all, isCut }) => [date, all.length, isCut])).toEqual([
      ['2026-11-01', 1, false],
      ['2026-11-12', 6, true],
      ['2026-11-13', 4, true],
    ]);
    expect(days.find(({ date }) => date === '2026-11-14')).toEqual({ date: '2026-11-14', all: [], isCut: false });
    expect(await titlesOn('2026-11-01')).toEqual(['前の日の夜会']);
  });

  test('shows every day whole, as the list of dates has it, where there is room', async () => {
    const days = await month('', 50);
    expect(days.some(({ isCut }) => isCut)).toBe(false);
    const whole = { from: null, until: null, order: 'asc', happening: true, after: '', limit: 100 } as const;
    const { all } = await town.read((db) => findDates(db, town.hub, asked(), whole));
    for (const { date, all: shown } of days)
      expect([date, shown.map(({ hit }) => hit.title).sort()]).toEqual([
        date,
        all
          .filter(({ start, end }) => tokyoDate(start) <= date && date <= tokyoDate(end))
          .map(({ hit }) => hit.title)
          .sort(),
      ]);
  });

  test('finds by words what stands behind many others of its day', async () => {
    expect(await titlesOn('2026-11-12', '集い35')).toEqual(['集い35']);
    expect((await month('集い35')).filter(({ isCut }) => isCut)).toEqual([]);
  });

  test('reads by the indexes of dates, however many there are', async () => {
    const index = { hubId: 1, generation: 1 };
    const at = new Date('2026-11-01T00:00:00+09:00');
    const day = await planOf(town, (db) => readDays(db, index, [{ at, number: -1, until: at }], null));
    expect(day).toMatch(/search_dates_(time|happening)[\s\S]*ROW\(d?\.?starts_at, d?\.?number\) > /);
    expect(await planOf(town, (db) => readLong(db, index, at, at, null))).toContain('search_dates_long');
    expect(day).not.toContain('Seq Scan');
  });
});
