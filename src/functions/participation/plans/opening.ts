/** F9.9 What happens to the tables when a stage is opened: by posting a plan, or by going on to its next stage. */

import { rulesOf } from '#commons/hubs/index.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { addDays, daysBetween, endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { answerDates } from '../rounds/index.ts';
import { planRulesOf } from './hub-rules.ts';
import { refusalFor } from './limits.ts';
import type { PlanStage } from './plan.ts';

export interface Opening {
  stage: PlanStage;
  /** last day of opinions; of the decision, null */
  untilOn: string | null;
  shortReason: string;
  /** first day of the stage that follows */
  nextOn: string | null;
}

/** What stands in the stage's row about its time. The limits of the answers are counted from the day after the last. */
export function periodOf(ctx: Pick<ActionContext, 'hub'>, untilOn: string) {
  const { interim_answer_at, final_answer_at } = answerDates(addDays(untilOn, 1), rulesOf(ctx.hub).rounds);
  return { until_on: untilOn, closes_at: endOfTokyoDay(untilOn), interim_answer_at, final_answer_at };
}

/**
 * A period ends today at the earliest and before the next stage; formal comments are taken for as many days as the rule says
 * (the first and the last day count), or for fewer with a public reason.
 * @throws Refusal at the field
 */
export function checkPeriod(
  ctx: Pick<ActionContext, 'hub' | 'now'>,
  opening: Opening,
  beganOn: string,
  field = 'untilOn',
): void {
  const { stage, untilOn, nextOn } = opening;
  if (stage === 'decision') return;
  if (untilOn === null) throw refuseKernel('required', { field });
  if (untilOn < tokyoDate(ctx.now)) throw refusalFor('before-today', field);
  if (nextOn !== null && untilOn >= nextOn) throw refusalFor('out-of-order', field);
  const { commentDays } = planRulesOf(ctx.hub);
  if (stage === 'comment' && daysBetween(beganOn, untilOn) + 1 < commentDays && opening.shortReason === '')
    throw refusalFor('period-short', 'shortReason', { days: commentDays });
}

/** The debate of a stage has the stage's own id; whoever prepares the plan answers the questions put in it. */
export async function openDebate(
  ctx: ActionContext,
  stage: { id: string; closesAt: Date; title: string; hostId: string },
): Promise<void> {
  await ctx.db
    .insertInto('debates')
    .values({
      hub_id: ctx.hub.id,
      id: stage.id,
      kind: 'plan',
      title: stage.title,
      host_id: stage.hostId,
      opens_at: ctx.now,
      closes_at: stage.closesAt,
      created_at: ctx.now,
    })
    .execute();
}

/** What the title of a stage's debate is: 「…（素案）」 in the town's language, because it stands in the record. */
export function debateTitle(title: string, stageName: string): string {
  return `${title}（${stageName}）`;
}

export async function checkPolicy(ctx: ActionContext, policyId: string): Promise<void> {
  if (policyId === '') return;
  const found = await run(ctx.db, 'select id from policies where id = $1', [policyId]);
  if (found.length === 0) throw refusalFor('no-policy', 'policyId');
}

/** Tags of every page that shows a plan. */
export function tagsOf(plan: { id: string; actor_id: string; policy_id: string | null }, ...more: string[]): string[] {
  return [
    'plans',
    `plan:${plan.id}`,
    `actor:${plan.actor_id}`,
    ...(plan.policy_id ? [`policy:${plan.policy_id}`] : []),
    ...more,
  ];
}
