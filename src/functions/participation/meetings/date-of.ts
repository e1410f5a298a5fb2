/** F9.2, X3: a meeting as a date of calendars, the same in every one of them. Pure. */
import { shortId } from '#kernel/ids.ts';
import type { CalendarDate } from '#kernel/module.ts';
import { meetingPath } from './addresses.ts';
import type { ListedMeeting } from './queries.ts';

export function dateOf(meeting: ListedMeeting): CalendarDate {
  return {
    uid: `meeting-${shortId(meeting.id)}`,
    title: meeting.title,
    start: meeting.starts_at,
    end: meeting.ends_at,
    place: [meeting.place, meeting.address].filter((text) => text !== '').join('、'),
    about: meeting.about,
    href: meetingPath(meeting),
    of: [
      `meeting:${meeting.id}`,
      ...(meeting.round_id ? [`round:${meeting.round_id}`] : []),
      ...(meeting.debate_id ? [`debate:${meeting.debate_id}`, `proposal:${meeting.debate_id}`] : []),
    ],
    sequence: meeting.version - 1,
    isCancelled: meeting.cancelled_at !== null,
  };
}
