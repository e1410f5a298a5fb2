/** F9.5 Asking for a draft and confirming its points; opinions of the same purport. */

import { page, rulesOf } from '#commons/hubs/index.ts';
import { chat, LlmFailed, llm } from '#commons/language-model/index.ts';
import { isUuid, parseRef } from '#kernel/ids.ts';
import { colon } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import type { Round } from '../rounds/index.ts';
import { alikePage } from './alike-queries.ts';
import { debateDesk, pointDesk } from './desk.ts';
import { askDraft } from './draft-ask.ts';
import { confirmDraft } from './draft-confirm.ts';
import { type Phrased, phrasedBy, questionFor } from './draft-phrase.ts';
import { pictureOfDebate, undealtOf } from './draft-queries.ts';
import { draftOf } from './draft-rules.ts';
import { draftWords } from './draft-words.ts';
import { partFrame } from './page-queries.ts';
import { debateIdOf, inItsRound } from './part-routes.ts';
import { mayEdit } from './rules.ts';
import { crumbs, keepUntil } from './statement-routes.ts';
import { alikeList } from './views/alike.ts';
import { partPath } from './views/paths.ts';
import { problemPage } from './views/problem.ts';

const FAMILIES = 20;

async function ask(visit: Visit): Promise<Reply> {
  const wantsPhrasing = (await visit.form()).get('phrase') === 'yes';
  const debateId = debateIdOf(visit);
  const { round, debate, edits } = await visit.read((db) => debateDesk(db, visit.signedIn, debateId));
  const back = `${encodeURI(partPath(round.id, debate))}/workshop`;
  return visit.attempt(
    askDraft,
    {
      debateId,
      ...(wantsPhrasing && !mayEdit(visit.signedIn, round, edits, visit.now)
        ? await phrasing(visit, debateId, round)
        : {}),
    },
    { done: () => `${back}?done=recorded#points`, again: (problem) => refused(visit, problem, back) },
  );
}

/** Asked before the act, so that nothing is held while a service thinks. Whatever goes wrong there: the draft is made without it. */
async function phrasing(
  visit: Visit,
  debateId: string,
  round: Round,
): Promise<{ phrased?: Phrased[]; phrasedBy?: string }> {
  const model = llm();
  if (!model) return {};
  const [opinions, map] = await visit.read((db) =>
    Promise.all([undealtOf(db, debateId), pictureOfDebate(db, debateId)]),
  );
  const most = rulesOf(visit.hub, round.rules_version).limits.point;
  const points = draftOf(opinions, map, most);
  if (points.length === 0) return {};
  try {
    const answer = await chat(model, questionFor(points, opinions, most));
    return { phrased: phrasedBy(answer, points, opinions, most), phrasedBy: model.model };
  } catch (error) {
    if (error instanceof LlmFailed) return {};
    throw error;
  }
}

async function confirm(visit: Visit): Promise<Reply> {
  const version = (await visit.form()).get('version');
  const pointId = parseRef(visit.params.ref ?? '');
  if (!pointId) throw refuseKernel('not-found', { status: 404 });
  const { round, debate } = await visit.read((db) => pointDesk(db, visit.signedIn, pointId));
  const back = `${encodeURI(partPath(round.id, debate))}/workshop`;
  return visit.attempt(
    confirmDraft,
    { pointId, version },
    { done: () => `${back}?done=recorded#points`, again: (problem) => refused(visit, problem, back) },
  );
}

async function refused(visit: Visit, problem: Problem, back: string): Promise<Reply> {
  const title = draftWords(visit.lang).askTitle;
  return page(visit, {
    title,
    place: 'rounds',
    layout: 'reading',
    main: problemPage(title, back, visit.lang),
    problem,
  });
}

async function alike(visit: Visit): Promise<Reply> {
  const id = debateIdOf(visit);
  const { lang, reader } = visit;
  const after = isUuid(visit.query('after')) ? visit.query('after') : null;
  const [frame, families] = await visit.read((db) =>
    Promise.all([partFrame(db, reader, id), alikePage(db, id, after, FAMILIES + 1)]),
  );
  inItsRound(visit, frame);
  visit.tag(`round:${frame.round.id}`, `debate:${id}`, 'rounds');
  visit.tag(...families.flatMap(({ opinions }) => opinions.map((one) => `actor:${one.actor_id}`)));
  keepUntil(visit, frame.round);
  const title = draftWords(lang).alike;
  const shown = { families: families.slice(0, FAMILIES), more: families.length > FAMILIES, after };
  return page(visit, {
    title: `${title}${colon(lang)}${frame.debate.title}`,
    place: 'rounds',
    breadcrumb: crumbs(
      visit,
      frame.round,
      { text: frame.debate.title, href: partPath(frame.round.id, frame.debate) },
      { text: title },
    ),
    main: alikeList({ lang, frame, ...shown }),
  });
}

const AT = '/rounds/:ref/statement/:debate';

export const draftRoutes: readonly Route[] = [
  post(`${AT}/draft`, 'person', ['F9.5'], ask),
  post('/points/:ref/confirmation', 'person', ['F9.5'], confirm),
  get(`${AT}/alike`, 'public', ['F9.5'], alike, { cached: true }),
];
