import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moved } from './order.ts';

describe('F9.5 the order of points', () => {
  test('up and down move one place, and never lose or double anything', () => {
    expect(moved(['a', 'b', 'c'], 'b', 'up')).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'b', 'down')).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 'a', 'up')).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 'x', 'down')).toEqual(['a', 'b']);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { minLength: 1 }),
        fc.nat(),
        fc.constantFrom('up' as const, 'down' as const),
        (ids, n, to) => {
          expect(moved(ids, ids[n % ids.length]!, to).toSorted()).toEqual(ids.toSorted());
        },
      ),
    );
  });
});
