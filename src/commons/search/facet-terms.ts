/** F1.1, X7: under which terms facets are kept in the index: one each, and for places the squares they lie in. Pure. */
import { tokyoDate } from '#kernel/dates.ts';
import { ACCESS, AUDIENCES, type Facets, FIELDS } from '#kernel/facets.ts';

export const fieldTerm = (field: number): string => `#f${field}`;
const DISTRICT = '#d';
/** Names stay as they are: what the index holds is offered again as a choice. */
export const districtTerm = (name: string): string => DISTRICT + name.normalize('NFKC').trim();
export const audienceTerm = (code: string): string => `#u${code}`;
export const accessTerm = (code: string): string => `#x${code}`;
export const costTerm = (cost: 'free' | 'paid'): string => `#c${cost}`;
export const actorTerm = (id: string): string => `#o${id}`;
/** of a month in which it happens */
export const happensTerm = (month: string): string => `#h${month}`;
/** everything that lies somewhere */
export const PLACED = '#p';
/** everything that has a date */
export const DATED = '#t';

export interface Point {
  lat: number;
  lng: number;
}

/** Squares of two sizes, in degrees: about one and five kilometres. */
const SQUARES = [
  { mark: '#s', degrees: 0.01 },
  { mark: '#b', degrees: 0.05 },
] as const;

const squareTerm = (mark: string, row: number, column: number): string => `${mark}${row}:${column}`;

function squaresAt({ lat, lng }: Point): string[] {
  return SQUARES.map(({ mark, degrees }) => squareTerm(mark, Math.floor(lat / degrees), Math.floor(lng / degrees)));
}

const KM_A_DEGREE = 111.2;
const MOST_SQUARES = 64;

/** Squares that hold everything within `km` of a point; empty when it would take too many. */
export function squaresAround({ lat, lng }: Point, km: number): string[] {
  const high = km / KM_A_DEGREE;
  const wide = high / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  for (const { mark, degrees } of SQUARES) {
    const [south, north] = [Math.floor((lat - high) / degrees), Math.floor((lat + high) / degrees)];
    const [west, east] = [Math.floor((lng - wide) / degrees), Math.floor((lng + wide) / degrees)];
    const count = (north - south + 1) * (east - west + 1);
    if (count > MOST_SQUARES) continue;
    return Array.from({ length: count }, (_, at) =>
      squareTerm(mark, south + (at % (north - south + 1)), west + Math.floor(at / (north - south + 1))),
    );
  }
  return [];
}

/** Kilometres between two points, on a ball of the size of the earth. */
export function kilometres(a: Point, b: Point): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (x: number) => Math.sin(x / 2) ** 2;
  const h = half(rad(b.lat - a.lat)) + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * half(rad(b.lng - a.lng));
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Every month from one to the other, both included; no more than two years of one date. */
function monthsBetween(start: Date, end: Date): string[] {
  const months: string[] = [];
  const last = tokyoDate(end).slice(0, 7);
  let month = tokyoDate(start).slice(0, 7);
  while (month <= last && months.length < 24) {
    months.push(month);
    const [year = 0, n = 0] = month.split('-').map(Number);
    month = n === 12 ? `${year + 1}-01` : `${year}-${String(n + 1).padStart(2, '0')}`;
  }
  return months;
}

/** Everything an entry with these facets is kept under, besides its words. */
export function facetTerms(facets: Facets): string[] {
  const { fields = [], districts = [], audience = [], access = [], dates = [], lat, lng } = facets;
  const months = new Set(dates.flatMap(({ start, end = start }) => monthsBetween(start, end)));
  return [
    ...fields.map(fieldTerm),
    ...new Set(districts.map(districtTerm)),
    ...audience.map(audienceTerm),
    ...access.map(accessTerm),
    ...(facets.fee === undefined ? [] : [costTerm(facets.fee === 0 ? 'free' : 'paid')]),
    ...(facets.actor ? [actorTerm(facets.actor)] : []),
    ...[...months].map(happensTerm),
    ...(dates.length > 0 ? [DATED] : []),
    ...(lat === undefined || lng === undefined ? [] : [PLACED, ...squaresAt({ lat, lng })]),
  ];
}

/** Terms of which a page says how many there are; districts are named by the index itself. */
export const COUNTED: readonly string[] = [
  ...FIELDS.map(fieldTerm),
  ...AUDIENCES.map(audienceTerm),
  ...ACCESS.map(accessTerm),
  costTerm('free'),
  costTerm('paid'),
];
export const DISTRICTS = { first: DISTRICT, last: `${DISTRICT}\u{10ffff}` };

/** Districts among counted terms, those with the most first. */
export function districtsIn(under: ReadonlyMap<string, number>, most = 40): { name: string; count: number }[] {
  return [...under]
    .flatMap(([term, count]) => (term.startsWith(DISTRICT) ? [{ name: term.slice(DISTRICT.length), count }] : []))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, most);
}
