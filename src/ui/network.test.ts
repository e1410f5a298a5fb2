import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toText } from './html.ts';
import { network, networkPlaces } from './network.ts';

describe('network', () => {
  test('every node stands in the picture, the same at every drawing', () => {
    const drawn = fc
      .integer({ min: 0, max: 25 })
      .chain((count) =>
        fc.tuple(
          fc.constant(count),
          fc.array(fc.tuple(fc.nat(Math.max(0, count - 1)), fc.nat(Math.max(0, count - 1))), { maxLength: 40 }),
        ),
      );
    fc.assert(
      fc.property(drawn, ([count, all]) => {
        const ties = count === 0 ? [] : all.filter(([a, b]) => a !== b);
        const places = networkPlaces(count, ties);
        expect(places).toHaveLength(count);
        for (const [x, y] of places) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(1);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(1);
        }
        expect(networkPlaces(count, ties)).toEqual(places);
      }),
      { numRuns: 30 },
    );
  });

  test('what is tied stands closer than what is not', () => {
    const places = networkPlaces(6, [[0, 3]]);
    const far = (a: number, b: number) => Math.hypot(places[a]![0] - places[b]![0], places[a]![1] - places[b]![1]);
    for (const other of [1, 2, 4, 5]) expect(far(0, 3)).toBeLessThan(far(0, other));
  });

  test('names are written, not run', () => {
    const picture = toText(network({ label: '<x>', nodes: [{ id: 'a', name: '<script>' }], ties: [['a', 'gone']] }));
    expect(picture).toContain('&lt;script&gt;');
    expect(picture).not.toContain('<script>');
    expect(picture).not.toContain('<line');
  });
});
