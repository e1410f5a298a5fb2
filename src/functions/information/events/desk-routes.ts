/** F1.1, F1.4 For whoever holds an event: who registered, the door, calling it off. */
import { csvReply } from '#channels/open-data/csv.ts';
import type { Action } from '#kernel/action.ts';
import { formatTime, tokyoDateTime } from '#kernel/dates.ts';
import { isUuid } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { checkInPath, deskPath, eventPath, standingAt } from './addresses.ts';
import { cancelEvent } from './cancel-event.ts';
import { type Coming, comingKeyText, comingTo, everybodyComing, readComingKey } from './coming.ts';
import { cancelByDesk, checkIn, countAttendance, enterByDesk, takeCheckInBack } from './desk.ts';
import { refusalFor, type Typed } from './event.ts';
import type { NamedEvent } from './event-tags.ts';
import { formTexts } from './form-words.ts';
import { demand, eventIn, idIn, keyIn, plainPage, sentenceOf, typedIn } from './page-parts.ts';
import { eventById } from './queries.ts';
import { ticketByCode } from './registration-queries.ts';
import { mayChange, mayCheckIn, mayOrganise } from './rules.ts';
import { cancellationView } from './views/cancellation.ts';
import { deskView } from './views/desk.ts';
import { scanView } from './views/ticket.ts';
import { words } from './words.ts';

const ON_A_PAGE = 100;
/** Rows without buttons, for paper. */
const ON_A_SHEET = 500;

async function deskPage(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const { lang, now, signedIn } = visit;
  const event = await eventIn(visit);
  demand(mayOrganise(signedIn, event));
  const w = words(lang);
  const isSheet = visit.query('sheet') === 'yes';
  const [name, after] = ['q', 'after'].map((field) => (typed[field] ?? visit.query(field)).slice(0, 60)) as [
    string,
    string,
  ];
  const ask = { name, after: readComingKey(after), limit: isSheet ? ON_A_SHEET : ON_A_PAGE };
  const { people, next } = await visit.read((db) => comingTo(db, event.id, ask));
  const part = { people, name, after, next: next && comingKeyText(next), isSheet };
  return plainPage(visit, event, {
    title: w.desk.title,
    // A table of names needs the whole width.
    layout: undefined,
    main: deskView({ lang, now, event, part, no: sentenceOf(visit, mayCheckIn(signedIn, event, now)), typed, problem }),
    problem,
    fieldNames: { name: w.desk.name, companions: w.acts.companions, note: w.desk.note, attendance: w.desk.attendance },
  });
}

/** An act on the event of the address, back to its list; `stays` at whom it was about, so that the next name is at hand. */
function atDesk<I>(act: Action<I, NamedEvent>, stays = false) {
  return async (visit: Visit): Promise<Reply> => {
    const typed = await typedIn(visit);
    return visit.attempt(
      act,
      { ...typed, id: idIn(visit) },
      {
        done: (event) => {
          const list = deskPath(event, { q: typed.q ?? '', after: typed.after ?? '', done: 'recorded' });
          const { registration = '' } = typed;
          return stays && isUuid(registration) ? `${list}#${standingAt(registration)}` : list;
        },
        again: (problem) => deskPage(visit, typed, problem),
      },
    );
  };
}

/** Everybody on one list, for a spreadsheet: of whoever holds the event alone, and never kept on the way. */
async function deskFile(visit: Visit): Promise<Reply> {
  const { lang, signedIn } = visit;
  const event = await eventIn(visit);
  demand(mayOrganise(signedIn, event));
  const w = words(lang).desk;
  const row = (one: Coming) => [
    one.forgotten_at ? w.forgotten : one.name,
    one.places,
    w.ways[one.way],
    one.note,
    one.admitted_at ? w.admitted : w.waiting,
    one.checked_in_at && tokyoDateTime(one.checked_in_at),
  ];
  async function* rows() {
    for await (const batch of everybodyComing((work) => visit.read(work), event.id)) yield batch.map(row);
  }
  return csvReply('registrations.csv', w.columns, rows());
}

async function cancellationPage(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const { lang, now, signedIn } = visit;
  const event = await eventIn(visit);
  demand(mayChange(signedIn, event, now));
  const w = formTexts(lang);
  return plainPage(visit, event, {
    title: w.cancelTitle,
    main: cancellationView({ lang, event, typed, problem }),
    problem,
    islands: ['char-counter'],
    fieldNames: { reason: w.cancelReason, scope: w.scope },
  });
}

async function cancel(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(
    cancelEvent,
    { ...typed, id: idIn(visit) },
    {
      done: (event) => `${encodeURI(eventPath(event))}?done=recorded`,
      again: (problem) => cancellationPage(visit, typed, problem),
    },
  );
}

/** Why this ticket can't be checked in; null: it can. */
function scanProblem(
  visit: Visit,
  event: Awaited<ReturnType<typeof eventById>>,
  ticket: Awaited<ReturnType<typeof ticketByCode>>,
) {
  const w = words(visit.lang).desk;
  const no = mayCheckIn(visit.signedIn, event, visit.now);
  if (no) return sentenceOf(visit, no);
  if (ticket.cancelled_at) return w.cancelledWarn;
  if (ticket.checked_in_at) {
    const time = refusalFor('checked-in-already', { facts: { time: formatTime(ticket.checked_in_at, visit.lang) } });
    return visit.problem(time).items[0]?.message ?? '';
  }
  return ticket.admitted_at ? null : w.waitingWarn;
}

async function scanPage(visit: Visit): Promise<Reply> {
  const { lang, now, signedIn } = visit;
  const ticket = await visit.read((db) => ticketByCode(db, keyIn(visit)));
  const event = await visit.read((db) => eventById(db, ticket.event_id, now));
  demand(mayOrganise(signedIn, event));
  const done = visit.query('in') === 'yes' && ticket.checked_in_at !== null;
  return plainPage(visit, event, {
    title: words(lang).desk.scanTitle,
    main: scanView(
      lang,
      { event, ticket, problem: scanProblem(visit, event, ticket), done },
      checkInPath(ticket.check_code),
    ),
  });
}

async function scan(visit: Visit): Promise<Reply> {
  await visit.form();
  const code = keyIn(visit);
  const ticket = await visit.read((db) => ticketByCode(db, code));
  return visit.attempt(
    checkIn,
    { id: ticket.event_id, registration: ticket.id },
    { done: () => `${checkInPath(code)}?in=yes`, again: () => scanPage(visit) },
  );
}

const serves = ['F1.1', 'F1.4'];

export const deskRoutes: readonly Route[] = [
  get('/events/:ref/registrations', 'person', serves, (visit) => deskPage(visit)),
  get('/events/:ref/registrations.csv', 'person', serves, deskFile),
  post('/events/:ref/desk-entries', 'person', serves, atDesk(enterByDesk)),
  post('/events/:ref/check-ins', 'person', serves, atDesk(checkIn, true)),
  post('/events/:ref/check-ins/taking-back', 'person', serves, atDesk(takeCheckInBack, true)),
  post('/events/:ref/desk-cancellations', 'person', serves, atDesk(cancelByDesk)),
  post('/events/:ref/attendance', 'person', serves, atDesk(countAttendance)),
  get('/events/:ref/cancellation', 'person', serves, (visit) => cancellationPage(visit)),
  post('/events/:ref/cancellation', 'person', serves, cancel),
  get('/event-check-ins/:key', 'person', serves, scanPage),
  post('/event-check-ins/:key', 'person', serves, scan),
];
