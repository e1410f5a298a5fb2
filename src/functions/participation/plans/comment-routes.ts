/** F9.9 Formal comments: sending and withdrawing one, the division's desk, paper, and the names, read with a reason. */
import { rulesOf } from '#commons/hubs/index.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { stageHref } from './addresses.ts';
import { type CommentName, commentsOfStage, nameReadings, namesOf, ownComments } from './comment-queries.ts';
import { enterPaper, sendComment, withdrawComment } from './comments.ts';
import { planRulesOf } from './hub-rules.ts';
import { notFound } from './limits.ts';
import { planOfComment, type ShownPlan, type ShownStage } from './queries.ts';
import { readNames } from './read-names.ts';
import { commentsArePublic, isInCharge, isMember, mayComment, mayEnterPaper } from './rules.ts';
import { deskPage, paperForm, sendForm } from './views/comments.ts';
import type { Typed } from './views/forms.ts';
import { blocked, idIn, planPage, stageIn, typedIn } from './visiting.ts';
import { words } from './words.ts';

interface Of {
  plan: ShownPlan;
  stage: ShownStage;
}

function whatAll(visit: Visit, of: Of, typed: Typed, problem?: Problem) {
  const eraseDays = planRulesOf(visit.hub).eraseDays;
  return { lang: visit.lang, ...of, typed, longest: rulesOf(visit.hub).limits.answer, eraseDays, problem };
}

async function sendPage(visit: Visit, of: Of, typed: Typed, problem?: Problem): Promise<Reply> {
  const { lang, now, hub } = visit;
  const own = await visit.read((db) => ownComments(db, of.stage.id, visit.signedIn.person.id));
  const no = mayComment(hub, visit.signedIn, of.stage, of.plan, now);
  const { title, body, name, address } = words(lang).comment;
  return planPage(visit, of.plan, title, {
    layout: 'reading',
    indexed: false,
    problem,
    fieldNames: { body, name, address },
    islands: ['char-counter'],
    main: sendForm({ ...whatAll(visit, of, typed, problem), own, reason: problem ? null : blocked(visit, no) }),
  });
}

async function formalStage(visit: Visit): Promise<Of> {
  const of = await stageIn(visit);
  if (of.stage.stage !== 'comment') throw notFound();
  return of;
}

async function newComment(visit: Visit): Promise<Reply> {
  return sendPage(visit, await formalStage(visit), {});
}

async function send(visit: Visit): Promise<Reply> {
  const of = await formalStage(visit);
  const typed = await typedIn(visit);
  return visit.attempt(
    sendComment,
    { ...typed, stageId: of.stage.id },
    {
      done: () => `${stageHref(of.stage.id)}/comments/new?done=sent`,
      again: (problem) => sendPage(visit, of, typed, problem),
    },
  );
}

async function withdraw(visit: Visit): Promise<Reply> {
  const id = idIn(visit);
  const plan = await visit.read((db) => planOfComment(db, id, visit.signedIn.person.id));
  const stage = plan?.stages.find((one) => one.stage === 'comment');
  if (!plan || !stage) throw notFound();
  await visit.form();
  return visit.attempt(
    withdrawComment,
    { id },
    {
      done: () => `${stageHref(stage.id)}/comments/new?done=withdrawn`,
      again: (problem) => sendPage(visit, { plan, stage }, {}, problem),
    },
  );
}

/** What is inside a division is not there for others. */
async function insideOf(visit: Visit): Promise<Of> {
  const of = await formalStage(visit);
  if (!isMember(visit.signedIn, of.plan)) throw notFound();
  return of;
}

async function paperPage(visit: Visit, of: Of, typed: Typed, problem?: Problem): Promise<Reply> {
  const { comment, paper } = words(visit.lang);
  const { body, name, address } = comment;
  return planPage(visit, of.plan, paper.title, {
    layout: 'reading',
    indexed: false,
    problem,
    fieldNames: { body, name, address, receivedOn: paper.receivedOn },
    islands: ['char-counter'],
    main: paperForm({
      ...whatAll(visit, of, typed, problem),
      reason: problem ? null : blocked(visit, mayEnterPaper(visit.signedIn, of.stage, of.plan)),
    }),
  });
}

async function newPaper(visit: Visit): Promise<Reply> {
  return paperPage(visit, await insideOf(visit), {});
}

async function enter(visit: Visit): Promise<Reply> {
  const of = await insideOf(visit);
  const typed = await typedIn(visit);
  return visit.attempt(
    enterPaper,
    { ...typed, stageId: of.stage.id },
    {
      done: () => `${stageHref(of.stage.id)}/comments?done=recorded`,
      again: (problem) => paperPage(visit, of, typed, problem),
    },
  );
}

interface Looking {
  typed: Typed;
  names: readonly CommentName[] | null;
  problem?: Problem;
}

async function desk(visit: Visit, of: Of, { typed, names, problem }: Looking): Promise<Reply> {
  const [comments, readings] = await visit.read((db) =>
    Promise.all([commentsOfStage(db, of.stage.id), nameReadings(db, of.stage.id)]),
  );
  const w = words(visit.lang).desk;
  return planPage(visit, of.plan, w.title, {
    indexed: false,
    problem,
    fieldNames: { reason: w.reason },
    islands: ['char-counter'],
    main: deskPage({
      ...whatAll(visit, of, typed, problem),
      longest: rulesOf(visit.hub).limits.reason,
      comments,
      readings,
      names,
      leads: isInCharge(visit.reader, of.plan),
      isPublic: commentsArePublic(of.stage, visit.now),
    }),
  });
}

async function comments(visit: Visit): Promise<Reply> {
  return desk(visit, await insideOf(visit), { typed: {}, names: null });
}

/** The names stand in this one answer and in no address: whoever opens the page again has to say why again. */
async function names(visit: Visit): Promise<Reply> {
  const of = await insideOf(visit);
  const typed = await typedIn(visit);
  try {
    await visit.perform(readNames, { ...typed, stageId: of.stage.id });
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 404) throw error;
    return desk(visit, of, { typed, names: null, problem: visit.problem(error) });
  }
  const found = await visit.read((db) => namesOf(db, of.stage.id));
  const shown = await desk(visit, of, { typed: {}, names: found });
  return { ...shown, headers: { ...shown.headers, 'cache-control': 'no-store' } };
}

export const commentRoutes: readonly Route[] = [
  get('/plan-stages/:ref/comments/new', 'person', ['F9.9'], newComment),
  post('/plan-stages/:ref/comments', 'person', ['F9.9'], send),
  post('/plan-comments/:ref/withdrawal', 'person', ['F9.9'], withdraw),
  get('/plan-stages/:ref/comments', 'person', ['F9.9'], comments),
  post('/plan-stages/:ref/comments/names', 'person', ['F9.9'], names),
  get('/plan-stages/:ref/comments/paper', 'person', ['F9.9'], newPaper),
  post('/plan-stages/:ref/comments/paper', 'person', ['F9.9'], enter),
];
