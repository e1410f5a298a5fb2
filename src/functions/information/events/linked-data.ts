/** F1.2, X8: an event as an Event of schema.org, so that calendars and search engines find when and where. Pure. */
import { actorData } from '#commons/actors/index.ts';
import { pictureAddress } from '#commons/files/index.ts';
import type { Hub } from '#kernel/context.ts';
import { tokyoDateTime } from '#kernel/dates.ts';
import { eventPath } from './addresses.ts';
import type { ShownEvent } from './queries.ts';
import { freePlaces } from './rules.ts';

export function eventData(event: ShownEvent, hub: Pick<Hub, 'origin'>): Record<string, unknown> {
  const url = hub.origin + encodeURI(eventPath(event));
  const moved = event.changes.findLast(({ kind }) => kind === 'moved');
  const status = event.cancelled_at ? 'EventCancelled' : moved ? 'EventRescheduled' : 'EventScheduled';
  const mode = !event.is_online ? 'Offline' : event.place === '' ? 'Online' : 'Mixed';
  const place = event.place !== '' && {
    '@type': 'Place',
    name: event.place,
    ...(event.address ? { address: event.address } : {}),
    ...(event.lat === null ? {} : { geo: { '@type': 'GeoCoordinates', latitude: event.lat, longitude: event.lng } }),
  };
  const room = event.is_online && { '@type': 'VirtualLocation', url };
  const free = freePlaces(event);
  return {
    '@type': 'Event',
    '@id': url,
    url,
    name: event.title,
    description: event.about,
    ...(event.picture ? { image: pictureAddress(event.picture, hub.origin) } : {}),
    startDate: tokyoDateTime(event.starts_at),
    endDate: tokyoDateTime(event.ends_at),
    ...(moved ? { previousStartDate: tokyoDateTime(new Date(moved.was_from)) } : {}),
    eventStatus: `https://schema.org/${status}`,
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    location: place && room ? [place, room] : place || room,
    organizer: actorData({ id: event.host_id, kind: event.host_kind, name: event.host_name }, hub),
    isAccessibleForFree: event.fee === 0,
    ...(event.tags.length > 0 ? { keywords: event.tags } : {}),
    ...(event.capacity === null ? {} : { maximumAttendeeCapacity: event.capacity, remainingAttendeeCapacity: free }),
    offers: {
      '@type': 'Offer',
      price: event.fee,
      priceCurrency: 'JPY',
      url,
      availability: `https://schema.org/${free === 0 ? 'SoldOut' : 'InStock'}`,
    },
  };
}
