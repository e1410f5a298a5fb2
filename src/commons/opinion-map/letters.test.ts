import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lettersOf } from './letters.ts';

const at = (x: number, y: number, letter = '') => ({ x, y, letter });
const middles = fc.array(
  fc.record({ x: fc.double({ min: -3, max: 3, noNaN: true }), y: fc.double({ min: -3, max: 3, noNaN: true }) }),
  { maxLength: 5 },
);

describe('F9.3 letters of the shown groups', () => {
  test('begin with A when there was no map before', () => {
    expect(lettersOf([at(1, 0), at(-1, 0)])).toEqual(['A', 'B']);
  });

  test('stay with the group when the order of the groups changes', () => {
    expect(lettersOf([at(-1, 0), at(1.1, 0)], [at(1, 0, 'A'), at(-1.1, 0, 'B')])).toEqual(['B', 'A']);
  });

  test('a new group takes the first free letter, and takes nobody’s', () => {
    const before = [at(1, 0, 'A'), at(-1, 0, 'B')];
    expect(lettersOf([at(0, 2), at(-1, 0), at(1, 0)], before)).toEqual(['C', 'B', 'A']);
  });

  test('a group that is no longer shown leaves a gap, unless nobody would be A', () => {
    const before = [at(1, 0, 'A'), at(-1, 0, 'B'), at(0, 2, 'C')];
    expect(lettersOf([at(1, 0), at(0, 2)], before)).toEqual(['A', 'C']);
    expect(lettersOf([at(-1, 0)], [at(-1, 0, 'B')])).toEqual(['A']);
  });

  test('are never given twice, and always hold A', () => {
    fc.assert(
      fc.property(middles, middles, (earlier, groups) => {
        const named = earlier.map((one, place) => ({ ...one, letter: lettersOf(earlier)[place]! }));
        const letters = lettersOf(groups, named);
        expect(new Set(letters).size).toBe(groups.length);
        expect(groups.length === 0 || letters.includes('A')).toBe(true);
      }),
    );
  });
});
