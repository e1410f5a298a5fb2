import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_DAYS, REPEATS } from './event.ts';
import { holidays } from './holidays.ts';
import { daysOfRule, type Rule, weekdayOf } from './recurrence.ts';

const rule = (more: Partial<Rule> = {}): Rule => ({
  repeat: 'weekly',
  weekdays: [],
  until: '',
  count: null,
  except: [],
  holidays: 'keep',
  ...more,
});
const never = () => false;
const days = (first: string, more: Partial<Rule>, isHoliday = never as (day: string) => boolean) => {
  const found = daysOfRule(first, rule(more), isHoliday);
  return 'problem' in found ? found.problem : found.days;
};

describe('F1.1 days of an event that repeats', () => {
  test('every week, on the weekdays chosen, from the first day on', () => {
    expect(days('2026-11-25', { weekdays: [1, 3], count: 4 })).toEqual([
      '2026-11-25',
      '2026-11-30',
      '2026-12-02',
      '2026-12-07',
    ]);
    expect(days('2026-11-25', { repeat: 'fortnightly', count: 3 })).toEqual(['2026-11-25', '2026-12-09', '2026-12-23']);
  });

  test('every month on its date, and a month without that date has none', () => {
    expect(days('2027-01-31', { repeat: 'monthly-date', count: 4 })).toEqual([
      '2027-01-31',
      '2027-03-31',
      '2027-05-31',
      '2027-07-31',
    ]);
    const found = daysOfRule('2027-01-31', rule({ repeat: 'monthly-date', count: 3 }), never);
    expect(found).toMatchObject({ missing: ['2027-02', '2027-04'] });
    expect(daysOfRule('2026-11-28', rule({ repeat: 'monthly-last', count: 3 }), never)).toMatchObject({ missing: [] });
  });

  test('on the second Saturday, on the fifth where there is one, on the last', () => {
    expect(days('2026-11-14', { repeat: 'monthly-weekday', count: 3 })).toEqual([
      '2026-11-14',
      '2026-12-12',
      '2027-01-09',
    ]);
    expect(days('2026-10-31', { repeat: 'monthly-weekday', until: '2027-02-28' })).toEqual([
      '2026-10-31',
      '2027-01-30',
    ]);
    expect(days('2026-11-28', { repeat: 'monthly-last', count: 3 })).toEqual([
      '2026-11-28',
      '2026-12-26',
      '2027-01-30',
    ]);
  });

  test('holidays are left out where they are to be, named, and don’t count', async () => {
    const { isHoliday, nameOf } = await holidays();
    expect(nameOf('2026-11-23', 'ja')).toBe('勤労感謝の日');
    const mondays = { weekdays: [1], count: 3 };
    expect(days('2026-11-16', mondays, isHoliday)).toEqual(['2026-11-16', '2026-11-23', '2026-11-30']);
    expect(daysOfRule('2026-11-16', rule({ ...mondays, holidays: 'skip' }), isHoliday)).toEqual({
      days: ['2026-11-16', '2026-11-30', '2026-12-07'],
      rested: ['2026-11-23'],
      missing: [],
    });
  });

  test.each([
    [{}, 'repeat-without-end'],
    [{ until: '2028-12-31' }, 'too-many-days'],
    [{ until: '2026-11-25', except: ['2026-11-25'] }, 'no-days'],
    [{ until: '2026-11-01' }, 'no-days'],
  ])('%j is refused: %s', (more, problem) => {
    expect(days('2026-11-25', more)).toBe(problem);
  });

  test('whatever the rule: in order, each once, from the first day on, none left out on purpose, sixty at most', () => {
    const day = fc
      .integer({ min: 0, max: 2000 })
      .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        day,
        fc.constantFrom(...REPEATS),
        fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
        fc.integer({ min: 1, max: MOST_DAYS }),
        fc.array(day, { maxLength: 5 }),
        (first, repeat, weekdays, count, except) => {
          const found = daysOfRule(first, rule({ repeat, weekdays, count, except }), (one) => weekdayOf(one) === 3);
          if ('problem' in found) return;
          expect(found.days).toEqual([...new Set(found.days)].sort());
          expect(found.days[0]! >= first).toBe(true);
          expect(found.days.length).toBeLessThanOrEqual(count);
          if (repeat !== 'none') expect(found.days.filter((one) => except.includes(one))).toEqual([]);
          if (repeat === 'weekly' && weekdays.length > 0)
            expect(found.days.every((one) => weekdays.includes(weekdayOf(one)))).toBe(true);
        },
      ),
    );
  });
});
