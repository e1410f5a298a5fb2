/** F9.5 The editors' workshop: choosing opinions and dealing with them. */

import { page, rulesOf } from '#commons/hubs/index.ts';
import { llm } from '#commons/language-model/index.ts';
import { isUuid } from '#kernel/ids.ts';
import { colon } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { FormValues } from '#kernel/web/form-values.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { addPoint } from './add-point.ts';
import { annexOpinions, removeFromAnnex, reviseAnnexReason } from './annex-opinions.ts';
import { changeCitations } from './change-citations.ts';
import { debateDesk } from './desk.ts';
import { filterFrom, filterOf } from './opinion-filter.ts';
import { handledOpinion, handledOpinions } from './opinion-queries.ts';
import { type PartFrame, partFrame } from './page-queries.ts';
import { debateIdOf, inItsRound } from './part-routes.ts';
import { pointsWithCitations } from './point-queries.ts';
import { mayEdit, maySettle } from './rules.ts';
import type { OpinionFilter } from './shows.ts';
import { insist, type Reason } from './statement.ts';
import { crumbs } from './statement-routes.ts';
import { annexReasonPage } from './views/annex.ts';
import type { PhrasingModel } from './views/draft.ts';
import { queryOf } from './views/opinions.ts';
import { partPath } from './views/paths.ts';
import { reasonText } from './views/pieces.ts';
import { NOTHING_TYPED, notEditing, type WorkshopTyped, workshopHead, workshopMain } from './views/workshop.ts';
import { words } from './words.ts';

/** Citations shown with each point; its own page has all of them. */
const QUOTED = 40;

interface Again {
  typed: WorkshopTyped;
  problem: Problem;
}

async function workshop(visit: Visit, filter: OpinionFilter, again?: Again): Promise<Reply> {
  const id = debateIdOf(visit);
  const { lang, hub, now, signedIn: reader } = visit;
  const [frame, points, listed] = await visit.read((db) =>
    Promise.all([partFrame(db, reader, id), pointsWithCitations(db, id, QUOTED), handledOpinions(db, id, filter)]),
  );
  inItsRound(visit, frame);
  const no = mayEdit(reader, frame.round, frame.edits, now);
  if (no) return closed(visit, frame, no);
  const typed = again?.typed ?? NOTHING_TYPED;
  const props = {
    lang,
    frame,
    model: phrasingModel(),
    points,
    filter,
    typed,
    limits: rulesOf(hub, frame.round.rules_version).limits,
    problem: again?.problem,
    ...listed,
  };
  const title = words(lang).workshop.title;
  return page(visit, {
    title: `${title}${colon(lang)}${frame.debate.title}`,
    place: 'rounds',
    breadcrumb: partCrumbs(visit, frame, title),
    main: workshopMain(props),
    head: workshopHead(props),
    islands: ['statement-panes', 'char-counter'],
    problem: again?.problem,
  });
}

function phrasingModel(): PhrasingModel | null {
  const model = llm();
  return model && { host: new URL(model.url).host, name: model.model };
}

function partCrumbs(visit: Visit, { round, debate }: Pick<PartFrame, 'round' | 'debate'>, text: string) {
  return crumbs(visit, round, { text: debate.title, href: partPath(round.id, debate) }, { text });
}

function closed(visit: Visit, frame: PartFrame, no: Reason): Reply {
  const title = words(visit.lang).workshop.title;
  const main = notEditing({ title, reason: reasonText(no, frame.round, visit.lang), frame, lang: visit.lang });
  return page(visit, {
    title,
    place: 'rounds',
    status: 403,
    layout: 'reading',
    breadcrumb: partCrumbs(visit, frame, title),
    main,
  });
}

function typedIn(form: FormValues): WorkshopTyped {
  return {
    opinions: form.getAll('opinion'),
    point: form.get('to') ?? form.get('point') ?? '',
    section: form.get('section') ?? 'views',
    body: form.get('body') ?? '',
    reason: form.get('reason') ?? '',
  };
}

/** Where one goes on after an act in the workshop, and what is shown when it was refused. */
async function working(visit: Visit, form: FormValues) {
  const filter = filterFrom(form.get('show'), form.get('q'));
  const typed = typedIn(form);
  const { round, debate } = await visit.read((db) => debateDesk(db, visit.signedIn, debateIdOf(visit)));
  const at = `${encodeURI(partPath(round.id, debate))}/workshop`;
  const query = queryOf(filter);
  return {
    typed,
    done: () => `${at}${query}${query ? '&' : '?'}done=recorded`,
    again: (problem: Problem) => workshop(visit, filter, { typed, problem }),
  };
}

async function cite(visit: Visit): Promise<Reply> {
  const { typed, ...ways } = await working(visit, await visit.form());
  return visit.attempt(changeCitations, { pointId: typed.point, cite: typed.opinions }, ways);
}

async function add(visit: Visit): Promise<Reply> {
  const { typed, ...ways } = await working(visit, await visit.form());
  const { section, body, opinions: cite } = typed;
  return visit.attempt(addPoint, { debateId: debateIdOf(visit), section, body, cite }, ways);
}

async function annex(visit: Visit): Promise<Reply> {
  const { typed, ...ways } = await working(visit, await visit.form());
  const { opinions, reason } = typed;
  return visit.attempt(annexOpinions, { debateId: debateIdOf(visit), opinions, reason }, ways);
}

async function release(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const { typed: _, ...ways } = await working(visit, form);
  return visit.attempt(removeFromAnnex, { debateId: debateIdOf(visit), opinionId: form.get('released') }, ways);
}

async function reasonForm(visit: Visit, typed?: string, problem?: Problem): Promise<Reply> {
  const { lang, hub, now, signedIn: reader } = visit;
  const id = debateIdOf(visit);
  const opinionId = visit.params.opinion ?? '';
  if (!isUuid(opinionId)) throw refuseKernel('not-found', { status: 404 });
  const [desk, opinion] = await visit.read((db) =>
    Promise.all([debateDesk(db, reader, id), handledOpinion(db, opinionId)]),
  );
  inItsRound(visit, desk);
  if (!problem) insist(maySettle(hub, reader, desk.round, desk, now), desk.round, lang);
  if (!opinion || opinion.debate_id !== id || (opinion.annex_reason === null && !problem))
    throw refuseKernel('not-found', { status: 404 });
  const title = words(lang).annex.editTitle;
  const reason = typed ?? opinion.annex_reason ?? '';
  const main = annexReasonPage({
    lang,
    desk,
    opinion,
    reason,
    limit: rulesOf(hub, desk.round.rules_version).limits.reason,
    problem,
  });
  return page(visit, { title, place: 'rounds', layout: 'reading', main, problem, islands: ['char-counter'] });
}

async function changeReason(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const debateId = debateIdOf(visit);
  const input = { debateId, opinionId: visit.params.opinion, version: form.get('version'), reason: form.get('reason') };
  const { done } = await working(visit, form);
  return visit.attempt(reviseAnnexReason, input, {
    done,
    again: (problem) => reasonForm(visit, form.get('reason') ?? '', problem),
  });
}

const AT = '/rounds/:ref/statement/:debate';

export const workshopRoutes: readonly Route[] = [
  get(`${AT}/workshop`, 'person', ['F9.5'], (visit) => workshop(visit, filterOf(visit))),
  post(`${AT}/citations`, 'person', ['F9.5'], cite),
  post(`${AT}/points`, 'person', ['F9.5'], add),
  post(`${AT}/annex`, 'person', ['F9.5'], annex),
  post(`${AT}/annex/removal`, 'person', ['F9.5'], release),
  get(`${AT}/annex/:opinion`, 'person', ['F9.5'], (visit) => reasonForm(visit)),
  post(`${AT}/annex/:opinion`, 'person', ['F9.5'], changeReason),
];
