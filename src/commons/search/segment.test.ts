import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bitsOf,
  clearBit,
  countBits,
  countBoth,
  countKept,
  intersection,
  packed,
  placesDown,
  SEGMENT,
  unpacked,
} from './segment.ts';

const places = fc.uniqueArray(fc.nat(SEGMENT - 1), { maxLength: 900 });

describe('X7 a segment of the index', () => {
  test('keeps exactly what was put into it, the highest first, and never takes more than a kilobyte', () => {
    fc.assert(
      fc.property(places, (all) => {
        const kept = packed(bitsOf(all));
        expect(kept.length).toBeLessThanOrEqual(1025);
        expect([...placesDown(unpacked(kept))]).toEqual(all.toSorted((a, b) => b - a));
        expect(countBits(unpacked(kept))).toBe(all.length);
      }),
      { numRuns: 60 },
    );
  });

  test('counts what is kept among others as if both were laid upon each other', () => {
    fc.assert(
      fc.property(places, places, (some, others) => {
        const both = some.filter((place) => others.includes(place)).length;
        expect(countKept(packed(bitsOf(some)), bitsOf(others))).toBe(both);
        expect(countBoth(bitsOf(some), bitsOf(others))).toBe(both);
        expect(countBits(intersection(bitsOf(some), bitsOf(others)))).toBe(both);
      }),
      { numRuns: 60 },
    );
  });

  test('takes one out and leaves the others', () => {
    const bits = bitsOf([0, 31, 32, 8191]);
    clearBit(bits, 31);
    expect([...placesDown(bits)]).toEqual([8191, 32, 0]);
  });

  test('that is damaged says how it is mended', () => {
    expect(() => unpacked(Buffer.from([1, 2, 3]))).toThrow('search rebuild');
    expect(() => unpacked(Buffer.alloc(0))).toThrow('search rebuild');
    expect(() => countKept(Buffer.from([1, 2, 3]), bitsOf([]))).toThrow('search rebuild');
  });
});
