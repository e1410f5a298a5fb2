/** F9.9 A plan is given up before a decision: with a reason, and everything that was said stays. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { prose } from '#kernel/text.ts';
import { notFound, refusalFor, within } from './limits.ts';
import { tagsOf } from './opening.ts';
import { lockedPlan } from './queries.ts';
import { mayLead } from './rules.ts';

export const endPlan = action({
  name: 'plans.end',
  input: z.object({ id: z.uuid(), reason: prose({ max: 20_000 }) }),
  async run(ctx, { id, reason }): Promise<{ id: string; title: string }> {
    const plan = await lockedPlan(ctx.db, id);
    if (!plan) throw notFound();
    const no = mayLead(ctx.reader, plan);
    if (no) throw refusalFor(no);
    within({ reason: [reason, rulesOf(ctx.hub).limits.reason] });
    await Promise.all([
      run(ctx.db, 'update plans set ended_at = $2, end_reason = $3, open_until = null where id = $1', [
        id,
        ctx.now,
        reason,
      ]),
      run(ctx.db, 'update plan_stages set closes_at = $2 where plan_id = $1 and closes_at > $2', [id, ctx.now]),
      run(ctx.db, `update debates set closes_at = least(closes_at, $2) where id = any($1::uuid[])`, [
        plan.stages.map((stage) => stage.id),
        ctx.now,
      ]),
    ]);
    await ctx.record({
      verb: 'plans.ended',
      object: { kind: 'plan', id },
      public: { title: plan.title, stage: plan.stage, division: plan.actor_name },
      parts: [{ part: 'reason', actorId: plan.actor_id, content: { reason } }],
      tags: tagsOf(plan, ...plan.stages.map((stage) => `debate:${stage.id}`)),
    });
    return { id, title: plan.title };
  },
});
