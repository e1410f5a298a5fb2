/** F9.9 A date of a plan is moved: never into the past, never past its neighbours, always with a reason everybody reads. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { prose } from '#kernel/text.ts';
import { civicDay } from '../reflection/index.ts';
import { notFound, refusalFor, within } from './limits.ts';
import { checkPeriod, periodOf, tagsOf } from './opening.ts';
import { lockedPlanOfStage, type ShownPlan, type ShownStage } from './queries.ts';
import { firstOutOfOrder, mayLead, stageAfter } from './rules.ts';

export const moveDate = action({
  name: 'plans.move-date',
  input: z.object({
    stageId: z.uuid(),
    which: z.enum(['start', 'until'], { error: 'not-a-choice' }),
    /** the day that the form showed */
    fromOn: civicDay,
    toOn: civicDay,
    reason: prose({ max: 20_000 }),
  }),
  async run(ctx, input): Promise<{ id: string; title: string }> {
    const plan = await lockedPlanOfStage(ctx.db, input.stageId);
    const stage = plan?.stages.find((one) => one.id === input.stageId);
    if (!plan || !stage) throw notFound();
    const no = mayLead(ctx.reader, plan);
    if (no) throw refusalFor(no);
    within({ reason: [input.reason, rulesOf(ctx.hub).limits.reason] });
    const present = input.which === 'start' ? stage.planned_on : stage.until_on;
    if (present !== input.fromOn) throw refusalFor('moved-meanwhile', 'toOn');
    if (input.toOn === present) throw refusalFor('unmoved', 'toOn');
    if (input.which === 'start') await moveStart(ctx, plan, stage, input.toOn);
    else await moveEnd(ctx, plan, stage, input);
    const { which, fromOn, toOn, reason } = input;
    await ctx.db
      .insertInto('plan_moves')
      .values({
        hub_id: ctx.hub.id,
        id: ctx.newId(),
        plan_id: plan.id,
        stage_id: stage.id,
        which,
        from_on: fromOn,
        to_on: toOn,
        reason,
        person_id: ctx.person.id,
        moved_at: ctx.now,
      })
      .execute();
    await ctx.record({
      verb: 'plans.date-moved',
      object: { kind: 'plan', id: plan.id },
      public: { title: plan.title, stage: stage.stage, which, fromOn, toOn, division: plan.actor_name },
      parts: [{ part: 'date', actorId: plan.actor_id, content: { stage: stage.stage, which, fromOn, toOn, reason } }],
      tags: tagsOf(plan, `debate:${stage.id}`),
    });
    return { id: plan.id, title: plan.title };
  },
});

async function moveStart(ctx: ActionContext, plan: ShownPlan, stage: ShownStage, toOn: string): Promise<void> {
  if (stage.began_on) throw refusalFor('stage-begun', 'toOn');
  if (toOn <= tokyoDate(ctx.now)) throw refusalFor('before-today', 'toOn');
  const moved = plan.stages.map((one) => (one === stage ? { ...one, planned_on: toOn } : one));
  if (firstOutOfOrder(moved)) throw refusalFor('out-of-order', 'toOn');
  const present = plan.stages.find((one) => one.stage === plan.stage);
  if (present?.until_on && toOn <= present.until_on) throw refusalFor('out-of-order', 'toOn');
  await run(ctx.db, 'update plan_stages set planned_on = $2 where id = $1', [stage.id, toOn]);
  const kept = { draft: 'draft_on', decision: 'decision_on' }[stage.stage as 'draft' | 'decision'] as
    | 'draft_on'
    | 'decision_on'
    | undefined;
  if (kept)
    await ctx.db
      .updateTable('plans')
      .set({ [kept]: toOn })
      .where('hub_id', '=', ctx.hub.id)
      .where('id', '=', plan.id)
      .execute();
}

/** The last day of a period that still runs. A period that has ended stays ended: what was said in it is being answered. */
async function moveEnd(
  ctx: ActionContext,
  plan: ShownPlan,
  stage: ShownStage,
  { toOn, reason }: { toOn: string; reason: string },
): Promise<void> {
  if (!stage.closes_at || !stage.began_on || ctx.now >= stage.closes_at) throw refusalFor('period-over', 'toOn');
  const next = stageAfter(plan.stages, stage.stage);
  const opening = { stage: stage.stage, shortReason: reason, nextOn: next?.planned_on ?? null, untilOn: toOn };
  checkPeriod(ctx, opening, stage.began_on, 'toOn');
  const period = periodOf(ctx, toOn);
  await ctx.db
    .updateTable('plan_stages')
    .set(period)
    .where('hub_id', '=', ctx.hub.id)
    .where('id', '=', stage.id)
    .execute();
  await Promise.all([
    run(ctx.db, 'update plans set open_until = $2 where id = $1', [plan.id, period.closes_at]),
    run(ctx.db, 'update debates set closes_at = $2 where id = $1', [stage.id, period.closes_at]),
  ]);
}
