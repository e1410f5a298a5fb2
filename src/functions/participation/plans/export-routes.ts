/** F9.9, P4: exactly the list one sees, as CSV, JSON, feed and calendar; figures and answers as CSV and JSON. */

import ical, { ICalEventTransparency } from 'ical-generator';
import { atomReply } from '#channels/feeds/atom.ts';
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { filesData } from '#commons/files/index.ts';
import { camelled } from '#kernel/api.ts';
import { addDays, tokyoDate } from '#kernel/dates.ts';
import type { Told } from '#kernel/described.ts';
import { shortId } from '#kernel/ids.ts';
import { htmlLang } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import { json, type Reply, text } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { planHref } from './addresses.ts';
import { answersOfStage, type PlanAnswer, unansweredItems } from './answer-queries.ts';
import type { FIGURES, STAGE_ANSWERS } from './described.ts';
import { divisionFigures, earlyFigure } from './early.ts';
import { eventWords } from './event-words.ts';
import { figuredPlans } from './figure-queries.ts';
import { filterOf } from './list-filter.ts';
import { allPlans, listedPlans } from './list-queries.ts';
import { planOfStage, type ShownPlan } from './queries.ts';
import { commentsArePublic } from './rules.ts';
import { earlyFacts } from './views/parts.ts';
import { idIn, openedStage } from './visiting.ts';
import { words } from './words.ts';

function address(visit: Visit, plan: { id: string; title: string }): string {
  return visit.hub.origin + encodeURI(planHref(plan));
}

function plansOf(visit: Visit): AsyncGenerator<ShownPlan[]> {
  return allPlans((work) => visit.read(work), filterOf(visit), visit.now);
}

async function csv(visit: Visit): Promise<Reply> {
  const w = words(visit.lang);
  async function* rows() {
    for await (const batch of plansOf(visit)) {
      yield batch.map((plan) => [
        shortId(plan.id),
        w.kinds[plan.kind],
        plan.title,
        plan.actor_name,
        plan.ended_at ? w.state.ended : w.stages[plan.stage],
        plan.policy_title,
        tokyoDate(plan.posted_at),
        plan.work_began_on,
        plan.draft_on,
        plan.decision_on,
        plan.open_until && tokyoDate(new Date(plan.open_until.getTime() - 1)),
        earlyFigure(earlyFacts(plan)).openShare,
        address(visit, plan),
      ]);
    }
  }
  return csvReply('plans.csv', w.columns, rows());
}

function record(visit: Visit, plan: ShownPlan) {
  const { stages, documents, moves, ...own } = plan;
  return {
    id: own.id,
    kind: own.kind,
    title: own.title,
    version: own.version,
    about: own.about,
    why: own.why,
    division: { id: own.actor_id, name: own.actor_name, kind: own.actor_kind },
    policy: own.policy_id && { id: own.policy_id, code: own.policy_code, title: own.policy_title },
    stage: own.stage,
    postedAt: own.posted_at,
    decidedAt: own.decided_at,
    endedAt: own.ended_at,
    endReason: own.end_reason,
    workBegan: { on: own.work_began_on, with: own.work_began_with },
    early: { openedStage: own.opened_stage, ...earlyFigure(earlyFacts(plan)) },
    stages: stages.map((one) => ({
      id: one.id,
      stage: one.stage,
      plannedOn: one.planned_on,
      beganOn: one.began_on,
      opinionsUntil: one.until_on,
      openPoints: one.open_points,
      fixedPoints: one.fixed_points,
      changes: one.changes,
      begunBeforeAnswers: one.ahead_reason && { unanswered: one.left_unanswered, reason: one.ahead_reason },
      shorterBecause: one.short_reason || null,
      opinions: one.opinion_count,
      comments: one.comment_count,
    })),
    moves: moves.map(({ stage, which, from_on, to_on, reason, moved_at }) => ({
      stage,
      which,
      from: from_on,
      to: to_on,
      reason,
      at: moved_at,
    })),
    documents: documents.map(({ title, link, files, stage_id, added_at, removed_at }) => ({
      title,
      link: removed_at || link === '' ? null : link,
      files: removed_at ? [] : filesData(files, visit.hub.origin),
      stageId: stage_id,
      addedAt: added_at,
      removedAt: removed_at,
    })),
    url: address(visit, plan),
  };
}

async function plansJson(visit: Visit): Promise<Reply> {
  async function* items() {
    for await (const batch of plansOf(visit)) yield batch.map((plan) => record(visit, plan));
  }
  return jsonReply({ kind: 'plans' }, items());
}

async function feed(visit: Visit): Promise<Reply> {
  const filter = { ...filterOf(visit), before: null, limit: 30 };
  const { plans } = await visit.read((db) => listedPlans(db, filter, visit.now));
  return atomReply({
    href: `${visit.hub.origin}/plans${visit.url.search}`,
    self: visit.hub.origin + visit.url.pathname + visit.url.search,
    title: `${words(visit.lang).list.feedTitle} ${visit.hub.name[visit.lang]}`,
    lang: htmlLang(visit.lang),
    updated: plans[0]?.posted_at ?? visit.now,
    entries: plans.map((plan) => ({
      href: address(visit, plan),
      title: plan.title,
      author: plan.actor_name,
      at: plan.posted_at,
      summary: plan.excerpt,
    })),
  });
}

async function calendar(visit: Visit): Promise<Reply> {
  const w = words(visit.lang);
  const e = eventWords(visit.lang);
  const dates = ical({ name: `${w.list.feedTitle} ${visit.hub.name[visit.lang]}`, timezone: 'Asia/Tokyo' });
  const day = (id: string, on: string, summary: string, plan: ShownPlan) =>
    dates.createEvent({
      id: `${id}@${visit.hub.host}`,
      start: `${on}T00:00:00`,
      end: `${addDays(on, 1)}T00:00:00`,
      allDay: true,
      stamp: plan.written_at,
      summary,
      description: plan.actor_name,
      url: address(visit, plan),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  for await (const batch of plansOf(visit)) {
    for (const plan of batch.filter((one) => !one.ended_at)) {
      for (const one of plan.stages) {
        const stage = w.stages[one.stage];
        day(`${one.id}-start`, one.began_on ?? one.planned_on, e.begins(stage, plan.title), plan);
        if (one.until_on) day(`${one.id}-until`, one.until_on, e.until(stage, plan.title), plan);
      }
    }
  }
  return text(dates.toString(), 'text/calendar; charset=utf-8');
}

async function figuresCsv(visit: Visit): Promise<Reply> {
  const w = words(visit.lang);
  const plans = await visit.read((db) => figuredPlans(db));
  async function* rows() {
    yield plans.map((plan) => {
      const early = earlyFigure(plan);
      return [
        shortId(plan.id),
        plan.title,
        plan.actor_name,
        plan.work_began_on,
        plan.opened_on,
        w.stages[plan.opened_stage],
        plan.draft_on,
        plan.decision_on,
        plan.decided_at !== null,
        early.openShare,
        early.beforeDraftShare,
        early.daysBeforeDecision,
        early.daysBeforeDraft,
      ];
    });
  }
  return csvReply('plan-figures.csv', w.figures.csv, rows());
}

async function figuresJson(visit: Visit): Promise<Reply> {
  const plans = await visit.read((db) => figuredPlans(db));
  return json({
    licence: 'CC BY 4.0',
    divisions: divisionFigures(plans),
    items: plans.map((plan) => ({
      id: plan.id,
      title: plan.title,
      division: { id: plan.actor_id, name: plan.actor_name },
      workBeganOn: plan.work_began_on,
      openedOn: plan.opened_on,
      openedStage: plan.opened_stage,
      draftOn: plan.draft_on,
      decisionOn: plan.decision_on,
      decided: plan.decided_at !== null,
      ...earlyFigure(plan),
      url: address(visit, plan),
    })),
  } satisfies Told<typeof FIGURES>);
}

async function stageAnswers(visit: Visit) {
  const id = idIn(visit);
  const [plan, answers, all] = await visit.read((db) =>
    Promise.all([planOfStage(db, id), answersOfStage(db, id), unansweredItems(db, id, 1000)]),
  );
  const stage = openedStage(plan, id);
  const waiting = all.filter((item) => item.kind === 'opinion' || commentsArePublic(stage, visit.now));
  return { plan: plan!, stage, answers, waiting };
}

const NO_ANSWER: Pick<PlanAnswer, 'gist' | 'reason' | 'division_name'> = { gist: '', reason: '', division_name: '' };

async function answersCsv(visit: Visit): Promise<Reply> {
  const w = words(visit.lang);
  const { stage, answers, waiting } = await stageAnswers(visit);
  const said = [
    ...answers.flatMap((answer) => answer.items.map((item) => ({ answer, item }))),
    ...waiting.map((item) => ({ answer: null, item })),
  ];
  async function* rows() {
    yield said.map(({ answer, item }) => [
      answer?.id,
      w.stages[stage.stage],
      item.kind,
      item.number,
      item.body,
      (answer ?? NO_ANSWER).gist,
      answer && w.answerKinds[answer.kind],
      (answer ?? NO_ANSWER).reason,
      (answer ?? NO_ANSWER).division_name,
      answer?.decided_on,
      answer?.next_on,
      answer?.passed_to,
      item.kind === 'comment' ? w.answers.means[item.paper ? 'paper' : 'web'] : '',
    ]);
  }
  return csvReply('plan-answers.csv', w.answers.columns, rows());
}

async function answersJson(visit: Visit): Promise<Reply> {
  const { plan, stage, answers, waiting } = await stageAnswers(visit);
  return json({
    licence: 'CC BY 4.0',
    kind: 'plan-answers',
    planId: plan.id,
    stage: stage.stage,
    stageId: stage.id,
    waiting,
    items: camelled(answers),
  } satisfies Told<typeof STAGE_ANSWERS>);
}

export const exportRoutes: readonly Route[] = [
  get('/plans.csv', 'public', ['F9.9'], csv),
  get('/plans.json', 'public', ['F9.9'], plansJson),
  get('/plans.atom', 'public', ['F9.9'], feed),
  get('/plans.ics', 'public', ['F9.9'], calendar),
  get('/plans/figures.csv', 'public', ['F9.9'], figuresCsv),
  get('/plans/figures.json', 'public', ['F9.9'], figuresJson),
  get('/plan-stages/:ref/answers.csv', 'public', ['F9.9'], answersCsv),
  get('/plan-stages/:ref/answers.json', 'public', ['F9.9'], answersJson),
];
