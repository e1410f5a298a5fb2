/** F9.9 Names and addresses of formal comments are read by the division's own people, with a reason, and each time it is written down. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { prose } from '#kernel/text.ts';
import { notFound, refusalFor, within } from './limits.ts';
import { planOfStage } from './queries.ts';
import { isInCharge, isMember } from './rules.ts';

/** Gives only how many there are: what an act gives may be kept, and names must not be. */
export const readNames = action({
  name: 'plans.read-names',
  input: z.object({ stageId: z.uuid(), reason: prose({ max: 20_000 }) }),
  async run(ctx, { stageId, reason }): Promise<{ names: number }> {
    const plan = await planOfStage(ctx.db, stageId);
    const stage = plan?.stages.find((one) => one.id === stageId);
    if (!plan || stage?.stage !== 'comment' || !isMember(ctx.reader, plan)) throw notFound();
    if (!isInCharge(ctx.reader, plan)) throw refusalFor('not-in-charge');
    if (stage.names_erased_at) throw refusalFor('names-erased');
    within({ reason: [reason, rulesOf(ctx.hub).limits.reason] });
    const [counted] = await run<{ n: number }>(
      ctx.db,
      `select count(*)::int as n from plan_comment_names n join plan_comments c on c.hub_id = n.hub_id and c.id = n.comment_id
       where c.stage_id = $1`,
      [stageId],
    );
    const names = counted?.n ?? 0;
    await ctx.db
      .insertInto('plan_name_readings')
      .values({
        hub_id: ctx.hub.id,
        id: ctx.newId(),
        stage_id: stageId,
        person_id: ctx.person.id,
        reason,
        names,
        read_at: ctx.now,
      })
      .execute();
    await ctx.record({ verb: 'plans.names-read', object: { kind: 'plan', id: plan.id }, tags: [] });
    return { names };
  },
});
