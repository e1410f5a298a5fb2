/** F1.1 An event as its form would hold it. Pure. */
import { formatTime, tokyoDate } from '#kernel/dates.ts';
import { daysOf, type Typed } from './event.ts';
import type { EventRow } from './queries.ts';

/** A time input takes 09:05, not 9:05. */
function clockOf(at: Date): string {
  return formatTime(at, 'ja').padStart(5, '0');
}

export function typedEvent(event: EventRow): Typed {
  const [first, last] = daysOf(event);
  const yes = (is: boolean) => (is ? 'yes' : '');
  const number = (n: number | null) => (n === null ? '' : String(n));
  // The day before, since the form names the last day on which one can register.
  const until = event.registration_until ? tokyoDate(new Date(event.registration_until.getTime() - 1)) : '';
  return {
    title: event.title,
    about: event.about,
    date: first,
    from: clockOf(event.starts_at),
    to: clockOf(event.ends_at),
    endDate: last === first ? '' : last,
    repeat: 'none',
    place: event.place,
    address: event.address,
    district: event.district,
    lat: number(event.lat),
    lng: number(event.lng),
    isOnline: yes(event.is_online),
    onlineLink: event.online_link,
    fee: event.fee === 0 ? '' : String(event.fee),
    feeNote: event.fee_note,
    audience: event.audience.join(','),
    audienceNote: event.audience_note,
    fields: event.fields.join(','),
    tags: event.tags.join('、'),
    access: event.access.join(','),
    accessNote: event.access_note,
    contact: event.contact,
    takesRegistrations: yes(event.takes_registrations),
    capacity: number(event.capacity),
    companions: event.companions === 0 ? '' : String(event.companions),
    registrationFrom: event.registration_from ? tokyoDate(event.registration_from) : '',
    registrationUntil: until,
  };
}
