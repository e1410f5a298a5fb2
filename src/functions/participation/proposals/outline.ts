/**
 * F9.1 The outline of a town: its border, districts, water, railways and landmarks, as GeoJSON (RFC 7946) that belongs to the
 * town and is drawn without asking anybody else. Pure.
 */
import { z } from 'zod';
import type { Bounds, LatLng } from './place.ts';

/** How a feature is drawn; `district` is also what proposals are filtered by. */
export const OUTLINE_KINDS = ['border', 'district', 'water', 'railway', 'road', 'green', 'landmark'] as const;
export type OutlineKind = (typeof OUTLINE_KINDS)[number];

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number());
const line = z.array(position).min(2).max(5000);
const polygon = z.array(z.array(position).min(4).max(5000)).min(1).max(50);

const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: position }),
  z.object({ type: z.literal('LineString'), coordinates: line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(line).min(1).max(200) }),
  z.object({ type: z.literal('Polygon'), coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1).max(200) }),
]);

const properties = z.object({
  kind: z.enum(OUTLINE_KINDS),
  name: z.string().max(60).default(''),
  easy: z.string().max(120).optional(),
  en: z.string().max(120).optional(),
  /** where the name stands; left out: in the middle */
  nameAt: position.optional(),
});

export const outlineSchema = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z
      .array(z.object({ type: z.literal('Feature'), properties, geometry }))
      .min(1)
      .max(500),
  })
  .refine((outline) => outline.features.some((one) => one.properties.kind === 'border'));

export type Outline = z.infer<typeof outlineSchema>;
export type OutlineFeature = Outline['features'][number];
type Position = z.infer<typeof position>;

/** Every ring and line of a feature, as [latitude, longitude]; a point is a line of one. */
export function linesOf({ geometry: { type, coordinates } }: OutlineFeature): LatLng[][] {
  const turned = (positions: readonly Position[]): LatLng[] => positions.map(([lng, lat]) => [lat, lng]);
  switch (type) {
    case 'Point':
      return [turned([coordinates])];
    case 'LineString':
      return [turned(coordinates)];
    case 'MultiLineString':
    case 'Polygon':
      return coordinates.map(turned);
    case 'MultiPolygon':
      return coordinates.flat().map(turned);
  }
}

/** The smallest box around the border. */
export function boundsOf(outline: Outline): Bounds {
  const border = outline.features
    .filter((one) => one.properties.kind === 'border')
    .flatMap((one) => linesOf(one).flat());
  const lats = border.map(([lat]) => lat);
  const lngs = border.map(([, lng]) => lng);
  return {
    south: Math.min(...lats),
    west: Math.min(...lngs),
    north: Math.max(...lats),
    east: Math.max(...lngs),
  };
}

/**
 * True when `point` lies inside the rings, holes left out: a ray to the east crosses an odd number of edges. A point on an edge
 * belongs to one side only.
 */
export function isInside([lat, lng]: LatLng, rings: readonly (readonly LatLng[])[]): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
      const [lat1, lng1] = ring[at]!;
      const [lat2, lng2] = ring[before]!;
      if (lat1 > lat === lat2 > lat) continue;
      if (lng < ((lng2 - lng1) * (lat - lat1)) / (lat2 - lat1) + lng1) inside = !inside;
    }
  }
  return inside;
}

/** The district a point lies in, by its name; empty where none is drawn. */
export function districtAt(outline: Outline | null, point: LatLng): string {
  const found = outline?.features.find(
    (one) => one.properties.kind === 'district' && one.properties.name !== '' && isInside(point, linesOf(one)),
  );
  return found?.properties.name ?? '';
}

/** Names of the districts in the order of the outline. */
export function districtsOf(outline: Outline | null): { name: string; easy: string; en: string }[] {
  const named = (outline?.features ?? []).filter(({ properties: one }) => one.kind === 'district' && one.name !== '');
  return named.map(({ properties: { name, easy, en } }) => ({ name, easy: easy ?? name, en: en ?? name }));
}
