/** F9.2 Minutes and how many came. */
import { page } from '#commons/hubs/index.ts';
import { colon } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { html } from '#ui/html.ts';
import { meetingPath } from './addresses.ts';
import { minutesVersions } from './hall-queries.ts';
import { hallWords } from './hall-words.ts';
import { appointed, crumbs, demand, meetingId, named, sentenceOf } from './page-parts.ts';
import { recordAttendance } from './record-attendance.ts';
import { notFound } from './refusing.ts';
import { mayPublishMinutes, mayWriteMinutes } from './rules.ts';
import { attendanceForm } from './views/acts.ts';
import { minutesForm, versionsPage } from './views/minutes.ts';
import { words } from './words.ts';
import { publishMinutes, saveMinutes } from './write-minutes.ts';

interface Again {
  minutes?: { body: string; changed: string };
  people?: string;
  problem?: Problem;
}

async function writePage(visit: Visit, again: Again = {}): Promise<Reply> {
  const meeting = await named(visit);
  const { lang, now, signedIn } = visit;
  demand(mayWriteMinutes(signedIn, meeting, appointed(visit, meeting), now));
  const versions = await visit.read((db) => minutesVersions(db, meeting.id));
  const draft = versions.find((version) => version.published_at === null) ?? null;
  const no = mayPublishMinutes(signedIn, meeting, now);
  const w = hallWords(lang).minutes;
  // A correction begins with what is public.
  const stored = { body: draft?.body ?? meeting.minutes?.body ?? '', changed: draft?.changed ?? '' };
  const typed = { ...(again.minutes ?? stored), saves: draft?.saves ?? 0 };
  const people = again.people ?? String(meeting.attendance ?? '');
  const { problem } = again;
  return page(visit, {
    title: w.writeTitle,
    layout: 'reading',
    indexed: false,
    breadcrumb: crumbs(visit, meeting, w.writeTitle),
    main: html`${minutesForm({ lang, meeting, draft, typed, problem, noPublishing: no && (no === 'not-host' ? w.hostPublishes : sentenceOf(visit, no)) })}${attendanceForm({ lang, meeting, typed: people, problem })}`,
    islands: ['char-counter'],
    problem,
    fieldNames: { body: w.body, changed: w.changed, people: words(lang).attendance.people },
  });
}

async function write(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const minutes = { body: form.get('body') ?? '', changed: form.get('changed') ?? '' };
  const input = { id: meetingId(visit), ...minutes, saves: form.get('saves') };
  const again = (problem: Problem) => writePage(visit, { minutes, problem });
  if (form.get('next') === 'publish')
    return visit.attempt(publishMinutes, input, {
      done: (meeting) => `${encodeURI(meetingPath(meeting))}?done=published#minutes`,
      again,
    });
  return visit.attempt(saveMinutes, input, {
    done: (meeting) => `${encodeURI(meetingPath(meeting))}/minutes/new?done=saved`,
    again,
  });
}

async function versionList(visit: Visit): Promise<Reply> {
  const meeting = await named(visit);
  const versions = await visit.read((db) => minutesVersions(db, meeting.id));
  if (meeting.minutes_version === 0) throw notFound();
  const { lang } = visit;
  visit.tag('meetings', `meeting:${meeting.id}`);
  const title = hallWords(lang).minutes.title;
  return page(visit, {
    title: `${title}${colon(lang)}${meeting.title}`,
    layout: 'reading',
    breadcrumb: crumbs(visit, meeting, title),
    main: versionsPage(meeting, versions, lang),
    proof: { kind: 'meeting', id: meeting.id },
  });
}

async function attend(visit: Visit): Promise<Reply> {
  const people = (await visit.form()).get('people') ?? '';
  return visit.attempt(
    recordAttendance,
    { id: meetingId(visit), people },
    {
      done: (meeting) => `${encodeURI(meetingPath(meeting))}?done=recorded`,
      again: (problem) => writePage(visit, { people, problem }),
    },
  );
}

export const minutesRoutes: readonly Route[] = [
  get('/meetings/:ref/minutes', 'public', ['F9.2'], versionList, { cached: true }),
  get('/meetings/:ref/minutes/new', 'person', ['F9.2'], (visit) => writePage(visit)),
  post('/meetings/:ref/minutes', 'person', ['F9.2'], write),
  post('/meetings/:ref/attendance', 'person', ['F9.2'], attend),
];
