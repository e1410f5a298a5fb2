/** F9.9 What the division in charge does with a plan: open it, go on, move dates, put its text right, give it up. */
import { page, rulesOf } from '#commons/hubs/index.ts';
import { get, post, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { policyChoices } from '../policies/index.ts';
import { planHref } from './addresses.ts';
import { countUnanswered } from './answer-queries.ts';
import { beginStage } from './begin-stage.ts';
import { endPlan } from './end-plan.ts';
import { planRulesOf } from './hub-rules.ts';
import { refusalFor } from './limits.ts';
import { moveDate } from './move-date.ts';
import { postPlan } from './post-plan.ts';
import type { ShownPlan } from './queries.ts';
import { revisePlan } from './revise-plan.ts';
import { mayAnswer, mayBegin, mayLead, mayPost, stageAfter } from './rules.ts';
import { fieldNames, nextStageForm, postForm, reviseForm, type Typed } from './views/forms.ts';
import { endPanel, movableDates, moveForm } from './views/small-forms.ts';
import { blocked, planIn, planPage, typedIn } from './visiting.ts';
import { words } from './words.ts';

function limitsOf(visit: Visit) {
  const { title, proposal, problem, reason } = rulesOf(visit.hub).limits;
  return { title, long: proposal, text: problem, reason };
}

/** Forms are for those who may; others are told why not before they have written anything. */
export function inCharge(visit: Visit, plan: ShownPlan, may: typeof mayLead = mayLead): void {
  const no = may(visit.signedIn, plan);
  if (no) throw refusalFor(no);
}

async function postPage(visit: Visit, typed: Typed, problem?: Problem): Promise<Reply> {
  const { lang } = visit;
  const policies = await visit.read((db) => policyChoices(db));
  const { title } = words(lang).post;
  return page(visit, {
    title,
    place: 'plans',
    layout: 'reading',
    breadcrumb: [{ text: words(lang).list.title, href: '/plans' }, { text: title }],
    problem,
    fieldNames: fieldNames(lang),
    islands: ['char-counter'],
    main: postForm({
      lang,
      typed,
      limits: limitsOf(visit),
      problem,
      policies,
      actingName: visit.signedIn.acting.name,
      commentDays: planRulesOf(visit.hub).commentDays,
      reason: problem ? null : blocked(visit, mayPost(visit.reader)),
    }),
  });
}

async function send(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  return visit.attempt(postPlan, typed, {
    done: (plan) => `${encodeURI(planHref(plan))}?done=published`,
    again: (problem) => postPage(visit, typed, problem),
  });
}

async function nextPage(visit: Visit, plan: ShownPlan, typed: Typed, problem?: Problem): Promise<Reply> {
  const { lang, now } = visit;
  const next = stageAfter(plan.stages, plan.stage);
  if (!next) throw refusalFor('last-stage');
  const present = plan.stages.find((one) => one.stage === plan.stage)!;
  const unanswered = await visit.read((db) => countUnanswered(db, plan.id));
  const no = mayBegin(present, next, unanswered, 'given', now);
  return planPage(visit, plan, words(lang).next.title(words(lang).stages[next.stage]), {
    layout: 'reading',
    problem,
    fieldNames: fieldNames(lang),
    islands: ['char-counter'],
    main: nextStageForm({
      lang,
      plan,
      present,
      next,
      unanswered,
      typed,
      limits: limitsOf(visit),
      commentDays: planRulesOf(visit.hub).commentDays,
      reason: problem ? null : blocked(visit, no),
      problem,
    }),
  });
}

async function next(visit: Visit): Promise<Reply> {
  const plan = await planIn(visit);
  inCharge(visit, plan);
  return nextPage(visit, plan, {});
}

async function begin(visit: Visit): Promise<Reply> {
  const plan = await planIn(visit);
  const typed = await typedIn(visit);
  return visit.attempt(
    beginStage,
    { ...typed, planId: plan.id },
    {
      done: (begun) => `${encodeURI(planHref(begun))}?done=published`,
      again: (problem) => nextPage(visit, plan, typed, problem),
    },
  );
}

async function revisePage(visit: Visit, plan: ShownPlan, typed: Typed, problem?: Problem): Promise<Reply> {
  const policies = await visit.read((db) => policyChoices(db));
  const { lang } = visit;
  return planPage(visit, plan, words(lang).revise.title, {
    layout: 'reading',
    problem,
    fieldNames: fieldNames(lang),
    islands: ['char-counter'],
    main: reviseForm({ lang, plan, typed, limits: limitsOf(visit), policies, problem }),
  });
}

async function text(visit: Visit): Promise<Reply> {
  const plan = await planIn(visit);
  inCharge(visit, plan, mayAnswer);
  const present = plan.stages.find((one) => one.stage === plan.stage)!;
  const { title, about, why, version } = plan;
  const typed = { title, about, why, version: `${version}`, policyId: plan.policy_id ?? '' };
  return revisePage(visit, plan, { ...typed, openPoints: present.open_points, fixedPoints: present.fixed_points });
}

async function revise(visit: Visit): Promise<Reply> {
  const plan = await planIn(visit);
  const typed = await typedIn(visit);
  return visit.attempt(
    revisePlan,
    { ...typed, id: plan.id },
    {
      done: (revised) => `${encodeURI(planHref(revised))}?done=published`,
      again: (problem) => revisePage(visit, plan, { ...typed, version: `${plan.version}` }, problem),
    },
  );
}

function datesPage(visit: Visit, plan: ShownPlan, typed: Typed, problem?: Problem): Reply {
  const { lang, now } = visit;
  const longest = rulesOf(visit.hub).limits.reason;
  return planPage(visit, plan, words(lang).move.title, {
    layout: 'reading',
    problem,
    fieldNames: fieldNames(lang),
    islands: ['char-counter'],
    main: moveForm({ lang, plan, typed, longest, problem, dates: movableDates(plan, now) }),
  });
}

async function dates(visit: Visit): Promise<Reply> {
  const plan = await planIn(visit);
  inCharge(visit, plan);
  return datesPage(visit, plan, {});
}

async function move(visit: Visit): Promise<Reply> {
  const plan = await planIn(visit);
  const typed = await typedIn(visit);
  const [stageId = '', which = '', fromOn = ''] = (typed.date ?? '').split(':');
  const known = plan.stages.some((one) => one.id === stageId);
  return visit.attempt(
    moveDate,
    { ...typed, which, fromOn, stageId: known ? stageId : plan.stages[0]!.id },
    {
      done: (moved) => `${encodeURI(planHref(moved))}?done=recorded`,
      again: (problem) => datesPage(visit, plan, typed, atDate(problem)),
    },
  );
}

/** Which date and from where are one field of the form. */
function atDate(problem: Problem): Problem {
  const inner = ['which', 'fromOn', 'stageId'];
  const [first, ...rest] = problem.items.filter((item) => inner.includes(item.field ?? ''));
  const others = problem.items.filter((item) => item !== first && !rest.includes(item));
  return { ...problem, items: [...(first ? [{ ...first, field: 'date' }] : []), ...others] };
}

function endPage(visit: Visit, plan: ShownPlan, typed: Typed, problem?: Problem): Reply {
  const { lang } = visit;
  const longest = rulesOf(visit.hub).limits.reason;
  return planPage(visit, plan, words(lang).end.title, {
    layout: 'reading',
    problem,
    fieldNames: fieldNames(lang),
    islands: ['char-counter'],
    main: endPanel({ lang, plan, typed, longest, problem }),
  });
}

async function end(visit: Visit): Promise<Reply> {
  const plan = await planIn(visit);
  inCharge(visit, plan);
  return endPage(visit, plan, {});
}

async function giveUp(visit: Visit): Promise<Reply> {
  const plan = await planIn(visit);
  const typed = await typedIn(visit);
  return visit.attempt(
    endPlan,
    { ...typed, id: plan.id },
    {
      done: (ended) => `${encodeURI(planHref(ended))}?done=recorded`,
      again: (problem) => endPage(visit, plan, typed, problem),
    },
  );
}

export const leadRoutes: readonly Route[] = [
  get('/plans/new', 'person', ['F9.9'], (visit) => postPage(visit, { stage: 'concept' })),
  post('/plans', 'person', ['F9.9'], send),
  get('/plans/:ref/next-stage', 'person', ['F9.9'], next),
  post('/plans/:ref/stages', 'person', ['F9.9'], begin),
  get('/plans/:ref/text', 'person', ['F9.9'], text),
  post('/plans/:ref/text', 'person', ['F9.9'], revise),
  get('/plans/:ref/dates', 'person', ['F9.9'], dates),
  post('/plans/:ref/dates', 'person', ['F9.9'], move),
  get('/plans/:ref/end', 'person', ['F9.9'], end),
  post('/plans/:ref/end', 'person', ['F9.9'], giveUp),
];
