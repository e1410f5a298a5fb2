/** F9.9 「どれだけ早くひらいたか」: how early participation was opened, as a public figure. Pure. */
import { daysBetween } from '#kernel/dates.ts';
import type { PlanStage } from './plan.ts';

export interface EarlyFacts {
  opened_stage: PlanStage;
  /** YYYY-MM-DD: the day on which work on the plan began inside */
  work_began_on: string;
  /** YYYY-MM-DD in Tokyo: the first day on which an opinion could be given */
  opened_on: string;
  /** YYYY-MM-DD: first day of the draft and of the decision, the real ones, else as planned now */
  draft_on: string;
  decision_on: string;
}

export interface Early {
  /** days before the decision on which the first opinion could be given; never below 0 */
  daysBeforeDecision: number;
  /** days before the draft; 0 when the draft was there already */
  daysBeforeDraft: number;
  /** days from the beginning of the work to the decision; at least 1 */
  daysOfWork: number;
  /** whole percent, 0 to 100: how much of the work was open */
  openShare: number;
  /** whole percent, 0 to 100: how much of the open time lay before the draft */
  beforeDraftShare: number;
}

/**
 * Let W be the day on which work on the plan began inside, O the day on which it was opened here, S the first day of the draft and
 * D the day of the decision (S and D as planned, until they are real).
 *
 *   open share         = (D − O) / (D − W)    the part of the work in which everybody could see it and speak; 100 %: from the first day
 *   before-draft share = (min(S, D) − O) / (D − O)    the part of that time in which no draft was written yet
 *
 * in days, each held to 0…1 and rounded to whole percent; a share of no time is 0. W is what whoever posted the plan states, in
 * public and together with what the work began with, so that it can be contested. Moving the decision away raises the open share:
 * every move is listed with its reason beside the figure.
 */
export function earlyFigure(facts: EarlyFacts): Early {
  const { work_began_on: began, opened_on: opened, draft_on: draft, decision_on: decision } = facts;
  const daysBeforeDecision = Math.max(0, daysBetween(opened, decision));
  const daysBeforeDraft = Math.min(daysBeforeDecision, Math.max(0, daysBetween(opened, draft)));
  const daysOfWork = Math.max(1, daysBetween(began, decision));
  return {
    daysBeforeDecision,
    daysBeforeDraft,
    daysOfWork,
    openShare: percent(daysBeforeDecision, daysOfWork),
    beforeDraftShare: percent(daysBeforeDraft, daysBeforeDecision),
  };
}

function percent(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.round(Math.min(1, part / whole) * 100);
}

export interface DivisionEarly {
  id: string;
  name: string;
  plans: number;
  /** opened while the plan was a concept */
  fromConcept: number;
  /** Σ(D − O) / Σ(D − W) over its plans, whole percent: long plans weigh more than short ones */
  openShare: number;
  /** of the days before the decision, the one in the middle (of two, the lower) */
  medianDaysBeforeDecision: number;
}

/** Figures of each division, by the number of its plans. Plans that were given up don't count: they never come to a decision. */
export function divisionFigures(
  plans: readonly (EarlyFacts & { actor_id: string; actor_name: string })[],
): DivisionEarly[] {
  return [...Map.groupBy(plans, (plan) => plan.actor_id).values()]
    .map((own) => {
      const figures = own.map(earlyFigure);
      const sum = (of: (figure: Early) => number) => figures.reduce((total, figure) => total + of(figure), 0);
      const days = figures.map((figure) => figure.daysBeforeDecision).sort((a, b) => a - b);
      return {
        id: own[0]!.actor_id,
        name: own[0]!.actor_name,
        plans: own.length,
        fromConcept: own.filter((plan) => plan.opened_stage === 'concept').length,
        openShare: percent(
          sum((figure) => figure.daysBeforeDecision),
          sum((figure) => figure.daysOfWork),
        ),
        medianDaysBeforeDecision: days[Math.floor((days.length - 1) / 2)]!,
      };
    })
    .sort((a, b) => b.plans - a.plans || (a.id < b.id ? -1 : 1));
}
