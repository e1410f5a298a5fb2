/**
 * F9.9 Formal comments (パブリックコメント). Text, name and address are read by the division alone until the period is over; then
 * the text is public with its answer, name and address never. No name, address or sender stands in an event.
 */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';
import { civicDay } from '../reflection/index.ts';
import { notFound, refusalFor, within } from './limits.ts';
import { tagsOf } from './opening.ts';
import { lockedPlanOfStage, planOfStage, type ShownPlan, type ShownStage } from './queries.ts';
import { commentsArePublic, mayComment, mayEnterPaper } from './rules.ts';

const whatIsSent = {
  stageId: z.uuid(),
  body: prose({ max: 40_000 }),
  name: line({ max: 80 }),
  address: line({ max: 200 }),
};

export interface CommentSent {
  id: string;
  number: number;
  stageId: string;
}

export const sendComment = action({
  name: 'plans.send-comment',
  input: z.object(whatIsSent),
  async run(ctx, input): Promise<CommentSent> {
    const plan = await planOfStage(ctx.db, input.stageId);
    const stage = plan?.stages.find((one) => one.id === input.stageId);
    if (!plan || !stage) throw notFound();
    const no = mayComment(ctx.hub, ctx.reader, stage, plan, ctx.now);
    if (no) throw refusalFor(no);
    within({ body: [input.body, rulesOf(ctx.hub).limits.answer] });
    await Promise.all([slowDown(ctx), refuseTwice(ctx, input)]);
    const number = await nextNumber(ctx, stage);
    const sent = { id: ctx.randomId(), number, stageId: stage.id };
    await write(ctx, plan, sent, input, { means: 'web', person_id: ctx.person.id, received_on: tokyoDate(ctx.now) });
    await ctx.record({
      verb: 'plans.comment-sent',
      object: { kind: 'plan-comment', id: sent.id },
      tags: [`plan:${plan.id}`],
    });
    return sent;
  },
});

/** As many formal comments an hour and person as opinions (X4). */
async function slowDown(ctx: ActionContext): Promise<void> {
  const hour = 3_600_000;
  const [oldest] = await run<{ sent_at: Date }>(
    ctx.db,
    'select sent_at from plan_comments where person_id = $1 and sent_at > $2 order by sent_at desc offset $3 limit 1',
    [ctx.person.id, new Date(ctx.now.getTime() - hour), rulesOf(ctx.hub).hourly.opinions - 1],
  );
  if (!oldest) return;
  const minutes = Math.max(1, Math.ceil((oldest.sent_at.getTime() + hour - ctx.now.getTime()) / 60_000));
  throw refuseKernel('too-fast', { status: 429, facts: { minutes } });
}

async function refuseTwice(ctx: ActionContext, { stageId, body }: { stageId: string; body: string }): Promise<void> {
  const same = await run(
    ctx.db,
    'select 1 from plan_comments where person_id = $1 and stage_id = $2 and body = $3 and withdrawn_at is null limit 1',
    [ctx.person.id, stageId, body],
  );
  if (same.length > 0) throw refusalFor('said-already', 'body');
}

/** Counting up holds the stage's row: numbers have neither gaps nor twins, and who comes after the end comes too late. */
async function nextNumber(ctx: ActionContext, stage: ShownStage): Promise<number> {
  const [row] = await run<{ comment_count: number }>(
    ctx.db,
    'update plan_stages set comment_count = comment_count + 1 where id = $1 and closes_at > $2 returning comment_count',
    [stage.id, ctx.now],
  );
  if (!row) throw refusalFor('period-over');
  return row.comment_count;
}

type HowItCame = { received_on: string } & (
  | { means: 'web'; person_id: string }
  | { means: 'paper'; entered_by: string }
);

async function write(
  ctx: ActionContext,
  plan: ShownPlan,
  sent: CommentSent,
  input: { body: string; name: string; address: string },
  came: HowItCame,
): Promise<void> {
  const hub_id = ctx.hub.id;
  const { id, number, stageId } = sent;
  await ctx.db
    .insertInto('plan_comments')
    .values({
      hub_id,
      id,
      plan_id: plan.id,
      stage_id: stageId,
      number,
      body: input.body,
      sent_at: ctx.now,
      ...came,
    })
    .execute();
  await ctx.db
    .insertInto('plan_comment_names')
    .values({ hub_id, comment_id: id, name: input.name, address: input.address })
    .execute();
}

export const enterPaper = action({
  name: 'plans.enter-paper',
  input: z.object({ ...whatIsSent, receivedOn: civicDay }),
  async run(ctx, input): Promise<CommentSent> {
    const plan = await lockedPlanOfStage(ctx.db, input.stageId);
    const stage = plan?.stages.find((one) => one.id === input.stageId);
    if (!plan || !stage) throw notFound();
    const no = mayEnterPaper(ctx.reader, stage, plan);
    if (no) throw refusalFor(no);
    within({ body: [input.body, rulesOf(ctx.hub).limits.answer] });
    const { receivedOn } = input;
    if (receivedOn > tokyoDate(ctx.now)) throw refusalFor('in-the-future', 'receivedOn');
    if (receivedOn < stage.began_on!) throw refusalFor('before-stage', 'receivedOn');
    if (receivedOn > stage.until_on!) throw refusalFor('period-over', 'receivedOn');
    const [row] = await run<{ comment_count: number }>(
      ctx.db,
      'update plan_stages set comment_count = comment_count + 1 where id = $1 returning comment_count',
      [stage.id],
    );
    const sent = { id: ctx.randomId(), number: row!.comment_count, stageId: stage.id };
    await write(ctx, plan, sent, input, { means: 'paper', entered_by: ctx.person.id, received_on: receivedOn });
    if (commentsArePublic(stage, ctx.now)) await recordLate(ctx, plan, sent, input.body);
    else
      await ctx.record({
        verb: 'plans.comment-entered',
        object: { kind: 'plan-comment', id: sent.id },
        tags: [`plan:${plan.id}`],
      });
    return sent;
  },
});

/** Typed in after the period: it is public at once. */
function recordLate(ctx: ActionContext, plan: ShownPlan, { number }: CommentSent, body: string): Promise<void> {
  return ctx.record({
    verb: 'plans.comment-added',
    object: { kind: 'plan', id: plan.id },
    public: { title: plan.title, number, division: plan.actor_name },
    parts: [{ part: 'comment', actorId: null, content: { number, body, means: 'paper' } }],
    tags: tagsOf(plan),
  });
}

export const withdrawComment = action({
  name: 'plans.withdraw-comment',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<{ stageId: string }> {
    const [comment] = await run<{ stage_id: string; person_id: string | null; withdrawn_at: Date | null }>(
      ctx.db,
      'select stage_id, person_id, withdrawn_at from plan_comments where id = $1 for update',
      [id],
    );
    // Whose comment it is, is nobody else's business: others don't see that it is there.
    if (!comment || comment.person_id !== ctx.person.id) throw notFound();
    if (comment.withdrawn_at) throw refusalFor('withdrawn');
    const plan = await planOfStage(ctx.db, comment.stage_id);
    const stage = plan?.stages.find((one) => one.id === comment.stage_id);
    if (!plan || !stage) throw notFound();
    const no = mayComment(ctx.hub, ctx.reader, stage, plan, ctx.now);
    if (no) throw refusalFor(no);
    await Promise.all([
      run(ctx.db, 'update plan_comments set withdrawn_at = $2 where id = $1', [id, ctx.now]),
      run(ctx.db, 'delete from plan_comment_names where comment_id = $1', [id]),
    ]);
    await ctx.record({
      verb: 'plans.comment-withdrawn',
      object: { kind: 'plan-comment', id },
      tags: [`plan:${plan.id}`],
    });
    return { stageId: stage.id };
  },
});
