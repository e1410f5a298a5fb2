/** F9.2 What the routes of meetings have in common. */
import { parseRef } from '#kernel/ids.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { meetingPath } from './addresses.ts';
import type { Reason } from './meeting.ts';
import { type ShownMeeting, shownMeeting } from './queries.ts';
import { notFound, refusalFor } from './refusing.ts';
import { words } from './words.ts';

export function meetingId(visit: Visit): string {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw notFound();
  return id;
}

export async function named(visit: Visit): Promise<ShownMeeting> {
  const meeting = await visit.read((db) => shownMeeting(db, meetingId(visit)));
  if (!meeting) throw notFound();
  return meeting;
}

/** Why something is not possible now, as a sentence. */
export function sentenceOf(visit: Visit, reason: Reason): string {
  return visit.problem(refusalFor(reason)).items[0]?.message ?? '';
}

/** @throws Refusal when the page makes no sense for this reader now */
export function demand(reason: Reason | null): void {
  if (reason) throw refusalFor(reason);
}

export function crumbs(visit: Visit, meeting: { id: string; title: string } | null, last?: string) {
  return [
    { text: words(visit.lang).list.title, href: '/meetings' },
    ...(meeting ? [{ text: meeting.title, ...(last ? { href: meetingPath(meeting) } : {}) }] : []),
    ...(last ? [{ text: last }] : []),
  ];
}

export function appointed(visit: Visit, meeting: ShownMeeting): boolean {
  return meeting.scribes.some(({ id }) => id === visit.reader?.person.id);
}
