/** F9.5 A point: reading it with its history, changing its words, its citations and its place, taking it out. */
import { page, rulesOf } from '#commons/hubs/index.ts';
import { isUuid, parseRef } from '#kernel/ids.ts';
import { colon } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { changeCitations } from './change-citations.ts';
import { type PointDesk, pointDesk, standing } from './desk.ts';
import { movePoint } from './move-point.ts';
import { handledOpinions } from './opinion-queries.ts';
import { citationsOfPoint, shownPoint, versionsOfPoint } from './point-queries.ts';
import { removePoint } from './remove-point.ts';
import { mayEdit, maySettle } from './rules.ts';
import { insist } from './statement.ts';
import { crumbs, keepUntil } from './statement-routes.ts';
import { partPath, pointPath } from './views/paths.ts';
import { pointHead, pointMain } from './views/point.ts';
import { type PointTyped, pointForm, removalPage } from './views/point-form.ts';
import { words } from './words.ts';
import { writePoint } from './write-point.ts';

const CITED = 100;
const VERSIONS = 20;
const OFFERED = 50;

function pointIdOf(visit: Visit): string {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw refuseKernel('not-found', { status: 404 });
  return id;
}

function crumbsTo(visit: Visit, { round, debate }: PointDesk, text: string) {
  return crumbs(visit, round, { text: debate.title, href: partPath(round.id, debate) }, { text });
}

async function show(visit: Visit): Promise<Reply> {
  const id = pointIdOf(visit);
  const { lang, now, hub, reader } = visit;
  const citedAfter = isUuid(visit.query('after')) ? visit.query('after') : null;
  const before = /^\d{1,9}$/.test(visit.query('before')) ? Number(visit.query('before')) : null;
  const [desk, point, cited, versions] = await visit.read((db) =>
    Promise.all([
      pointDesk(db, reader, id),
      shownPoint(db, id),
      citationsOfPoint(db, id, citedAfter, CITED + 1),
      versionsOfPoint(db, id, before, VERSIONS + 1),
    ]),
  );
  if (!point) throw refuseKernel('not-found', { status: 404 });
  visit.tag(`round:${desk.round.id}`, `debate:${desk.debate.id}`, `point:${id}`, 'rounds');
  visit.tag(...cited.map((opinion) => `actor:${opinion.actor_id}`), ...versions.map((one) => `actor:${one.person_id}`));
  keepUntil(visit, desk.round);
  const more = { moreCited: cited.length > CITED, moreVersions: versions.length > VERSIONS };
  const props = { lang, now, hub, reader, desk, point, cited: cited.slice(0, CITED), citedAfter, versions, ...more };
  const title = words(lang).point.title(words(lang).sections[point.section]);
  return page(visit, {
    title: `${title}${colon(lang)}${desk.debate.title}`,
    description: point.body.slice(0, 120),
    place: 'rounds',
    breadcrumb: crumbsTo(visit, desk, title),
    head: pointHead(props),
    main: pointMain(props),
    proof: { kind: 'point', id },
  });
}

async function editForm(visit: Visit, typed?: PointTyped, problem?: Problem): Promise<Reply> {
  const id = pointIdOf(visit);
  const { lang, hub, now, signedIn: reader } = visit;
  const desk = await visit.read((db) => pointDesk(db, reader, id));
  if (!problem) insist(mayEdit(reader, standing(desk).round, desk.edits, now), desk.round, lang);
  const [point, cited, { opinions: uncovered }] = await visit.read((db) =>
    Promise.all([
      shownPoint(db, id),
      citationsOfPoint(db, id, null, CITED),
      handledOpinions(db, desk.debate.id, { show: 'uncovered', q: '', after: null, limit: OFFERED }),
    ]),
  );
  if (!point) throw refuseKernel('not-found', { status: 404 });
  const asItIs = { section: point.section, body: point.body, cite: [], uncite: [], settles: [] };
  const limits = rulesOf(hub, desk.round.rules_version).limits;
  const main = pointForm({ lang, desk, point, typed: typed ?? asItIs, cited, uncovered, limits, problem });
  const title = words(lang).form.title;
  const breadcrumb = crumbsTo(visit, desk, title);
  return page(visit, {
    title,
    place: 'rounds',
    layout: 'reading',
    breadcrumb,
    main,
    problem,
    islands: ['char-counter'],
  });
}

async function write(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const typed: PointTyped = {
    section: form.get('section') ?? '',
    body: form.get('body') ?? '',
    cite: form.getAll('cite'),
    uncite: form.getAll('uncite'),
    settles: form.getAll('settles'),
  };
  return visit.attempt(
    writePoint,
    { pointId: pointIdOf(visit), version: form.get('version'), ...typed },
    {
      done: ({ id }) => `${pointPath(id)}?done=saved`,
      again: (problem) => editForm(visit, typed, problem),
    },
  );
}

async function removal(visit: Visit, problem?: Problem): Promise<Reply> {
  const { lang, hub, now, signedIn: reader } = visit;
  const desk = await visit.read((db) => pointDesk(db, reader, pointIdOf(visit)));
  if (!problem) insist(maySettle(hub, reader, standing(desk).round, desk, now), desk.round, lang);
  const title = words(lang).form.removeTitle;
  const breadcrumb = crumbsTo(visit, desk, title);
  return page(visit, { title, place: 'rounds', layout: 'reading', breadcrumb, main: removalPage(desk, lang, problem) });
}

/** The editors' page of the proposal that this point is about. */
async function workshopOf(visit: Visit): Promise<string> {
  const { round, debate } = await visit.read((db) => pointDesk(db, visit.signedIn, pointIdOf(visit)));
  return `${encodeURI(partPath(round.id, debate))}/workshop`;
}

async function remove(visit: Visit): Promise<Reply> {
  await visit.form();
  const id = pointIdOf(visit);
  return visit.attempt(
    removePoint,
    { pointId: id },
    {
      done: () => `${pointPath(id)}?done=recorded`,
      again: (problem) => removal(visit, problem),
    },
  );
}

async function uncite(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const id = pointIdOf(visit);
  const back = await workshopOf(visit);
  return visit.attempt(
    changeCitations,
    { pointId: id, cite: form.getAll('cite'), uncite: form.getAll('uncite') },
    {
      done: () => `${back}?done=recorded#points`,
      again: (problem) => editForm(visit, undefined, problem),
    },
  );
}

async function place(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const id = pointIdOf(visit);
  const back = await workshopOf(visit);
  return visit.attempt(
    movePoint,
    { pointId: id, to: form.get('to') },
    {
      done: () => `${back}?done=recorded#points`,
      again: (problem) => editForm(visit, undefined, problem),
    },
  );
}

export const pointRoutes: readonly Route[] = [
  get('/points/:ref', 'public', ['F9.5'], show, { cached: true }),
  get('/points/:ref/text', 'person', ['F9.5'], (visit) => editForm(visit)),
  post('/points/:ref/text', 'person', ['F9.5'], write),
  post('/points/:ref/citations', 'person', ['F9.5'], uncite),
  post('/points/:ref/place', 'person', ['F9.5'], place),
  get('/points/:ref/removal', 'person', ['F9.5'], (visit) => removal(visit)),
  post('/points/:ref/removal', 'person', ['F9.5'], remove),
];
