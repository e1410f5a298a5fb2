/**
 * F9.1 Where on the map a proposal is about: a point, and perhaps an area of up to 50 corners around it. Degrees of WGS 84, as
 * every map on the web has them. Pure.
 */
import type { PlaceRefusal, TypedPlace } from './proposal.ts';

/** [latitude, longitude] in degrees */
export type LatLng = readonly [number, number];

export interface Place {
  lat: number;
  lng: number;
  /** corners of an area in their order, the first not repeated at the end */
  shape: LatLng[] | null;
}

export interface Bounds {
  south: number;
  west: number;
  north: number;
  east: number;
}

export interface PlaceProblem {
  field: keyof TypedPlace;
  code: PlaceRefusal;
}

const MOST_CORNERS = 50;
/** About a tenth of a metre: nobody points more exactly. */
const DECIMALS = 6;
/** A proposal may be about what lies a little beyond the border: the bridge, the road that leads out. Share of the town's width. */
const BEYOND = 0.25;

function degrees(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[°度]/g, '').trim();
  if (!/^[-+]?\d{1,3}(\.\d{1,20})?$/.test(plain)) return null;
  return Number(Number(plain).toFixed(DECIMALS));
}

function within({ south, west, north, east }: Bounds, [lat, lng]: LatLng): boolean {
  const [high, wide] = [(north - south) * BEYOND, (east - west) * BEYOND];
  return lat >= south - high && lat <= north + high && lng >= west - wide && lng <= east + wide;
}

const WORLD: Bounds = { south: -90, west: -180, north: 90, east: 180 };

function insideWorld(bounds: Bounds | null, point: LatLng): boolean {
  const [lat, lng] = point;
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && within(bounds ?? WORLD, point);
}

/** What was typed as a place: null when nothing was. `bounds`: of the town, null while it has no outline. */
export function placeOf(typed: TypedPlace, bounds: Bounds | null): { place: Place | null } | { problem: PlaceProblem } {
  const problem = (field: keyof TypedPlace, code: PlaceRefusal) => ({ problem: { field, code } });
  const [lat, lng] = [typed.lat.trim(), typed.lng.trim()];
  const lines = typed.shape
    .normalize('NFKC')
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lat === '' && lng === '') return lines.length === 0 ? { place: null } : problem('lat', 'shape-without-point');
  if (lat === '' || lng === '') return problem(lat === '' ? 'lat' : 'lng', 'place-half');
  const point = [degrees(lat), degrees(lng)] as const;
  if (point[0] === null || point[1] === null) return problem(point[0] === null ? 'lat' : 'lng', 'place-not-degrees');
  if (!insideWorld(bounds, point as LatLng)) return problem('lat', 'place-outside');
  const corners = lines.map((line) => line.split(/[,、\s]+/).map(degrees));
  if (corners.some((corner) => corner.length !== 2 || corner.includes(null)))
    return problem('shape', 'shape-not-degrees');
  const ring = withoutRepeat(corners as unknown as LatLng[]);
  if (ring.length > MOST_CORNERS) return problem('shape', 'shape-too-many');
  if (ring.length > 0 && ring.length < 3) return problem('shape', 'shape-too-few');
  if (ring.some((corner) => !insideWorld(bounds, corner))) return problem('shape', 'place-outside');
  return { place: { lat: point[0], lng: point[1], shape: ring.length > 0 ? ring : null } };
}

/** Many programs close a ring by naming its first corner again. */
function withoutRepeat(ring: readonly LatLng[]): LatLng[] {
  const [first, last] = [ring[0], ring.at(-1)];
  const closed = ring.length > 1 && first![0] === last![0] && first![1] === last![1];
  return closed ? ring.slice(0, -1) : [...ring];
}

/** A place as its fields hold it. */
export function typedPlace(place: Place | null): TypedPlace {
  if (!place) return { lat: '', lng: '', shape: '' };
  return {
    lat: String(place.lat),
    lng: String(place.lng),
    shape: (place.shape ?? []).map((corner) => corner.join(', ')).join('\n'),
  };
}

/** The place of a row that may have none. */
export function placeOfRow(row: { lat: number | null; lng: number | null; shape: unknown }): Place | null {
  if (row.lat === null || row.lng === null) return null;
  return { lat: row.lat, lng: row.lng, shape: (row.shape as LatLng[] | null) ?? null };
}

/** Degrees as people read them: north latitude, then east longitude, five decimals (about a metre). */
export function degreesText({ lat, lng }: Pick<Place, 'lat' | 'lng'>): string {
  return `${lat.toFixed(5)}, ${lng.toFixed(5)}`;
}

/** RFC 7946: longitude first, rings closed; with an area, both. */
export function geometryOf({ lat, lng, shape }: Place) {
  const point = { type: 'Point', coordinates: [lng, lat] };
  if (!shape) return point;
  const ring = [...shape, shape[0]!].map(([north, east]) => [east, north]);
  return { type: 'GeometryCollection', geometries: [point, { type: 'Polygon', coordinates: [ring] }] };
}
