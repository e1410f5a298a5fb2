/** X4: the moderators' screens. Whoever is no moderator is told of no queue: 404. */

import { letterRules, page, rulesOf } from '#commons/hubs/index.ts';
import { formatNumber } from '#kernel/dates.ts';
import { parseShortId } from '#kernel/ids.ts';
import { labelled } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { caseById, type QueuedCase, type QueueFilter, queue } from './case-queries.ts';
import { decideCases } from './decide-cases.ts';
import { appealById, decisionById, openAppeals } from './decision-queries.ts';
import { deskWords } from './desk-words.ts';
import { moderatedKind } from './kinds.ts';
import { GROUNDS, refuse, WAYS } from './moderation.ts';
import { moderates } from './moderators.ts';
import { mayDecide, maySettle } from './rules.ts';
import { settleAppeal } from './settle-appeal.ts';
import { caseView } from './views/case.ts';
import { SHOWN_KINDS } from './views/names.ts';
import { queueView, type TypedDecision } from './views/queue.ts';
import { settleView } from './views/settle.ts';

const PAGE_SIZE = 20;
const NOTHING: TypedDecision = { outcome: '', ground: '', reason: '', cases: [] };

const notFound = () => refuseKernel('not-found', { status: 404 });

function idOf(visit: Visit): string {
  const id = parseShortId(visit.params.ref ?? '');
  if (!id) throw notFound();
  return id;
}

function filterOf(visit: Visit): QueueFilter {
  const one = <T extends string>(all: readonly T[], name: string): T | '' =>
    all.find((value) => value === visit.query(name)) ?? '';
  const [urgent, short = ''] = visit.query('after').split(':');
  const id = parseShortId(short);
  return {
    q: visit.query('q').slice(0, 200),
    ground: one(GROUNDS, 'ground'),
    kind: one(SHOWN_KINDS, 'kind'),
    way: one(WAYS, 'way'),
    after: id ? { urgent: urgent === '1', id } : null,
    limit: PAGE_SIZE,
  };
}

function stopDaysOf({ hub }: Visit): string {
  return formatNumber(letterRules(hub).stopDays);
}

async function queuePage(visit: Visit, typed: TypedDecision, problem?: Problem): Promise<Reply> {
  const filter = filterOf(visit);
  const { person } = visit.signedIn;
  const [isModerator, found, appeals] = await visit.read((db) =>
    Promise.all([moderates(db, visit.hub, visit.signedIn), queue(db, filter), openAppeals(db)]),
  );
  if (!isModerator) throw notFound();
  const w = deskWords(visit.lang);
  return page(visit, {
    title: w.queue.title,
    indexed: false,
    problem,
    fieldNames: { outcome: w.decide.outcome, ground: w.decide.ground, reason: w.decide.reason, cases: w.decide.fields },
    islands: ['char-counter'],
    main: queueView({
      stopDays: stopDaysOf(visit),
      lang: visit.lang,
      filter,
      isNarrowed: filter.q !== '' || filter.ground !== '' || filter.kind !== '' || filter.way !== '',
      ...found,
      appeals,
      personId: person.id,
      grounds: rulesOf(visit.hub).moderation.grounds,
      typed,
      problem,
    }),
  });
}

async function casePage(visit: Visit, id: string, typed: TypedDecision, problem?: Problem): Promise<Reply> {
  const [isModerator, found] = await visit.read((db) =>
    Promise.all([moderates(db, visit.hub, visit.signedIn), caseById(db, id)]),
  );
  if (!isModerator || !found) throw notFound();
  const present = await visit.read((db) => presentOf(db, found.kind, found.object_id));
  const w = deskWords(visit.lang);
  const no = mayDecide(visit.signedIn, factsOf(found), visit.now);
  return page(visit, {
    title: labelled(w.decide.title, found.title, visit.lang),
    indexed: false,
    layout: 'reading',
    problem,
    fieldNames: { outcome: w.decide.outcome, ground: w.decide.ground, reason: w.decide.reason },
    islands: ['char-counter'],
    breadcrumb: [{ text: w.queue.title, href: '/moderation' }, { text: found.title }],
    main: caseView({
      stopDays: stopDaysOf(visit),
      lang: visit.lang,
      found,
      present,
      reason: no && (visit.problem(refuse(no)).items[0]?.message ?? null),
      grounds: rulesOf(visit.hub).moderation.grounds,
      typed: { ...typed, ground: typed.ground || found.ground },
      problem,
    }),
  });
}

function presentOf(db: Parameters<typeof caseById>[0], kind: string, id: string) {
  return moderatedKind(kind)?.find(db, id) ?? Promise.resolve(null);
}

function factsOf(found: QueuedCase) {
  return {
    way: found.way,
    authorId: found.author_id,
    authorPersonId: found.author_person_id,
    reporterIds: found.reporterIds,
    waitsUntil: found.waits_until,
    consent: found.claim?.consent ?? null,
    decidedAt: found.decided_at,
  };
}

/** The form of one case sends that one alone; the queue's sends those that were chosen. */
async function decide(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const cases = form.getAll('cases');
  const typed = {
    outcome: form.get('outcome') ?? '',
    ground: form.get('ground') ?? '',
    reason: form.get('reason') ?? '',
    cases,
  };
  const [only] = cases;
  const single = form.get('one') === 'yes' && only !== undefined;
  return visit.attempt(
    decideCases,
    { ...typed, cases: cases.map(chosen) },
    {
      done: () => '/moderation?done=recorded',
      again: (problem) =>
        single ? casePage(visit, chosen(only).id, typed, problem) : queuePage(visit, typed, problem),
    },
  );
}

function chosen(value: string): { id: string; version: number } {
  const [id = '', version = ''] = value.split(':');
  return { id, version: Number(version) };
}

async function settlePage(visit: Visit, typed: { outcome: string; answer: string }, problem?: Problem): Promise<Reply> {
  const [isModerator, appeal] = await visit.read((db) =>
    Promise.all([moderates(db, visit.hub, visit.signedIn), appealById(db, idOf(visit))]),
  );
  if (!isModerator || !appeal) throw notFound();
  const decision = await visit.read((db) => decisionById(db, appeal.decision_id));
  if (!decision) throw notFound();
  const thing = await visit.read((db) => presentOf(db, decision.kind, decision.objectId));
  const no = maySettle(visit.signedIn, decision, { personId: appeal.person_id ?? '', outcome: appeal.outcome });
  const w = deskWords(visit.lang);
  return page(visit, {
    title: w.settle.title,
    indexed: false,
    layout: 'reading',
    problem,
    fieldNames: { outcome: w.settle.outcome, answer: w.settle.answer },
    islands: ['char-counter'],
    breadcrumb: [{ text: w.queue.title, href: '/moderation' }, { text: w.settle.title }],
    main: settleView({
      lang: visit.lang,
      appeal,
      decision,
      thing,
      typed,
      reason: no && (visit.problem(refuse(no)).items[0]?.message ?? null),
      problem,
    }),
  });
}

async function settle(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const typed = { outcome: form.get('outcome') ?? '', answer: form.get('answer') ?? '' };
  return visit.attempt(
    settleAppeal,
    { id: idOf(visit), ...typed },
    { done: () => '/moderation?done=recorded', again: (problem) => settlePage(visit, typed, problem) },
  );
}

export const queueRoutes: readonly Route[] = [
  get('/moderation', 'person', ['X4'], (visit) => queuePage(visit, NOTHING)),
  get('/moderation/cases/:ref', 'person', ['X4'], (visit) => casePage(visit, idOf(visit), NOTHING)),
  post('/moderation/decisions', 'person', ['X4'], decide),
  get('/moderation/appeals/:ref', 'person', ['X4'], (visit) => settlePage(visit, { outcome: '', answer: '' })),
  post('/moderation/appeals/:ref', 'person', ['X4'], settle),
];
