import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsOf, districtAt, districtsOf, isInside, outlineSchema } from './outline.ts';
import { type LatLng, placeOf, typedPlace } from './place.ts';

const bounds = { south: 36, west: 139, north: 36.2, east: 139.3 };
const typed = (lat: string, lng: string, shape = '') => placeOf({ lat, lng, shape }, bounds);

const square = (south: number, west: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const outline = outlineSchema.parse({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { kind: 'border' },
      geometry: { type: 'Polygon', coordinates: [square(36, 139, 0.2)] },
    },
    {
      type: 'Feature',
      properties: { kind: 'district', name: '南地区', en: 'South' },
      geometry: { type: 'Polygon', coordinates: [square(36, 139, 0.1), square(36.02, 139.02, 0.02)] },
    },
    {
      type: 'Feature',
      properties: { kind: 'landmark', name: '駅' },
      geometry: { type: 'Point', coordinates: [139.1, 36.1] },
    },
  ],
});

describe('F9.1 the place of a proposal', () => {
  test('nothing typed is no place; full-width digits are digits', () => {
    expect(typed('', ' ')).toEqual({ place: null });
    expect(typed('３６．１２３４５６７', '139.1')).toEqual({ place: { lat: 36.123457, lng: 139.1, shape: null } });
  });

  test.each([
    ['36.1', '', '', 'lng', 'place-half'],
    ['', '139.1', '', 'lat', 'place-half'],
    ['北', '139.1', '', 'lat', 'place-not-degrees'],
    ['36.1', '1e2', '', 'lng', 'place-not-degrees'],
    ['139.1', '36.1', '', 'lat', 'place-outside'],
    ['36.1', '139.1', '36.1, 139.1\n36.1 139.2', 'shape', 'shape-too-few'],
    ['36.1', '139.1', 'ここから, あそこまで', 'shape', 'shape-not-degrees'],
    ['36.1', '139.1', '36.1,139.1;36.1,139.2;10,10', 'shape', 'place-outside'],
    ['', '', '36.1,139.1', 'lat', 'shape-without-point'],
  ])('%s / %s / %s is told at its field', (lat, lng, shape, field, code) => {
    expect(typed(lat, lng, shape)).toEqual({ problem: { field, code } });
  });

  test('an area has up to 50 corners, and one that is closed by its first corner is the same area', () => {
    const corner = (at: number) => `36.${100 + at}, 139.1${at % 7}`;
    const lines = (n: number) => Array.from({ length: n }, (_, at) => corner(at));
    expect(typed('36.1', '139.1', lines(51).join('\n'))).toEqual({
      problem: { field: 'shape', code: 'shape-too-many' },
    });
    const open = typed('36.1', '139.1', lines(50).join('\n'));
    expect(typed('36.1', '139.1', [...lines(50), corner(0)].join('\n'))).toEqual(open);
  });

  test('what is kept and shown again in the form is the same place', () => {
    const inside = fc.tuple(
      fc.double({ min: 36, max: 36.2, noNaN: true }),
      fc.double({ min: 139, max: 139.3, noNaN: true }),
    );
    const written = (one: readonly number[]) => one.map((n) => n.toFixed(6)).join(',');
    // A last corner that is the first one closes the area: it is none of its own.
    const ring = fc.uniqueArray(inside, { minLength: 3, maxLength: 20, selector: written });
    fc.assert(
      fc.property(inside, ring, ([lat, lng], corners) => {
        const first = placeOf(
          {
            lat: lat.toFixed(7),
            lng: lng.toFixed(7),
            shape: corners.map(written).join('\n'),
          },
          bounds,
        );
        if (!('place' in first)) throw new Error('a place within the bounds is a place');
        expect(placeOf(typedPlace(first.place), bounds)).toEqual(first);
      }),
    );
  });
});

describe('F9.1 the outline of a town', () => {
  test('its bounds are those of its border', () => {
    expect(boundsOf(outline)).toEqual({ south: 36, west: 139, north: 36.2, east: 139.2 });
  });

  test('a point lies in its district, not in the hole of it', () => {
    expect(districtAt(outline, [36.05, 139.05])).toBe('南地区');
    expect(districtAt(outline, [36.03, 139.03])).toBe('');
    expect(districtAt(outline, [36.15, 139.15])).toBe('');
    expect(districtAt(null, [36.05, 139.05])).toBe('');
    expect(districtsOf(outline)).toEqual([{ name: '南地区', easy: '南地区', en: 'South' }]);
  });

  test('inside and outside of a square, wherever the point', () => {
    const ring: LatLng[] = [
      [0, 0],
      [0, 10],
      [10, 10],
      [10, 0],
    ];
    const axis = fc.double({ min: -20, max: 20, noNaN: true }).filter((n) => n !== 0 && n !== 10);
    fc.assert(
      fc.property(axis, axis, (lat, lng) => {
        expect(isInside([lat, lng], [ring])).toBe(lat > 0 && lat < 10 && lng > 0 && lng < 10);
      }),
    );
  });

  test.each([
    [{ type: 'Feature' }],
    [{ type: 'FeatureCollection', features: [] }],
    [{ ...outline, features: outline.features.slice(1) }],
    [{ ...outline, features: [{ ...outline.features[0], properties: { kind: 'castle' } }] }],
  ])('what is no outline is refused', (given) => {
    expect(outlineSchema.safeParse(given).success).toBe(false);
  });
});
