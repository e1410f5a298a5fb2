import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteRange, isSame } from './byte-range.ts';

describe('X10 parts of a file', () => {
  test.each([
    [undefined, null],
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=-5', { start: 95, end: 99 }],
    ['bytes=-500', { start: 0, end: 99 }],
    ['bytes=50-5000', { start: 50, end: 99 }],
    ['bytes=100-', 'outside'],
    ['bytes=-0', 'outside'],
    ['bytes=9-3', null],
    ['bytes=-', null],
    ['bytes=0-1,5-6', null],
    ['pages=1-2', null],
    ['bytes=1e3-', null],
  ])('of a hundred bytes, %s', (header, expected) => {
    expect(byteRange(header, 100)).toEqual(expected);
  });

  test('whatever is asked, the part lies inside the whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.option(fc.nat(2_000_000), { nil: '' }),
        fc.option(fc.nat(2_000_000), { nil: '' }),
        (size, from, to) => {
          const range = byteRange(`bytes=${from}-${to}`, size);
          if (range === null || range === 'outside') return;
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeLessThan(size);
          expect(range.start).toBeLessThanOrEqual(range.end);
        },
      ),
    );
  });

  test('an entity tag is known again, weak or among others', () => {
    expect(isSame('W/"a"', '"a"')).toBe(true);
    expect(isSame('"b", "a"', '"a"')).toBe(true);
    expect(isSame('*', '"a"')).toBe(true);
    expect(isSame('"ab"', '"a"')).toBe(false);
    expect(isSame(undefined, '"a"')).toBe(false);
  });
});
