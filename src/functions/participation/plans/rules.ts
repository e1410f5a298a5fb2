/** F9.9 Decisions about plans in preparation. Pure: each gives null when the act is allowed, otherwise the reason. */
import { rulesOf } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { PLAN_STAGES, type PlanRefusal, type PlanStage } from './plan.ts';

export type Reason = PlanRefusal | 'level' | 'sign-in';
type No = Reason | null;
type Ruled = { rules: unknown };

export interface PlanFacts {
  actor_id: string;
  decided_at: Date | null;
  ended_at: Date | null;
}

export interface StageFacts {
  stage: PlanStage;
  /** YYYY-MM-DD */
  planned_on: string;
  began_on: string | null;
  began_at: Date | null;
  until_on: string | null;
  closes_at: Date | null;
}

function maySpeak(reader: Reader): boolean {
  const role = reader.roles.find((held) => held.organisation.id === reader.acting.id)?.role;
  return role === 'representative' || role === 'editor';
}

/** Divisions of the city and other public bodies post what they prepare; representatives and editors speak for them. */
export function mayPost(reader: Reader | null): No {
  if (!reader) return 'sign-in';
  const { kind } = reader.acting;
  if (kind !== 'division' && kind !== 'body') return 'city-only';
  return maySpeak(reader) ? null : 'member-only';
}

/** True for whoever speaks for the division that prepares the plan. */
export function isInCharge(reader: Reader | null, plan: Pick<PlanFacts, 'actor_id'>): boolean {
  return reader !== null && reader.acting.id === plan.actor_id && maySpeak(reader);
}

/** Members of the division see what is kept inside it (comments before their time), whoever they act as; others don't see that it is there. */
export function isMember(reader: Reader | null, plan: Pick<PlanFacts, 'actor_id'>): boolean {
  return reader?.roles.some((held) => held.organisation.id === plan.actor_id) ?? false;
}

/** Moving dates, beginning stages, adding documents: while the plan is neither decided nor given up. */
export function mayLead(reader: Reader | null, plan: PlanFacts): No {
  return mayAnswer(reader, plan) ?? (plan.decided_at ? 'decided' : plan.ended_at ? 'ended' : null);
}

/** Answers are owed after the decision, too, and its text may still be put right. */
export function mayAnswer(reader: Reader | null, plan: Pick<PlanFacts, 'actor_id'>): No {
  if (!reader) return 'sign-in';
  return isInCharge(reader, plan) ? null : 'not-in-charge';
}

/** The stage after the present one; null when it is the last. */
export function stageAfter<T extends StageFacts>(stages: readonly T[], present: PlanStage): T | null {
  const place = PLAN_STAGES.indexOf(present);
  return stages.find((one) => PLAN_STAGES.indexOf(one.stage) > place) ?? null;
}

/**
 * A stage follows when the opinions on the one before are closed and every one of them is answered, or a public reason says why
 * they are not. `unanswered` counts those of all stages so far.
 */
export function mayBegin(
  present: StageFacts,
  next: StageFacts | null,
  unanswered: number,
  aheadReason: string,
  now: Date,
): PlanRefusal | null {
  if (!next) return 'last-stage';
  if (present.closes_at && now < present.closes_at) return 'still-open';
  return unanswered > 0 && aheadReason === '' ? 'answers-missing' : null;
}

/** Stages in order and the days on which they begin: each later than the one before; gives the first that isn't. */
export function firstOutOfOrder<T extends StageFacts>(stages: readonly T[]): T | null {
  const day = (one: StageFacts) => one.began_on ?? one.planned_on;
  return stages.find((one, at) => at > 0 && day(one) <= day(stages[at - 1]!)) ?? null;
}

/** Formal comments: from the beginning of that stage to the end of its last day. */
export function mayComment(hub: Ruled, reader: Reader | null, stage: StageFacts, plan: PlanFacts, now: Date): No {
  if (stage.stage !== 'comment') return 'not-formal';
  if (plan.ended_at) return 'ended';
  if (!stage.began_at || !stage.closes_at || now < stage.began_at) return 'period-ahead';
  if (now >= stage.closes_at) return 'period-over';
  if (!reader) return 'sign-in';
  return reader.level < rulesOf(hub).levels.opinion ? 'level' : null;
}

/** Paper that arrived in time is typed in until the plan goes on; later nobody would answer it. */
export function mayEnterPaper(reader: Reader | null, stage: StageFacts, plan: PlanFacts): No {
  if (stage.stage !== 'comment') return 'not-formal';
  if (!stage.began_at) return 'period-ahead';
  return mayLead(reader, plan);
}

/** The text of formal comments is public when their period is over, so that nobody writes by what others wrote. */
export function commentsArePublic(stage: StageFacts, now: Date): boolean {
  return stage.stage === 'comment' && stage.closes_at !== null && now >= stage.closes_at;
}
