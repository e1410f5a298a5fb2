/** F9.9 A plan goes on to its next stage, or to the decision. Opinions without an answer stand in the way, or leave a public reason behind. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { prose } from '#kernel/text.ts';
import { optionalDay } from '../reflection/index.ts';
import { countUnanswered } from './answer-queries.ts';
import { notFound, refusalFor, within } from './limits.ts';
import { checkPeriod, debateTitle, openDebate, periodOf, tagsOf } from './opening.ts';
import { PLAN_STAGES } from './plan.ts';
import { lockedPlan, type ShownPlan, type ShownStage } from './queries.ts';
import { mayBegin, mayLead, stageAfter } from './rules.ts';
import { words } from './words.ts';

const text = prose({ max: 20_000 });
const textOrNone = prose({ min: 0, max: 20_000 }).optional().default('');

export const stageInput = z.object({
  planId: z.uuid(),
  /** the stage the form was made for: a form that was left lying about begins nothing else */
  stage: z.enum(PLAN_STAGES, { error: 'not-a-choice' }),
  openPoints: textOrNone,
  fixedPoints: text,
  changes: textOrNone,
  untilOn: optionalDay,
  shortReason: textOrNone,
  aheadReason: textOrNone,
});
type StageInput = z.infer<typeof stageInput>;

export const beginStage = action({
  name: 'plans.begin-stage',
  input: stageInput,
  async run(ctx, input): Promise<{ id: string; title: string; stageId: string }> {
    const plan = await lockedPlan(ctx.db, input.planId);
    if (!plan) throw notFound();
    const no = mayLead(ctx.reader, plan);
    if (no) throw refusalFor(no);
    const next = stageAfter(plan.stages, plan.stage);
    if (next && next.stage !== input.stage) throw refusalFor('stage-begun');
    const unanswered = await countUnanswered(ctx.db, plan.id);
    const present = plan.stages.find((one) => one.stage === plan.stage)!;
    const wrong = mayBegin(present, next, unanswered, input.aheadReason, ctx.now);
    if (wrong) throw refusalFor(wrong, wrong === 'answers-missing' ? 'aheadReason' : undefined, { n: unanswered });
    checkLengths(ctx, input);
    const after = stageAfter(plan.stages, input.stage);
    checkPeriod(ctx, { ...input, nextOn: after?.planned_on ?? null }, tokyoDate(ctx.now));
    await write(ctx, plan, next!, input, unanswered);
    return { id: plan.id, title: plan.title, stageId: next!.id };
  },
});

function checkLengths(ctx: ActionContext, input: StageInput): void {
  const { limits } = rulesOf(ctx.hub);
  within({
    openPoints: [input.openPoints, limits.problem],
    fixedPoints: [input.fixedPoints, limits.problem],
    changes: [input.changes, limits.problem],
    shortReason: [input.shortReason, limits.reason],
    aheadReason: [input.aheadReason, limits.reason],
  });
}

async function write(
  ctx: ActionContext,
  plan: ShownPlan,
  next: ShownStage,
  input: StageInput,
  unanswered: number,
): Promise<void> {
  const today = tokyoDate(ctx.now);
  const isDecision = next.stage === 'decision';
  const period = isDecision || input.untilOn === null ? null : periodOf(ctx, input.untilOn);
  await ctx.db
    .updateTable('plan_stages')
    .set({
      began_on: today,
      began_at: ctx.now,
      ...period,
      open_points: input.openPoints,
      fixed_points: input.fixedPoints,
      changes: input.changes,
      short_reason: input.shortReason,
      ahead_reason: unanswered > 0 ? input.aheadReason : '',
      left_unanswered: unanswered,
    })
    .where('hub_id', '=', ctx.hub.id)
    .where('id', '=', next.id)
    .execute();
  await run(
    ctx.db,
    `update plans set stage = $2, open_until = $3, decided_at = $4, draft_on = case when $2 = 'draft' then $5::date else draft_on end,
       decision_on = case when $2 = 'decision' then $5::date else decision_on end where id = $1`,
    [plan.id, next.stage, period?.closes_at ?? null, isDecision ? ctx.now : null, today],
  );
  if (period)
    await openDebate(ctx, {
      id: next.id,
      closesAt: period.closes_at,
      title: debateTitle(plan.title, words('ja').stages[next.stage]),
      hostId: plan.actor_id,
    });
  const { planId, ...content } = input;
  await ctx.record({
    verb: isDecision ? 'plans.decided' : 'plans.stage-begun',
    object: { kind: 'plan', id: planId },
    public: { title: plan.title, stage: next.stage, division: plan.actor_name, unanswered },
    parts: [{ part: 'stage', actorId: plan.actor_id, content: { ...content, began: today, unanswered } }],
    tags: tagsOf(plan, `debate:${plan.stages.find((one) => one.stage === plan.stage)!.id}`),
  });
}
