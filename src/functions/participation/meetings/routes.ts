/** F9.2 Reading meetings. */
import { page } from '#commons/hubs/index.ts';
import { followPart, thingFeedLink } from '#commons/notices/index.ts';
import { isUuid } from '#kernel/ids.ts';
import { get, type Route } from '#kernel/module.ts';
import { movedTo, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { html } from '#ui/html.ts';
import { recentRounds } from '../rounds/index.ts';
import { meetingPath } from './addresses.ts';
import { exportRoutes } from './export-routes.ts';
import { saidIn } from './hall-queries.ts';
import { hostRoutes } from './host-routes.ts';
import { meetingData } from './linked-data.ts';
import { filterOf } from './list-filter.ts';
import { materialRoutes } from './material-routes.ts';
import { minutesRoutes } from './minutes-routes.ts';
import { nameRoutes } from './name-routes.ts';
import { appointed, crumbs, meetingId, sentenceOf } from './page-parts.ts';
import { printRoutes } from './print-routes.ts';
import { printWords } from './print-words.ts';
import { listedMeetings, type ShownMeeting, shownMeeting } from './queries.ts';
import { notFound } from './refusing.ts';
import { isHost, mayChange, mayHandOut, mayScribe, mayWriteMinutes, nextChange } from './rules.ts';
import { scribeRoutes } from './scribe-routes.ts';
import { meetingList } from './views/list.ts';
import { meetingActs, meetingHead, meetingMain, type Own } from './views/show.ts';
import { words } from './words.ts';

const SAID_A_PAGE = 30;

/** The list is wrong as soon as one of its meetings begins or ends. */
function expireWith(visit: Visit, meetings: readonly Parameters<typeof nextChange>[0][]): void {
  for (const meeting of meetings) {
    const change = nextChange(meeting, visit.now);
    if (change) visit.expiresAt(change);
  }
}

async function listPage(visit: Visit): Promise<Reply> {
  const filter = filterOf((name) => visit.query(name));
  const { lang, now } = visit;
  const [rounds, listed] = await visit.read((db) =>
    Promise.all([recentRounds(db, now), listedMeetings(db, filter, now)]),
  );
  visit.tag('meetings', 'rounds');
  expireWith(visit, listed.meetings);
  const w = words(lang).list;
  return page(visit, {
    title: w.title,
    description: w.lead,
    main: meetingList({ lang, now, filter, rounds, ...listed }),
    breadcrumb: crumbs(visit, null),
  });
}

async function showPage(visit: Visit): Promise<Reply> {
  const id = meetingId(visit);
  const before = isUuid(visit.query('before')) ? visit.query('before') : null;
  const [meeting, said] = await visit.read((db) =>
    Promise.all([shownMeeting(db, id), saidIn(db, id, before, SAID_A_PAGE)]),
  );
  if (!meeting) throw notFound();
  const at = meetingPath(meeting);
  if (decodeURI(visit.url.pathname) !== at) return movedTo(encodeURI(at) + visit.url.search);
  visit.tag('meetings', `meeting:${id}`, ...said.said.map((one) => `opinion:${one.id}`));
  expireWith(visit, [meeting]);
  const { lang, now } = visit;
  return page(visit, {
    title: meeting.title,
    description: meeting.about.slice(0, 120) || words(lang).list.lead,
    breadcrumb: crumbs(visit, meeting),
    head: html`${meetingHead(meeting, now, lang)}${followPart(visit, { kind: 'meeting', id, title: meeting.title })}`,
    now: meetingActs(meeting, ownOf(visit, meeting), (reason) => sentenceOf(visit, reason), now, lang),
    main: meetingMain({ lang, now, meeting, ...said, later: before !== null }),
    dataLinks: [
      { href: `${at}/calendar.ics`, text: words(lang).show.calendar, type: 'text/calendar' },
      { href: `${at}/sheet.pdf`, text: printWords(lang).sheet, type: 'application/pdf' },
      { href: `${at}/poster.pdf`, text: printWords(lang).posterA4, type: 'application/pdf' },
      { href: `${at}/poster.pdf?paper=a3`, text: printWords(lang).posterA3, type: 'application/pdf' },
      thingFeedLink('meeting', id, lang),
    ],
    proof: { kind: 'meeting', id },
    about: meetingData(meeting, visit.hub),
    responsible: meeting.host_name,
  });
}

function ownOf(visit: Visit, meeting: ShownMeeting): Own {
  const { reader, now } = visit;
  const isScribe = appointed(visit, meeting);
  return {
    isHost: isHost(reader, meeting),
    isScribe,
    scribe: mayScribe(reader, meeting, isScribe, now),
    change: mayChange(reader, meeting, now),
    write: mayWriteMinutes(reader, meeting, isScribe, now),
    handOut: mayHandOut(reader, meeting),
  };
}

export const routes: readonly Route[] = [
  get('/meetings', 'public', ['F9.2'], listPage, { cached: true, framed: true }),
  get('/meetings/:ref', 'public', ['F9.2'], showPage, { cached: true }),
  ...hostRoutes,
  ...scribeRoutes,
  ...minutesRoutes,
  ...materialRoutes,
  ...nameRoutes,
  ...printRoutes,
  ...exportRoutes,
];
