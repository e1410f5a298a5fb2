/** F9.9 What a division does with its committee: sets it up, states seats and numbers, calls for members, announces sittings. */
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { pageHead } from '#ui/heading.ts';
import { html } from '#ui/html.ts';
import { callPath, committeePath, sittingPath } from './addresses.ts';
import { callSitting } from './call-sitting.ts';
import { openCall } from './calls.ts';
import { demand, idIn, namesOf, officePage, sentenceOf, typedIn } from './page-parts.ts';
import { type Committee, committeeById, seatsOf } from './queries.ts';
import { mayLead, maySetUp } from './rules.ts';
import { addSeat, fillSeat, setUpCommittee, stateShares } from './set-up-committee.ts';
import { type Field, fieldsForm, type Typed } from './views/forms.ts';
import { callFields, committeeFields, seatForms, sittingFields } from './views/office.ts';
import { words } from './words.ts';

function setUpPage(visit: Visit, typed: Typed, problem?: Problem): Reply {
  const { lang, signedIn } = visit;
  const w = words(lang).form;
  const fields = committeeFields(lang);
  const no = sentenceOf(visit, maySetUp(signedIn));
  const body = fieldsForm({ lang, typed, problem, action: '/committees', submit: w.submit, no, fields });
  const main = html`${pageHead({ title: w.setUp, lead: w.asWhom(signedIn.acting.name) })}${body}`;
  return officePage(visit, { committee: null, title: w.setUp, main, problem, fieldNames: namesOf(fields) });
}

async function setUp(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(setUpCommittee, typed, {
    done: (committee) => `${encodeURI(committeePath(committee))}?done=published`,
    again: async (problem) => setUpPage(visit, typed, problem),
  });
}

async function ledIn(visit: Visit): Promise<Committee> {
  const committee = await visit.read((db) => committeeById(db, idIn(visit)));
  demand(mayLead(visit.signedIn, committee));
  return committee;
}

async function seatsPage(visit: Visit, sent = '', typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const committee = await ledIn(visit);
  const seats = await visit.read((db) => seatsOf(db, committee.id));
  const { lang } = visit;
  const w = words(lang);
  const at = committeePath(committee);
  const numbers = seats.map(({ number }) => number);
  const main = html`${pageHead({ title: w.form.seats })}${seatForms({ lang, at, numbers, sent, typed, problem })}`;
  const { holder, kind, seat } = w.show;
  const { from: termFrom, until: termUntil, women, underForty, countedOn } = w.form;
  const fieldNames = { holder, kind, seat, termFrom, termUntil, women, underForty, countedOn };
  return officePage(visit, { committee, title: w.form.seats, main, problem, fieldNames });
}

function seatPost(sent: string, act: typeof addSeat | typeof fillSeat | typeof stateShares) {
  return async (visit: Visit): Promise<Reply> => {
    const typed = await typedIn(visit);
    return visit.attempt(
      act as typeof addSeat,
      { ...typed, id: idIn(visit) },
      {
        done: (committee) => `${encodeURI(committeePath(committee))}/seats?done=recorded`,
        again: (problem) => seatsPage(visit, sent, typed, problem),
      },
    );
  };
}

interface Announcing {
  title: string;
  path: 'calls' | 'sittings';
  fields: Field[];
}

function announcing(visit: Visit, path: Announcing['path']): Announcing {
  const { lang } = visit;
  const { form: w } = words(lang);
  return path === 'calls'
    ? { title: w.call, path, fields: callFields(lang) }
    : { title: w.sitting, path, fields: sittingFields(lang) };
}

async function announcePage(visit: Visit, { title, path, fields }: Announcing, typed: Typed, problem?: Problem) {
  const committee = await ledIn(visit);
  const { lang } = visit;
  const action = `${committeePath(committee)}/${path}`;
  const form = fieldsForm({ lang, typed, problem, action, submit: words(lang).form.submit, fields });
  const main = html`${pageHead({ title, lead: committee.name })}${form}`;
  return officePage(visit, { committee, title, main, problem, fieldNames: namesOf(fields) });
}

async function announceCall(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(
    openCall,
    { ...typed, id: idIn(visit) },
    {
      done: ({ id }) => `${callPath(id)}?done=published`,
      again: (problem) => announcePage(visit, announcing(visit, 'calls'), typed, problem),
    },
  );
}

async function announceSitting(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(
    callSitting,
    { ...typed, id: idIn(visit) },
    {
      done: ({ id }) => `${sittingPath(id)}?done=published`,
      again: (problem) => announcePage(visit, announcing(visit, 'sittings'), typed, problem),
    },
  );
}

export const officeRoutes: readonly Route[] = [
  get('/committees/new', 'person', ['F9.9'], async (visit) => setUpPage(visit, { minutesDays: '30' })),
  post('/committees', 'person', ['F9.9'], setUp),
  get('/committees/:ref/seats', 'person', ['F9.9'], (visit) => seatsPage(visit)),
  post('/committees/:ref/seats', 'person', ['F9.9'], seatPost('seats', addSeat)),
  post('/committees/:ref/members', 'person', ['F9.9'], seatPost('members', fillSeat)),
  post('/committees/:ref/shares', 'person', ['F9.9'], seatPost('shares', stateShares)),
  get('/committees/:ref/calls/new', 'person', ['F9.9'], (visit) => announcePage(visit, announcing(visit, 'calls'), {})),
  post('/committees/:ref/calls', 'person', ['F9.9'], announceCall),
  get('/committees/:ref/sittings/new', 'person', ['F9.9'], (visit) =>
    announcePage(visit, announcing(visit, 'sittings'), { observerMethod: 'first', observerPlaces: '10' }),
  ),
  post('/committees/:ref/sittings', 'person', ['F9.9'], announceSitting),
];
