/** F1.2: an event as a row of the national list of events. Cells of which nothing is known stay empty. Pure. */

import { facetWords } from '#commons/search/index.ts';
import type { Hub } from '#kernel/context.ts';
import { tokyoDate, tokyoDateTime } from '#kernel/dates.ts';
import { phoneIn } from '#kernel/phone.ts';
import { eventPath } from './addresses.ts';
import type { ListedEvent } from './queries.ts';
import { feeText } from './views/pieces.ts';
import { words } from './words.ts';

/** `number`: its place in the file, from 1 on. As many cells as there are columns. */
export function nationalRow(
  event: ListedEvent,
  number: number,
  hub: Pick<Hub, 'origin' | 'town'>,
): (string | number | null)[] {
  const [day, time] = tokyoDateTime(event.starts_at).split('T') as [string, string];
  const [lastDay, lastTime] = tokyoDateTime(event.ends_at).split('T') as [string, string];
  const url = hub.origin + encodeURI(eventPath(event));
  const until = event.registration_until && new Date(event.registration_until.getTime() - 60_000);
  const contact = phoneIn(event.contact);
  const notes = [
    event.cancelled_at ? words('ja').states.cancelled : '',
    event.is_online ? words('ja').show.onlineMark : '',
    ...event.access.map((one) => facetWords('ja').access[one]),
  ];
  return [
    ...['', number, '', hub.town.ja, event.title, '', ''],
    ...[day, lastDay, time.slice(0, 5), lastTime.slice(0, 5), ''],
    ...[event.about, String(event.fee), feeText(event, 'ja'), contact.rest, contact.phone, '', event.host_name],
    ...[event.place, event.address, '', event.lat, event.lng, '', ''],
    ...[event.capacity, until ? tokyoDate(until) : '', until ? tokyoDateTime(until).slice(11, 16) : ''],
    ...[event.takes_registrations ? url : '', url, notes.filter((note) => note !== '').join('、')],
  ];
}
