/** F9.9, F9.7 意見と市の考え方: reading it, and giving answers. */
import { personalIn, rulesOf } from '#commons/hubs/index.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { closing, opening } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { planAnswerHref, stageHref } from './addresses.ts';
import { answerOpinions, reviseAnswer } from './answer-opinions.ts';
import { answersOfStage, answerVersions, type PlanAnswer, planAnswer, unansweredItems } from './answer-queries.ts';
import { notFound, refusalFor } from './limits.ts';
import { planOfStage, type ShownPlan, type ShownStage } from './queries.ts';
import { commentsArePublic, mayAnswer } from './rules.ts';
import { answerForm, answerPage, answerTable } from './views/answers.ts';
import type { Typed } from './views/forms.ts';
import { idIn, keep, openedStage, planPage, stageIn, typedIn } from './visiting.ts';
import { words } from './words.ts';

async function tablePage(visit: Visit): Promise<Reply> {
  const id = idIn(visit);
  const { lang, now } = visit;
  const [plan, answers, waiting] = await visit.read((db) =>
    Promise.all([planOfStage(db, id), answersOfStage(db, id), unansweredItems(db, id)]),
  );
  const stage = openedStage(plan, id);
  keep(visit, plan!);
  const at = `${stageHref(id)}/answers`;
  const { stages, answers: w } = words(lang);
  return planPage(visit, plan!, `${w.title}${opening(lang)}${stages[stage.stage]}${closing(lang)}`, {
    description: w.lead,
    main: answerTable({
      lang,
      now,
      plan: plan!,
      stage,
      answers,
      waiting,
      commentsShown: commentsArePublic(stage, now),
    }),
    dataLinks: [
      { href: `${at}.csv`, text: 'CSV', type: 'text/csv' },
      { href: `${at}.json`, text: 'JSON', type: 'application/json' },
    ],
  });
}

interface Writing {
  plan: ShownPlan;
  stage: ShownStage;
  typed: Typed;
  chosen: readonly string[];
  revised: PlanAnswer | null;
}

async function formPage(visit: Visit, writing: Writing, problem?: Problem): Promise<Reply> {
  const { lang, now } = visit;
  const { plan, stage, revised } = writing;
  const no = mayAnswer(visit.signedIn, plan);
  if (no) throw refusalFor(no);
  const all = revised ? [] : await visit.read((db) => unansweredItems(db, stage.id));
  const waiting = all.filter((item) => item.kind === 'opinion' || commentsArePublic(stage, now));
  const { answerForm: w, answers: a } = words(lang);
  const reason = !revised && !problem && waiting.length === 0 ? w.allAnswered : null;
  return planPage(visit, plan, revised ? w.titleRevision : w.title, {
    layout: 'reading',
    problem,
    fieldNames: {
      items: w.items,
      gist: w.gist,
      kind: w.kind,
      reason: w.reason,
      decidedOn: a.decidedOn,
      nextOn: a.nextOn,
      passedTo: a.passedTo,
    },
    islands: ['char-counter'],
    main: answerForm({
      lang,
      now,
      ...writing,
      waiting,
      today: tokyoDate(now),
      limit: rulesOf(visit.hub).limits.answer,
      reason,
      problem,
    }),
  });
}

async function newAnswer(visit: Visit): Promise<Reply> {
  const of = await stageIn(visit);
  const typed = { decidedOn: tokyoDate(visit.now) };
  return formPage(visit, { ...of, typed, chosen: [], revised: null });
}

async function answer(visit: Visit): Promise<Reply> {
  const of = await stageIn(visit);
  const typed = await typedIn(visit);
  const chosen = (await visit.form()).getAll('items');
  const input = { ...typed, stageId: of.stage.id, ...(chosen.length > 0 ? { items: chosen } : {}) };
  return visit.attempt(answerOpinions, input, {
    done: ({ id }) => `${planAnswerHref(id)}?done=published`,
    again: (problem) => formPage(visit, { ...of, typed, chosen, revised: null }, problem),
  });
}

async function answerIn(visit: Visit): Promise<{ answer: PlanAnswer; plan: ShownPlan; stage: ShownStage }> {
  const id = idIn(visit);
  const found = await visit.read((db) => planAnswer(db, id));
  const plan = found && (await visit.read((db) => planOfStage(db, found.stage_id)));
  if (!found || !plan) throw notFound();
  return { answer: found, plan, stage: openedStage(plan, found.stage_id) };
}

async function showAnswer(visit: Visit): Promise<Reply> {
  const of = await answerIn(visit);
  const { lang, now } = visit;
  const versions = await visit.read((db) => answerVersions(db, of.answer.id));
  keep(visit, of.plan);
  return planPage(visit, of.plan, words(lang).answers.answer, {
    description: of.answer.reason.slice(0, 120),
    main: personalIn(visit).shared(
      ({ reader }) => mayAnswer(reader, of.plan) === null,
      (mayRevise) => answerPage({ lang, now, ...of, versions, mayRevise }),
    ),
    proof: { kind: 'plan-answer', id: of.answer.id },
  });
}

async function revision(visit: Visit): Promise<Reply> {
  const { answer: revised, ...of } = await answerIn(visit);
  const typed = {
    gist: revised.gist,
    kind: revised.kind,
    reason: revised.reason,
    decidedOn: tokyoDate(visit.now),
    nextOn: revised.next_on ?? '',
    passedTo: revised.passed_to ?? '',
  };
  return formPage(visit, { ...of, typed, chosen: [], revised });
}

async function revise(visit: Visit): Promise<Reply> {
  const { answer: revised, ...of } = await answerIn(visit);
  const typed = await typedIn(visit);
  return visit.attempt(
    reviseAnswer,
    { ...typed, id: revised.id },
    {
      done: ({ id }) => `${planAnswerHref(id)}?done=published`,
      again: (problem) => formPage(visit, { ...of, typed, chosen: [], revised }, problem),
    },
  );
}

export const answerRoutes: readonly Route[] = [
  get('/plan-stages/:ref/answers', 'public', ['F9.9'], tablePage, { cached: true, framed: true }),
  get('/plan-stages/:ref/answers/new', 'person', ['F9.9'], newAnswer),
  post('/plan-stages/:ref/answers', 'person', ['F9.9'], answer),
  get('/plan-answers/:ref', 'public', ['F9.9'], showAnswer, { cached: true, framed: true }),
  get('/plan-answers/:ref/revision', 'person', ['F9.9'], revision),
  post('/plan-answers/:ref/revision', 'person', ['F9.9'], revise),
];
