/** F9.5 Objecting to the statement, settling an objection, taking it back. */
import { page, rulesOf } from '#commons/hubs/index.ts';
import { isUuid, parseRef } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { debateDesk } from './desk.ts';
import { raiseObjection, takeBackObjection } from './object.ts';
import { shownObjection } from './objection-queries.ts';
import { handledOpinion } from './opinion-queries.ts';
import { debateIdOf, inItsRound } from './part-routes.ts';
import { shownPoint, versionsOfPoint } from './point-queries.ts';
import { resolveObjection } from './resolve-objection.ts';
import { mayObject, maySettle, speaksAs } from './rules.ts';
import { crumbs, keepUntil } from './statement-routes.ts';
import { objectionPage, objectPage } from './views/objection.ts';
import { objectionPath, partPath } from './views/paths.ts';
import { opinionName } from './views/pieces.ts';
import { words } from './words.ts';

interface Objecting {
  opinionId: string;
  pointId: string;
  body: string;
}

function notFound() {
  return refuseKernel('not-found', { status: 404 });
}

async function objectForm(visit: Visit, { opinionId, pointId, body }: Objecting, problem?: Problem): Promise<Reply> {
  const { lang, hub, now, signedIn: reader } = visit;
  const id = debateIdOf(visit);
  if (!isUuid(opinionId) || (pointId !== '' && !isUuid(pointId))) throw notFound();
  const [desk, opinion, point] = await visit.read((db) =>
    Promise.all([debateDesk(db, reader, id), handledOpinion(db, opinionId), pointId ? shownPoint(db, pointId) : null]),
  );
  inItsRound(visit, desk);
  if (!opinion || opinion.debate_id !== id || opinion.hidden) throw notFound();
  if (pointId && !opinion.cited_by.some((citing) => citing.id === pointId) && !problem) throw notFound();
  const no = mayObject(reader, opinion.actor_id, desk.round, now);
  const main = objectPage({
    lang,
    desk,
    opinion,
    point,
    body,
    limit: rulesOf(hub, desk.round.rules_version).limits.reply,
    no,
    problem,
  });
  const title = words(lang).objection.newTitle;
  return page(visit, { title, place: 'rounds', layout: 'reading', main, problem, islands: ['char-counter'] });
}

async function object(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const typed = {
    opinionId: form.get('opinion') ?? '',
    pointId: form.get('point') ?? '',
    body: form.get('body') ?? '',
  };
  return visit.attempt(
    raiseObjection,
    { debateId: debateIdOf(visit), ...typed },
    {
      done: ({ id }) => `${objectionPath(id)}?done=sent`,
      again: (problem) => objectForm(visit, typed, problem),
    },
  );
}

function objectionIdOf(visit: Visit): string {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw notFound();
  return id;
}

async function show(visit: Visit, reply = '', problem?: Problem): Promise<Reply> {
  const { lang, hub, now, reader } = visit;
  const objection = await visit.read((db) => shownObjection(db, objectionIdOf(visit)));
  if (!objection) throw notFound();
  const { point_id: pointId } = objection;
  const [desk, point, versions] = await visit.read((db) =>
    Promise.all([
      debateDesk(db, reader, objection.debate_id),
      pointId ? shownPoint(db, pointId) : null,
      pointId ? versionsOfPoint(db, pointId, objection.version + 1, 1) : [],
    ]),
  );
  visit.tag(`round:${desk.round.id}`, `debate:${desk.debate.id}`, `actor:${objection.actor_id}`, 'rounds');
  keepUntil(visit, desk.round);
  const settles = maySettle(hub, reader, desk.round, desk, now) === null;
  const mayTakeBack = !desk.round.published_at && speaksAs(reader, objection.actor_id);
  const limit = rulesOf(hub, desk.round.rules_version).limits.reply;
  const main = objectionPage({
    lang,
    desk,
    objection,
    point,
    earlier: versions[0] ?? null,
    maySettle: settles,
    mayTakeBack,
    reply,
    limit,
    problem,
  });
  const title = words(lang).objection.title(opinionName(objection.opinion_number, lang));
  const breadcrumb = crumbs(
    visit,
    desk.round,
    { text: desk.debate.title, href: partPath(desk.round.id, desk.debate) },
    { text: title },
  );
  const proof = { kind: 'objection', id: objection.id };
  return page(visit, {
    title,
    place: 'rounds',
    layout: 'reading',
    breadcrumb,
    main,
    problem,
    proof,
    islands: ['char-counter'],
  });
}

async function resolve(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const id = objectionIdOf(visit);
  const reply = form.get('reply') ?? '';
  return visit.attempt(
    resolveObjection,
    { objectionId: id, resolution: form.get('resolution'), reply },
    {
      done: () => `${objectionPath(id)}?done=recorded`,
      again: (problem) => show(visit, reply, problem),
    },
  );
}

async function takeBack(visit: Visit): Promise<Reply> {
  await visit.form();
  const id = objectionIdOf(visit);
  return visit.attempt(
    takeBackObjection,
    { objectionId: id },
    {
      done: () => `${objectionPath(id)}?done=withdrawn`,
      again: (problem) => show(visit, '', problem),
    },
  );
}

function blank(visit: Visit): Objecting {
  return { opinionId: visit.query('opinion'), pointId: visit.query('point'), body: '' };
}

export const objectionRoutes: readonly Route[] = [
  get('/rounds/:ref/statement/:debate/objections/new', 'person', ['F9.5'], (visit) => objectForm(visit, blank(visit))),
  post('/rounds/:ref/statement/:debate/objections', 'person', ['F9.5'], object),
  get('/objections/:ref', 'public', ['F9.5'], (visit) => show(visit), { cached: true }),
  post('/objections/:ref/resolution', 'person', ['F9.5'], resolve),
  post('/objections/:ref/withdrawal', 'person', ['F9.5'], takeBack),
];
