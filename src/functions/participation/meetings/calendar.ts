/** F9.2, X3: meetings as iCalendar (RFC 5545), for the calendar on somebody's phone. */
import ical, { ICalEventStatus } from 'ical-generator';
import type { Hub } from '#kernel/context.ts';
import { shortId } from '#kernel/ids.ts';
import { type Lang, labelled } from '#kernel/lang.ts';
import { meetingPath } from './addresses.ts';
import type { ListedMeeting } from './queries.ts';
import { words } from './words.ts';

/** A calendar program shows the name, and asks again after an hour. */
export function calendarOf(
  meetings: readonly ListedMeeting[],
  { hub, lang, now, name }: { hub: Pick<Hub, 'origin'>; lang: Lang; now: Date; name: string },
): string {
  const calendar = ical({
    name,
    prodId: { company: 'Minna', product: 'Minna', language: lang === 'en' ? 'EN' : 'JA' },
    ttl: 3600,
  });
  for (const meeting of meetings) {
    const w = words(lang);
    const href = hub.origin + encodeURI(meetingPath(meeting));
    calendar.createEvent({
      // The same as in the calendar of everything: who has subscribed to both sees it once.
      id: `meeting-${shortId(meeting.id)}@${new URL(hub.origin).host}`,
      stamp: now,
      start: meeting.starts_at,
      end: meeting.ends_at,
      // Moved or cancelled, the higher number tells programs that this is the newer one.
      sequence: meeting.version - 1,
      summary: meeting.cancelled_at ? labelled(w.states.cancelled, meeting.title, lang) : meeting.title,
      location: [meeting.place, meeting.address].filter((text) => text !== '').join('、'),
      description: [meeting.about, href].filter((text) => text !== '').join('\n\n'),
      url: href,
      status: meeting.cancelled_at ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
