/** X3: dates as an iCalendar file (RFC 5545). Whole days stay whole days in Tokyo, whatever zone the reader's calendar keeps. Pure. */
import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { addDays, startOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import type { CalendarDate } from '#kernel/module.ts';
import { type Reply, text } from '#kernel/web/reply.ts';

export interface CalendarFile {
  name: string;
  /** scheme and host */
  origin: string;
  lang: 'ja' | 'en';
  now: Date;
  dates: readonly CalendarDate[];
}

/** Hours after which a calendar should ask again. */
const AGAIN_HOURS = 6;

export function icsOf({ name, origin, lang, now, dates }: CalendarFile): string {
  const host = new URL(origin).host;
  const file = ical({
    name,
    prodId: { company: host, product: 'Minna', language: lang.toUpperCase() },
    ttl: AGAIN_HOURS * 3600,
  });
  // Not the moment: whoever asks again is told that the file is still the same.
  const today = startOfTokyoDay(tokyoDate(now));
  for (const date of dates) {
    file.createEvent({
      id: `${date.uid}@${host}`,
      stamp: date.changedAt ?? today,
      ...(date.sequence ? { sequence: date.sequence } : {}),
      summary: date.title,
      ...timesOf(date),
      ...(date.place ? { location: date.place } : {}),
      ...(date.about ? { description: date.about } : {}),
      url: origin + encodeURI(date.href),
      status: date.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      // Nobody is busy because a round collects proposals.
      transparency: typeof date.start === 'string' ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    });
  }
  return file.toString();
}

/** An instant as it is; whole days as their own numbers, the end one day later as the format asks. */
function timesOf({ start, end }: CalendarDate) {
  if (typeof start !== 'string') return { start, ...(end instanceof Date ? { end } : {}) };
  const last = typeof end === 'string' ? end : start;
  return { start: dayOf(start), end: dayOf(addDays(last, 1)), allDay: true, timezone: 'Asia/Tokyo' };
}

/** Noon: inside that day in Tokyo, and wherever the server stands. */
function dayOf(date: string): Date {
  return new Date(startOfTokyoDay(date).getTime() + 12 * 3_600_000);
}

export function icsReply(file: CalendarFile): Reply {
  const reply = text(icsOf(file), 'text/calendar; charset=utf-8');
  reply.headers['content-disposition'] = 'inline; filename="calendar.ics"';
  return reply;
}
