import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  endOfTokyoDay,
  eraYear,
  fiscalYear,
  formatDate,
  formatDateTime,
  formatFiscalYear,
  formatNumber,
  formatPeriod,
  formatTime,
  formatYen,
  isCivicDay,
  startOfTokyoDay,
  tokyoDate,
  tokyoDateTime,
} from './dates.ts';
import { htmlLang, isLang, LANGS } from './lang.ts';

const anyDay = fc
  .date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('2999-12-31T00:00:00Z'), noInvalidDate: true })
  .map(tokyoDate);

describe('civic days', () => {
  test('begin and end at midnight in Tokyo', () => {
    expect(tokyoDate(new Date('2026-11-22T14:59:59.999Z'))).toBe('2026-11-22');
    expect(tokyoDate(new Date('2026-11-22T15:00:00Z'))).toBe('2026-11-23');
    expect(startOfTokyoDay('2026-11-23').toISOString()).toBe('2026-11-22T15:00:00.000Z');
    expect(endOfTokyoDay('2026-11-22')).toEqual(startOfTokyoDay('2026-11-23'));
  });

  test('agree with the calendar of the platform', () => {
    const platform = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1952-01-01T00:00:00Z'), max: new Date('2999-01-01T00:00:00Z'), noInvalidDate: true }),
        (instant) => {
          expect(tokyoDate(instant)).toBe(platform.format(instant));
        },
      ),
    );
  });

  test('addDays and daysBetween undo each other', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2026-11-22', '2026-12-04')).toBe(12);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -100_000, max: 100_000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
      }),
    );
  });

  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '2026-11-22T00:00', '', 'heute', '0050-01-01'])(
    'refuse %j',
    (text) => {
      expect(() => startOfTokyoDay(text)).toThrow(RangeError);
      expect(() => formatDate(text, 'ja')).toThrow(RangeError);
    },
  );

  test('a day that somebody types is a real one of our centuries', () => {
    for (const day of ['1800-01-01', '2026-11-22', '2028-02-29', '2999-12-31']) expect(isCivicDay(day)).toBe(true);
    for (const day of [
      '1799-12-31',
      '3000-01-01',
      '0001-01-01',
      '9999-12-31',
      '2026-02-29',
      '2026-13-01',
      '2026-1-1',
      '',
    ])
      expect(isCivicDay(day)).toBe(false);
  });

  test('an invalid Date is refused', () => {
    expect(() => formatDate(new Date(Number.NaN), 'ja')).toThrow(RangeError);
  });
});

describe('fiscalYear', () => {
  test('runs from April to March, in Tokyo', () => {
    expect(fiscalYear('2026-04-01')).toBe(2026);
    expect(fiscalYear('2027-03-31')).toBe(2026);
    expect(fiscalYear(new Date('2026-03-31T15:00:00Z'))).toBe(2026);
    expect(fiscalYear(new Date('2026-03-31T14:59:59Z'))).toBe(2025);
  });

  test('is named by its era', () => {
    expect(formatFiscalYear(2026, 'ja')).toBe('2026年度（令和8年度）');
    expect(formatFiscalYear(2019, 'ja')).toBe('2019年度（令和元年度）');
    expect(formatFiscalYear(1989, 'easy')).toBe('1989年度（へいせい1年度）');
    expect(formatFiscalYear(2026, 'en')).toBe('fiscal year 2026 (Reiwa 8)');
  });
});

describe('eraYear', () => {
  test.each([
    ['2019-05-01', '令和元年'],
    ['2019-04-30', '平成31年'],
    ['1989-01-08', '平成元年'],
    ['1989-01-07', '昭和64年'],
    ['1926-12-25', '昭和元年'],
    ['1926-12-24', '大正15年'],
    ['1912-07-30', '大正元年'],
    ['1912-07-29', '明治45年'],
    ['1868-10-23', '明治元年'],
    ['1868-10-22', ''],
  ])('%s is %s', (day, words) => {
    expect(eraYear(day, 'ja')).toBe(words);
  });

  test('takes an instant by its day in Tokyo', () => {
    expect(eraYear(new Date('2019-04-30T15:00:00Z'), 'en')).toBe('Reiwa 1');
    expect(eraYear(new Date('2019-04-30T14:59:59Z'), 'easy')).toBe('へいせい31年');
  });
});

describe('words', () => {
  test('days in three languages', () => {
    expect(formatDate('2026-11-22', 'ja')).toBe('2026年（令和8年）11月22日（日）');
    expect(formatDate('2026-11-22', 'ja', 'short')).toBe('11月22日（日）');
    expect(formatDate('2026-11-22', 'ja', 'weekday')).toBe('日曜日');
    expect(formatDate('2026-11-22', 'easy')).toBe('2026年（れいわ8年）11月22日（日曜日）');
    expect(formatDate('2026-11-22', 'easy', 'short')).toBe('11月22日（日曜日）');
    expect(formatDate('2026-11-22', 'en')).toBe('Sunday 22 November 2026 (Reiwa 8)');
    expect(formatDate('2026-11-22', 'en', 'short')).toBe('Sun 22 November');
    expect(formatDate('2026-11-22', 'en', 'weekday')).toBe('Sunday');
    expect(formatDate('1800-01-01', 'en')).toBe('Wednesday 1 January 1800');
    expect(formatDate(new Date('2026-11-22T15:00:00Z'), 'ja', 'short')).toBe('11月23日（月）');
  });

  test('times in three languages', () => {
    const evening = new Date('2026-11-22T10:05:00Z');
    expect(formatTime(evening, 'ja')).toBe('19:05');
    expect(formatTime(evening, 'easy')).toBe('午後7時5分');
    expect(formatTime(new Date('2026-11-22T15:00:00Z'), 'easy')).toBe('午前0時');
    expect(formatDateTime(evening, 'ja')).toBe('2026年（令和8年）11月22日（日）19:05');
    expect(formatDateTime(evening, 'easy', 'short')).toBe('11月22日（日曜日） 午後7時5分');
    expect(formatDateTime(evening, 'en', 'short')).toBe('Sun 22 November, 19:05');
    expect(tokyoDateTime(evening)).toBe('2026-11-22T19:05+09:00');
  });

  test('periods name the year once, or twice when it turns', () => {
    expect(formatPeriod('2026-11-01', '2026-12-04', 'ja')).toBe('11月1日（日）〜12月4日（金）');
    expect(formatPeriod('2026-12-19', '2027-01-09', 'ja', 'long')).toBe(
      '2026年（令和8年）12月19日（土）〜2027年（令和9年）1月9日（土）',
    );
    expect(formatPeriod('2026-11-01', '2026-12-04', 'easy')).toBe('11月1日（日曜日）から 12月4日（金曜日）まで');
    expect(formatPeriod('2026-11-01', '2026-12-04', 'en')).toBe('Sun 1 November to Fri 4 December');
  });

  test('numbers and amounts', () => {
    expect(formatNumber(0)).toBe('0');
    expect(formatNumber(999)).toBe('999');
    expect(formatNumber(-1234.5)).toBe('-1,234.5');
    expect(formatNumber(12_345_678_901_234_567_890n)).toBe('12,345,678,901,234,567,890');
    expect(formatNumber(Number.POSITIVE_INFINITY)).toBe('Infinity');
    expect(formatYen(1_200_000n, 'ja')).toBe('1,200,000円');
    expect(formatYen(1200, 'en')).toBe('1,200 yen');
    const platform = new Intl.NumberFormat('en-US');
    fc.assert(
      fc.property(fc.bigInt(), (n) => {
        expect(formatNumber(n)).toBe(platform.format(n));
      }),
    );
  });
});

describe('languages', () => {
  test('easy Japanese is Japanese to the browser', () => {
    expect(LANGS.map(htmlLang)).toEqual(['ja', 'ja', 'en']);
    expect(isLang('easy')).toBe(true);
    expect(isLang('fr')).toBe(false);
  });
});
