import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comesOfAgeIn, mayBeYoung, maySayAdult, surelyAdultBefore } from './rules.ts';

const on = (date: string) => new Date(`${date}T03:00:00Z`);

describe('X13 under 18 by the year of birth', () => {
  test.each([
    [2008, '2026-01-01', true],
    [2008, '2027-01-01', false],
    [2021, '2026-06-01', true],
    [2022, '2026-06-01', false],
    [2030, '2026-06-01', false],
    [Number.NaN, '2026-06-01', false],
    [2010.5, '2026-06-01', false],
  ])('born in %s, on %s: %s', (year, date, young) => {
    expect(mayBeYoung(year, on(date))).toBe(young);
  });

  test('says so in the year of the 18th birthday, counted in Tokyo', () => {
    expect(maySayAdult(2008, new Date('2025-12-31T14:59:59Z'))).toBe(false);
    expect(maySayAdult(2008, new Date('2025-12-31T15:00:00Z'))).toBe(true);
    expect(maySayAdult(null, on('2026-01-01'))).toBe(false);
  });

  test('whoever was born on any day of a year that is surely over is 18 by now', () => {
    fc.assert(
      fc.property(
        fc.date({ min: on('1980-01-01'), max: on('2020-12-31'), noInvalidDate: true }),
        fc.date({ min: on('2026-01-01'), max: on('2060-12-31'), noInvalidDate: true }),
        (born, now) => {
          const year = born.getUTCFullYear();
          const birthday = Date.UTC(comesOfAgeIn(year), born.getUTCMonth(), born.getUTCDate());
          if (year <= surelyAdultBefore(now)) expect(now.getTime()).toBeGreaterThan(birthday - 86_400_000);
        },
      ),
    );
  });
});
