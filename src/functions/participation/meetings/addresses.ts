/** F9.2 Where things of a meeting are. Not percent-encoded: a Location header needs `encodeURI`. */
import { ref } from '#kernel/ids.ts';

export function meetingPath(meeting: { id: string; title: string }): string {
  return `/meetings/${ref(meeting.id, meeting.title)}`;
}
