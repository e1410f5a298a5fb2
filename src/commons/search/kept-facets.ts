/** F1.1, X7: what modules say of their things beside the words, as the index keeps it: known keys and codes alone, always in one order. Pure. */
import { ACCESS, AUDIENCES, type Facets, FIELDS, type ShownPicture } from '#kernel/facets.ts';
import { isUuid } from '#kernel/ids.ts';

/** More dates of one thing are not kept. */
const MOST_DATES = 200;
const MOST_DISTRICTS = 20;

type Raw = Readonly<Record<string, unknown>>;

function instant(value: unknown): Date | null {
  if (typeof value !== 'string') return null;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? null : at;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value.normalize('NFC').trim() : '');

/** Those of the known ones that were given, in the order of the known ones. */
function known<T>(all: readonly T[], given: unknown): T[] {
  const found = new Set(listOf(given));
  return all.filter((one) => found.has(one));
}

function datesOf(given: unknown): { start: Date; end: Date }[] {
  const dates = listOf(given).flatMap((one) => {
    const { start, end } = (one ?? {}) as Raw;
    const from = instant(start);
    if (!from) return [];
    const until = instant(end);
    return [{ start: from, end: until && until >= from ? until : from }];
  });
  const byStart = new Map(dates.map((date) => [date.start.getTime(), date]));
  return [...byStart.values()].sort((a, b) => a.start.getTime() - b.start.getTime()).slice(0, MOST_DATES);
}

function pointOf({ lat, lng }: Raw): { lat: number; lng: number } | null {
  const [north, east] = [numberOf(lat), numberOf(lng)];
  if (north === null || east === null || Math.abs(north) > 90 || Math.abs(east) > 180) return null;
  return { lat: north, lng: east };
}

function pictureOf(given: unknown): ShownPicture | null {
  const { id, extension, label, width, height } = (given ?? {}) as Raw;
  const [wide, high] = [numberOf(width), numberOf(height)];
  if (typeof id !== 'string' || !isUuid(id) || !wide || !high) return null;
  return { id, extension: textOf(extension), label: textOf(label), width: wide, height: high };
}

/** As a module's SQL gave it, or as it was kept. */
export function facetsOf(raw: unknown): Facets {
  const given = (raw ?? {}) as Raw;
  const [fields, audience, access] = [
    known(FIELDS, given.fields),
    known(AUDIENCES, given.audience),
    known(ACCESS, given.access),
  ];
  const districts = [...new Set(listOf(given.districts).map(textOf))].filter(Boolean).slice(0, MOST_DISTRICTS);
  const dates = datesOf(given.dates);
  const until = instant(given.until);
  const fee = numberOf(given.fee);
  const picture = pictureOf(given.picture);
  const place = textOf(given.place);
  return {
    ...(fields.length > 0 ? { fields } : {}),
    ...(districts.length > 0 ? { districts } : {}),
    ...(dates.length > 0 ? { dates } : {}),
    ...(dates.length > 0 && given.isAllDay === true ? { isAllDay: true } : {}),
    ...(until ? { until } : {}),
    ...(pointOf(given) ?? {}),
    ...(place ? { place } : {}),
    ...(audience.length > 0 ? { audience } : {}),
    ...(fee !== null && fee >= 0 ? { fee } : {}),
    ...(access.length > 0 ? { access } : {}),
    ...(typeof given.actor === 'string' && isUuid(given.actor) ? { actor: given.actor } : {}),
    ...(picture ? { picture } : {}),
    ...(given.isCancelled === true ? { isCancelled: true } : {}),
  };
}

/** The same facets give the same text, however the database ordered them. */
export const facetsText = (raw: unknown): string => JSON.stringify(facetsOf(raw));
