import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facetTerms, kilometres, squaresAround } from './facet-terms.ts';
import { facetsOf, facetsText } from './kept-facets.ts';

const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });

describe('F1.1 places in the index', () => {
  test('whatever lies within the distance stands under one of the squares asked for', () => {
    fc.assert(
      fc.property(
        degrees(70),
        degrees(170),
        degrees(0.2),
        degrees(0.2),
        fc.constantFrom(1, 3, 5, 10),
        (lat, lng, north, east, km) => {
          const there = { lat: lat + north, lng: lng + east };
          fc.pre(kilometres({ lat, lng }, there) <= km);
          const squares = new Set(squaresAround({ lat, lng }, km));
          expect(squares.size).toBeGreaterThan(0);
          expect(facetTerms(there).some((term) => squares.has(term))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a degree of latitude is some 111 kilometres', () => {
    expect(kilometres({ lat: 35, lng: 139 }, { lat: 36, lng: 139 })).toBeCloseTo(111.2, 0);
    expect(kilometres({ lat: 35, lng: 139 }, { lat: 35, lng: 139 })).toBe(0);
  });
});

describe('F1.1 what modules say of their things', () => {
  test('is kept as far as it makes sense, and the same whatever its order', () => {
    const said = {
      fee: 0,
      fields: [7, 3, 99, 'x'],
      districts: ['北', '', null, '北'],
      dates: [
        { start: '2026-12-01T10:00:00+09:00', end: '2026-11-01T10:00:00+09:00' },
        { start: '2026-11-22T10:00:00+09:00' },
        { start: 'soon' },
      ],
      lat: 91,
      lng: 10,
      audience: ['children', 'dragons'],
      actor: 'somebody',
      picture: { src: 'https://elsewhere.example/a.png', alt: 'x' },
      unknown: true,
    };
    const kept = facetsOf(said);
    expect(kept).toEqual({
      fields: [3, 7],
      districts: ['北'],
      dates: [
        { start: new Date('2026-11-22T01:00:00Z'), end: new Date('2026-11-22T01:00:00Z') },
        { start: new Date('2026-12-01T01:00:00Z'), end: new Date('2026-12-01T01:00:00Z') },
      ],
      audience: ['children'],
      fee: 0,
    });
    const turned = Object.fromEntries(Object.entries(JSON.parse(facetsText(said))).reverse());
    expect(facetsText(turned)).toBe(facetsText(said));
    expect(facetTerms(kept)).toEqual(['#f3', '#f7', '#d北', '#uchildren', '#cfree', '#h2026-11', '#h2026-12', '#t']);
  });

  test('nothing is no mistake', () => {
    for (const none of [null, undefined, {}, [], 'x', 3]) expect(facetsOf(none)).toEqual({});
  });

  test('what goes on over months stands under each of them', () => {
    const dates = [{ start: new Date('2026-11-30T15:30:00Z'), end: new Date('2027-02-01T00:00:00Z') }];
    expect(facetTerms({ dates })).toEqual(['#h2026-12', '#h2027-01', '#h2027-02', '#t']);
  });
});
