/** F1.2, X8: a meeting as an Event of schema.org, so that calendars and search engines find when and where. Pure. */
import { actorData } from '#commons/actors/index.ts';
import type { Hub } from '#kernel/context.ts';
import { tokyoDateTime } from '#kernel/dates.ts';
import { meetingPath } from './addresses.ts';
import type { ShownMeeting } from './queries.ts';

export function meetingData(meeting: ShownMeeting, hub: Pick<Hub, 'origin'>): Record<string, unknown> {
  const url = hub.origin + encodeURI(meetingPath(meeting));
  const moved = meeting.changes.findLast(({ kind }) => kind === 'moved');
  const status = meeting.cancelled_at ? 'EventCancelled' : moved ? 'EventRescheduled' : 'EventScheduled';
  return {
    '@type': 'Event',
    '@id': url,
    url,
    name: meeting.title,
    description: meeting.about,
    startDate: tokyoDateTime(meeting.starts_at),
    endDate: tokyoDateTime(meeting.ends_at),
    ...(moved ? { previousStartDate: tokyoDateTime(moved.was_from) } : {}),
    eventStatus: `https://schema.org/${status}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@type': 'Place', name: meeting.place, ...(meeting.address ? { address: meeting.address } : {}) },
    organizer: actorData({ id: meeting.host_id, kind: meeting.host_kind, name: meeting.host_name }, hub),
    isAccessibleForFree: true,
  };
}
