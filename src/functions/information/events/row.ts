/** F1.1 From what was typed to the columns of an event. */
import type { Db } from '#kernel/database/dialect.ts';
import { gramsVector } from '#kernel/grams.ts';
import { boundsOf, districtAt, outlineInForce, placeOf } from '../../participation/proposals/index.ts';
import { type EventInput, refusalFor } from './event.ts';

export interface Where {
  lat: number | null;
  lng: number | null;
  district: string;
}

/** The point; the district that was typed, else the one in which the point lies, else the one that was chosen. @throws Refusal place-… */
export async function whereOf(
  db: Db,
  input: Pick<EventInput, 'lat' | 'lng' | 'district' | 'otherDistrict'>,
): Promise<Where> {
  const outline = (await outlineInForce(db))?.geojson ?? null;
  const found = placeOf({ lat: input.lat, lng: input.lng, shape: '' }, outline && boundsOf(outline));
  if ('problem' in found)
    throw refusalFor(found.problem.code as 'place-half' | 'place-not-degrees' | 'place-outside', {
      field: found.problem.field,
    });
  const { place } = found;
  const { district, otherDistrict } = input;
  if (!place) return { lat: null, lng: null, district: otherDistrict || district };
  const at = districtAt(outline, [place.lat, place.lng]);
  return { lat: place.lat, lng: place.lng, district: otherDistrict || at || district };
}

/** An event is somewhere: in a place, or online behind an address that a browser opens. @throws Refusal */
export function checkPlace({ place, isOnline, onlineLink }: EventInput): void {
  if (place === '' && !isOnline) throw refusalFor('no-place', { field: 'place' });
  if (onlineLink !== '' && !/^https?:\/\/[^\s<>"]+$/i.test(onlineLink))
    throw refusalFor('not-a-link', { field: 'onlineLink' });
}

export function gramsOf(event: Pick<EventInput, 'title' | 'about' | 'place' | 'address' | 'tags'>): string {
  return gramsVector([event.title, event.about, event.place, event.address, event.tags.join(' ')].join('\n'));
}

/** The columns that are the same on every day of a series. */
export function columnsOf(input: EventInput, where: Where) {
  return {
    title: input.title,
    about: input.about,
    place: input.place,
    address: input.address,
    ...where,
    is_online: input.isOnline,
    online_link: input.isOnline ? input.onlineLink : '',
    fee: input.fee ?? 0,
    fee_note: input.feeNote,
    audience: input.audience,
    audience_note: input.audienceNote,
    fields: input.fields,
    tags: input.tags,
    access: input.access,
    access_note: input.accessNote,
    contact: input.contact,
    takes_registrations: input.takesRegistrations,
    capacity: input.takesRegistrations ? input.capacity : null,
    companions: input.takesRegistrations ? (input.companions ?? 0) : 0,
    grams: gramsOf(input),
  };
}

/** What the journal commits to. The online link isn't public, so it isn't in it. */
export function contentOf(input: EventInput, days: readonly { starts_at: Date; ends_at: Date }[]) {
  const { title, about, place, address, isOnline, fee, feeNote, audience, audienceNote, fields, tags } = input;
  const { access, accessNote, contact, takesRegistrations, capacity } = input;
  return {
    ...{ title, about, place, address, isOnline, fee: fee ?? 0, feeNote, audience, audienceNote, fields, tags },
    ...{ access, accessNote, contact, takesRegistrations, capacity },
    days: days.map(({ starts_at, ends_at }) => ({ from: starts_at.toISOString(), to: ends_at.toISOString() })),
  };
}
