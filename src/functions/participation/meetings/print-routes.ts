/** F9.2, X9 A meeting on paper. */
import { pdfReply } from '#channels/pdf/index.ts';
import { shortId } from '#kernel/ids.ts';
import { get, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { named } from './page-parts.ts';
import { meetingPoster, meetingSheet, type PrintedMeetingProps } from './printed.ts';

async function props(visit: Visit): Promise<PrintedMeetingProps> {
  const { lang, hub } = visit;
  return { lang, origin: hub.origin, hubName: hub.town[lang], meeting: await named(visit) };
}

async function sheet(visit: Visit): Promise<Reply> {
  const it = await props(visit);
  return pdfReply(visit, meetingSheet(it), `meeting-${shortId(it.meeting.id)}.pdf`);
}

async function poster(visit: Visit): Promise<Reply> {
  const it = await props(visit);
  const paper = visit.query('paper') === 'a3' ? 'a3' : 'a4';
  return pdfReply(visit, meetingPoster(it, paper), `poster-${paper}-${shortId(it.meeting.id)}.pdf`);
}

export const printRoutes: readonly Route[] = [
  get('/meetings/:ref/sheet.pdf', 'public', ['F9.2'], sheet),
  get('/meetings/:ref/poster.pdf', 'public', ['F9.2'], poster),
];
