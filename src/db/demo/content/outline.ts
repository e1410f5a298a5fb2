// F9.1: the shape of the demo town. It lies on no real map: drawn on a grid of hundredths of a degree, in the open sea.

import type { Outline } from '#functions/participation/proposals/outline.ts';

const SOUTH = 36;
const WEST = 143;
const STEP = 0.01;

/** [north, east] on the grid → latitude and longitude in degrees. */
export function gridPoint([north, east]: readonly [number, number]): [number, number] {
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return [round(SOUTH + north * STEP), round(WEST + east * STEP)];
}

type Grid = readonly [number, number];

/** GeoJSON has the longitude first. */
const positions = (points: readonly Grid[]): [number, number][] =>
  points.map((point) => {
    const [lat, lng] = gridPoint(point);
    return [lng, lat];
  });

const N = {
  a: [9.2, 1],
  b: [9.8, 4],
  c: [9.5, 7],
  d: [9.9, 10],
  e: [8.6, 12.6],
  f: [6.4, 13.6],
  g: [4.2, 13],
  h: [2, 13.4],
  i: [0.6, 11],
  j: [0.2, 7.6],
  k: [0.9, 4.6],
  l: [0.3, 2.2],
  m: [2.6, 0.4],
  n: [5.6, 0.9],
  o: [7.4, 0.2],
  p: [6.7, 4.4],
  q: [6.4, 9],
  r: [3.2, 8.8],
  s: [3.1, 4.2],
} as const satisfies Record<string, Grid>;

const area = (
  kind: 'border' | 'district' | 'green',
  name: string,
  easy: string,
  en: string,
  ring: readonly Grid[],
  nameAt?: Grid,
) =>
  ({
    type: 'Feature',
    properties: { kind, name, easy, en, ...(nameAt ? { nameAt: positions([nameAt])[0]! } : {}) },
    geometry: { type: 'Polygon', coordinates: [positions([...ring, ring[0]!])] },
  }) satisfies Outline['features'][number];

const way = (kind: 'water' | 'railway' | 'road', name: string, easy: string, en: string, points: readonly Grid[]) =>
  ({
    type: 'Feature',
    properties: { kind, name, easy, en },
    geometry: { type: 'LineString', coordinates: positions(points) },
  }) satisfies Outline['features'][number];

const spot = (name: string, easy: string, en: string, at: Grid) =>
  ({
    type: 'Feature',
    properties: { kind: 'landmark', name, easy, en },
    geometry: { type: 'Point', coordinates: positions([at])[0]! },
  }) satisfies Outline['features'][number];

export const outline: Outline = {
  type: 'FeatureCollection',
  features: [
    area('border', 'ひなた市', 'ひなた市（し）', 'Hinata City', [
      N.a,
      N.b,
      N.c,
      N.d,
      N.e,
      N.f,
      N.g,
      N.h,
      N.i,
      N.j,
      N.k,
      N.l,
      N.m,
      N.n,
      N.o,
    ]),
    area(
      'district',
      '緑ヶ丘地区',
      '緑ヶ丘地区（みどりがおか ちく）',
      'Midorigaoka',
      [N.o, N.a, N.b, N.c, N.d, N.q, N.p],
      [8.7, 3.6],
    ),
    area('district', '東地区', '東地区（ひがし ちく）', 'East', [N.d, N.e, N.f, N.g, N.r, N.q], [6.1, 11.8]),
    area('district', '南地区', '南地区（みなみ ちく）', 'South', [N.g, N.h, N.i, N.j, N.k, N.s, N.r], [1.5, 5.4]),
    area('district', '西地区', '西地区（にし ちく）', 'West', [N.k, N.l, N.m, N.n, N.o, N.p, N.s], [3.6, 1.9]),
    area('district', '中央地区', '中央地区（ちゅうおう ちく）', 'Centre', [N.p, N.q, N.r, N.s], [3.5, 7.5]),
    area('green', '', '', '', [
      [6.2, 7.3],
      [6.2, 8.2],
      [5.6, 8.3],
      [5.7, 7.2],
    ]),
    way('water', 'ひなた川', 'ひなた川（がわ）', 'Hinata River', [
      [9.6, 2.6],
      [7.8, 3],
      [6.2, 5.2],
      [5.9, 6.6],
      [4, 9.4],
      [3.3, 11],
      [1.3, 12.2],
    ]),
    way('railway', '', '', '', [
      [5, 0.7],
      [4.7, 4.4],
      [4.7, 7.4],
      [5.3, 10.4],
      [6.5, 13.5],
    ]),
    spot('ひなた駅', 'ひなた駅（えき）', 'Hinata Station', [4.7, 6.6]),
    spot('市役所', '市役所（しやくしょ）', 'City Hall', [5.4, 5.2]),
    spot('図書館', '図書館（としょかん）', 'Library', [3.8, 5.6]),
    spot('市民病院', '市民病院（しみん びょういん）', 'Hospital', [7.4, 11.2]),
    spot('団地', '団地（だんち）', 'Estate', [8.2, 6.6]),
  ],
};

interface DemoPlace {
  at: Grid;
  shape?: readonly Grid[];
}

/** Where the proposals of the plan are about; the others are about the whole town. */
const places: Readonly<Record<string, DemoPlace>> = {
  'crossing-lights': { at: [6.1, 4.9] },
  'library-hours': { at: [3.8, 5.6] },
  'river-mowing': {
    at: [4.9, 8.1],
    shape: [
      [6.1, 6.2],
      [6.1, 6.9],
      [4.2, 9.7],
      [3.9, 9.1],
    ],
  },
  'festival-rubbish': { at: [5.1, 6] },
  'offcut-benches': { at: [5.9, 7.7] },
  'lotus-lunch': {
    at: [1.8, 8],
    shape: [
      [2.4, 7.2],
      [2.4, 9],
      [1.2, 9],
      [1.2, 7.2],
    ],
  },
  'park-toilets': { at: [5.8, 7.9] },
  'sign-counters': { at: [5.4, 5.2] },
  'cycle-lanes': {
    at: [4.4, 4.2],
    shape: [
      [4.6, 6.4],
      [4.3, 6.4],
      [3.4, 2.2],
      [3.7, 2.2],
    ],
  },
  'vacant-houses': { at: [5, 6.3] },
  'teens-place': { at: [4.5, 7] },
  'hospital-bus': { at: [7.4, 11.2] },
  'ball-park': { at: [6, 7.5] },
  'station-plaza': {
    at: [4.8, 6.9],
    shape: [
      [4.95, 6.7],
      [4.95, 7.2],
      [4.6, 7.2],
      [4.6, 6.7],
    ],
  },
  'station-seats': { at: [4.6, 6.9] },
  'hill-market': { at: [8.2, 6.6] },
  'cool-rooms': { at: [5.3, 5.6] },
  'evening-japanese': { at: [4.2, 6.2] },
  'street-trees': {
    at: [5.2, 6.6],
    shape: [
      [5.9, 6],
      [5.9, 6.3],
      [4.8, 6.8],
      [4.8, 6.5],
    ],
  },
  'hydrant-space': { at: [5, 6.5] },
  'old-school': { at: [5.6, 12] },
  'farm-water': {
    at: [4.9, 11.5],
    shape: [
      [5.8, 10.9],
      [5.8, 12.3],
      [4.1, 12],
      [4.1, 10.9],
    ],
  },
  'hinata-coin': { at: [5.1, 6.2] },
  'dog-run': { at: [3.7, 10.1] },
  'hill-slope': {
    at: [7.8, 6.4],
    shape: [
      [8.1, 6.4],
      [8.1, 6.7],
      [7.5, 6.3],
      [7.5, 6],
    ],
  },
  'river-swim': { at: [7.2, 3.9] },
  'evening-library': { at: [3.8, 5.6] },
  'shared-cars': { at: [8.3, 6.8] },
  graves: { at: [9, 8.4] },
  'carers-leave': { at: [5, 5.4] },
};

/** As somebody types it into the form; empty fields where a proposal has no place of its own. */
export function typedPlaceOf(key: string): { lat: string; lng: string; shape: string } {
  const place = places[key];
  if (!place) return { lat: '', lng: '', shape: '' };
  const [lat, lng] = gridPoint(place.at);
  return {
    lat: `${lat}`,
    lng: `${lng}`,
    shape: (place.shape ?? []).map((corner) => gridPoint(corner).join(', ')).join('\n'),
  };
}
