/** F9.2 What whoever calls a meeting does with it: calls, changes and cancels it, asks scribes. */
import { page } from '#commons/hubs/index.ts';
import { parseShortId } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { meetingPath } from './addresses.ts';
import { appointScribe, endScribe } from './appoint-scribe.ts';
import { callMeeting } from './call-meeting.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { changeMeeting } from './change-meeting.ts';
import { topicChoices } from './hall-queries.ts';
import { appointed, crumbs, demand, meetingId, named, sentenceOf } from './page-parts.ts';
import type { ShownMeeting } from './queries.ts';
import { notFound } from './refusing.ts';
import { isHost, mayAppoint, mayCall, mayCancel, mayChange } from './rules.ts';
import { cancelPage, scribesPage } from './views/acts.ts';
import { EMPTY, fieldNames, meetingForm, TYPED, type Typed, typedOf } from './views/form.ts';
import { words } from './words.ts';

async function typedIn(visit: Visit): Promise<Typed> {
  const form = await visit.form();
  return Object.fromEntries(TYPED.map((name) => [name, form.get(name) ?? ''])) as Typed;
}

/** `done` addresses go into a Location header. */
function shown(meeting: { id: string; title: string }, done: string): string {
  return `${encodeURI(meetingPath(meeting))}?done=${done}`;
}

async function callPage(visit: Visit, typed: Typed, problem?: Problem): Promise<Reply> {
  const { lang, now, hub } = visit;
  const topics = await visit.read((db) => topicChoices(db, now));
  const no = mayCall(hub, visit.signedIn);
  const title = words(lang).form.title;
  return page(visit, {
    title,
    layout: 'reading',
    indexed: false,
    breadcrumb: crumbs(visit, null, title),
    main: meetingForm({
      lang,
      typed,
      problem,
      calling: { topics, actingName: visit.signedIn.acting.name, no: no && sentenceOf(visit, no) },
    }),
    islands: ['char-counter'],
    problem,
    fieldNames: fieldNames(lang),
  });
}

/** From a round's or a proposal's page one comes with what the meeting is about. */
async function newMeeting(visit: Visit): Promise<Reply> {
  const round = parseShortId(visit.query('round'));
  const debate = parseShortId(visit.query('debate'));
  const topic = debate ? `debate:${debate}` : round ? `round:${round}` : '';
  return callPage(visit, { ...EMPTY, topic, stepFree: 'unknown' });
}

async function call(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(callMeeting, typed, {
    done: (meeting) => shown(meeting, 'published'),
    again: (problem) => callPage(visit, typed, problem),
  });
}

function changePage(visit: Visit, meeting: ShownMeeting, typed: Typed, version: number, problem?: Problem): Reply {
  const { lang } = visit;
  const title = words(lang).form.editTitle;
  const at = meetingPath(meeting);
  return page(visit, {
    title,
    layout: 'reading',
    indexed: false,
    breadcrumb: crumbs(visit, meeting, title),
    main: meetingForm({ lang, typed, problem, changing: { action: `${at}/revision`, version, back: at } }),
    islands: ['char-counter'],
    problem,
    fieldNames: fieldNames(lang),
  });
}

async function revision(visit: Visit): Promise<Reply> {
  const meeting = await named(visit);
  demand(mayChange(visit.signedIn, meeting, visit.now));
  return changePage(visit, meeting, typedOf(meeting), meeting.version);
}

async function revise(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  const version = (await visit.form()).get('version') ?? '';
  return visit.attempt(
    changeMeeting,
    { ...typed, id: meetingId(visit), version },
    {
      done: (meeting) => shown(meeting, 'saved'),
      // After a conflict the form goes on from what is there now, with what was typed still in it.
      again: async (problem) => {
        const meeting = await named(visit);
        return changePage(visit, meeting, typed, meeting.version, problem);
      },
    },
  );
}

function cancellationPage(visit: Visit, meeting: ShownMeeting, typed: string, problem?: Problem): Reply {
  const { lang } = visit;
  const w = words(lang).cancel;
  return page(visit, {
    title: w.title,
    layout: 'reading',
    indexed: false,
    breadcrumb: crumbs(visit, meeting, w.title),
    main: cancelPage({ lang, meeting, typed, problem }),
    islands: ['char-counter'],
    problem,
    fieldNames: { reason: w.reason },
  });
}

async function cancellation(visit: Visit): Promise<Reply> {
  const meeting = await named(visit);
  demand(mayCancel(visit.signedIn, meeting, visit.now));
  return cancellationPage(visit, meeting, '');
}

async function cancel(visit: Visit): Promise<Reply> {
  const reason = (await visit.form()).get('reason') ?? '';
  return visit.attempt(
    cancelMeeting,
    { id: meetingId(visit), reason },
    {
      done: (meeting) => shown(meeting, 'recorded'),
      again: async (problem) => cancellationPage(visit, await named(visit), reason, problem),
    },
  );
}

async function scribes(visit: Visit, typed = '', problem?: Problem): Promise<Reply> {
  const meeting = await named(visit);
  const { lang, now, signedIn } = visit;
  const host = isHost(signedIn, meeting);
  if (!host && !appointed(visit, meeting)) throw notFound();
  const no = mayAppoint(signedIn, meeting, now);
  const w = words(lang).scribes;
  const personId = signedIn.person.id;
  return page(visit, {
    title: w.title,
    layout: 'reading',
    indexed: false,
    breadcrumb: crumbs(visit, meeting, w.title),
    main: scribesPage({ lang, meeting, typed, problem, personId, isHost: host, no: no && sentenceOf(visit, no) }),
    problem,
    fieldNames: { name: w.name },
  });
}

async function appoint(visit: Visit): Promise<Reply> {
  const name = (await visit.form()).get('name') ?? '';
  return visit.attempt(
    appointScribe,
    { id: meetingId(visit), name },
    {
      done: (meeting) => `${encodeURI(meetingPath(meeting))}/scribes?done=saved`,
      again: (problem) => scribes(visit, name, problem),
    },
  );
}

async function end(visit: Visit): Promise<Reply> {
  const personId = (await visit.form()).get('personId') ?? '';
  return visit.attempt(
    endScribe,
    { id: meetingId(visit), personId },
    {
      done: (meeting) => shown(meeting, 'saved'),
      again: (problem) => scribes(visit, '', problem),
    },
  );
}

export const hostRoutes: readonly Route[] = [
  get('/meetings/new', 'person', ['F9.2'], newMeeting),
  post('/meetings', 'person', ['F9.2'], call),
  get('/meetings/:ref/revision', 'person', ['F9.2'], revision),
  post('/meetings/:ref/revision', 'person', ['F9.2'], revise),
  get('/meetings/:ref/cancellation', 'person', ['F9.2'], cancellation),
  post('/meetings/:ref/cancellation', 'person', ['F9.2'], cancel),
  get('/meetings/:ref/scribes', 'person', ['F9.2'], (visit) => scribes(visit)),
  post('/meetings/:ref/scribes', 'person', ['F9.2'], appoint),
  post('/meetings/:ref/scribes/removal', 'person', ['F9.2'], end),
];
