/** F1.1, X3: an event as a date of calendars, the same in every one of them: who has subscribed to two sees it once. Pure. */
import { shortId } from '#kernel/ids.ts';
import type { CalendarDate } from '#kernel/module.ts';
import { eventPath } from './addresses.ts';
import type { ListedEvent } from './queries.ts';

export function dateOf(event: ListedEvent): CalendarDate {
  return {
    uid: `event-${shortId(event.id)}`,
    title: event.title,
    start: event.starts_at,
    end: event.ends_at,
    place: [event.place, event.address].filter((text) => text !== '').join('、'),
    about: event.about,
    href: eventPath(event),
    of: [
      `event:${event.id}`,
      `actor:${event.host_id}`,
      `group:${event.host_id}`,
      ...(event.series_id ? [`event-series:${event.series_id}`] : []),
    ],
    changedAt: event.changed_at,
    // Moved or cancelled, the higher number tells programs that this is the newer one.
    sequence: event.version - 1,
    isCancelled: event.cancelled_at !== null,
  };
}
