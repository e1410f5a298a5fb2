/** F9.2, P1: stating, changing and withdrawing the position of an organisation. */
import { page, rulesOf } from '#commons/hubs/index.ts';
import { parseRef } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { debateHref, debatePath, opinionHref } from './addresses.ts';
import { type Debate, debateOf, openedDebate, type PositionOf } from './debates.ts';
import { choiceOf } from './discussion.ts';
import { crumbs } from './opinion-routes.ts';
import { type PositionPlace, positionPlace } from './position-queries.ts';
import { opinionById, type ShownOpinion } from './queries.ts';
import { notFound, refusalFor } from './refusing.ts';
import { mayTakePosition, mayWithdrawPosition } from './rules.ts';
import { takePosition } from './take-position.ts';
import { positionForm, positionWithdrawal } from './views/positions.ts';
import { withdrawPosition } from './withdraw-position.ts';
import { words } from './words.ts';

/** What a position is to be stated on: an opinion, or a debate as a whole. */
interface Subject {
  on: 'opinion' | 'debate';
  id: string;
  debate: Debate;
  opinion: ShownOpinion | null;
  positions: readonly PositionOf[];
}

function idOf(visit: Visit): string {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw notFound();
  return id;
}

async function opinionSubject(visit: Visit): Promise<Subject> {
  const id = idOf(visit);
  const [opinion, debate] = await visit.read((db) => Promise.all([opinionById(db, id, null), debateOf(db, id)]));
  if (!opinion || !debate) throw notFound();
  return { on: 'opinion', id, debate, opinion, positions: opinion.positions };
}

async function debateSubject(visit: Visit): Promise<Subject> {
  const id = idOf(visit);
  const opened = await visit.read((db) => openedDebate(db, id, null));
  if (!opened) throw notFound();
  return { on: 'debate', id, debate: opened.debate, opinion: null, positions: opened.positions };
}

/** In words, and where it is read. */
function about(
  subject: Pick<Subject, 'debate'> & { opinion: { id: string; number: number } | null },
  lang: Visit['lang'],
) {
  const w = words(lang);
  return subject.opinion
    ? { text: w.positions.onOpinion(w.numbered.opinion(subject.opinion.number)), href: opinionHref(subject.opinion.id) }
    : { text: w.positions.onDebate, href: debateHref(subject.debate) };
}

function formPage(visit: Visit, subject: Subject, typed: { stance: string; reason: string }, problem?: Problem): Reply {
  const { lang } = visit;
  const { debate } = subject;
  const { formTitle: title, stanceField, reasonField } = words(lang).positions;
  const at = subject.opinion ? opinionHref(subject.id) : debatePath(debate);
  return page(visit, {
    title,
    layout: 'reading',
    indexed: false,
    place: debate.kind === 'proposal' ? 'proposals' : 'debates',
    breadcrumb: crumbs(debate, lang, title),
    main: positionForm({
      lang,
      actingName: visit.signedIn.acting.name,
      action: `${at}/position`,
      about: about(subject, lang),
      typed,
      limits: rulesOf(visit.hub, debate.rules_version).limits,
      problem,
    }),
    islands: ['char-counter'],
    fieldNames: { stance: stanceField, reason: reasonField },
    problem,
  });
}

const shows = (subjectOf: (visit: Visit) => Promise<Subject>) => async (visit: Visit) => {
  const subject = await subjectOf(visit);
  const { hub, signedIn, now } = visit;
  const no = mayTakePosition(hub, signedIn, subject.debate, subject.opinion, now);
  if (no) throw refusalFor(no, subject.debate, visit.lang);
  const mine = subject.positions.find((position) => position.organisation_id === signedIn.acting.id);
  return formPage(visit, subject, { stance: mine ? choiceOf(mine.stance) : '', reason: mine?.reason ?? '' });
};

const takes = (subjectOf: (visit: Visit) => Promise<Subject>) => async (visit: Visit) => {
  const form = await visit.form();
  const subject = await subjectOf(visit);
  const typed = { stance: form.get('stance') ?? '', reason: form.get('reason') ?? '' };
  return visit.attempt(
    takePosition,
    { on: subject.on, id: subject.id, stance: typed.stance || undefined, reason: typed.reason },
    {
      done: () => `${encodeURI(about(subject, visit.lang).href)}?done=published`,
      again: (problem) => formPage(visit, subject, typed, problem),
    },
  );
};

async function named(visit: Visit): Promise<PositionPlace> {
  const place = await visit.read((db) => positionPlace(db, idOf(visit)));
  if (!place) throw notFound();
  return place;
}

async function withdrawalPage(visit: Visit): Promise<Reply> {
  const place = await named(visit);
  const { debate } = place;
  const no = mayWithdrawPosition(visit.signedIn, place);
  if (no) throw refusalFor(no, debate, visit.lang);
  const title = words(visit.lang).positions.withdrawTitle;
  return page(visit, {
    title,
    layout: 'reading',
    indexed: false,
    breadcrumb: crumbs(debate, visit.lang, title),
    main: positionWithdrawal(place.id, about(place, visit.lang), visit.lang),
  });
}

async function withdraw(visit: Visit): Promise<Reply> {
  const place = await named(visit);
  await visit.form();
  await visit.perform(withdrawPosition, { id: place.id });
  const { href } = about(place, visit.lang);
  return seeOther(`${encodeURI(href)}?done=withdrawn`);
}

export const positionRoutes: readonly Route[] = [
  get('/opinions/:ref/position', 'person', ['F9.2', 'P1'], shows(opinionSubject)),
  post('/opinions/:ref/position', 'person', ['F9.2', 'P1'], takes(opinionSubject)),
  get('/debates/:ref/position', 'person', ['F9.2', 'P1'], shows(debateSubject)),
  post('/debates/:ref/position', 'person', ['F9.2', 'P1'], takes(debateSubject)),
  get('/positions/:ref/withdrawal', 'person', ['F9.2', 'P1'], withdrawalPage),
  post('/positions/:ref/withdrawal', 'person', ['F9.2', 'P1'], withdraw),
];
