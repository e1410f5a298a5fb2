/** F9.1 Whoever was asked again has looked: what they choose in the other debate, if anything, is theirs alone. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';

export const settleQuestion = action({
  name: 'proposals.settle-question',
  input: z.object({ mergeId: z.uuid(), actorId: z.uuid() }),
  async run(ctx, { mergeId, actorId }): Promise<null> {
    const speaksFor = ctx.reader.roles.filter((held) => held.role !== 'member').map((held) => held.organisation.id);
    if (actorId !== ctx.person.id && !speaksFor.includes(actorId)) throw refuseKernel('not-found', { status: 404 });
    const settled = await run(
      ctx.db,
      `update merge_questions set settled_at = $4 where hub_id = $1 and merge_id = $2 and actor_id = $3 returning merge_id`,
      [ctx.hub.id, mergeId, actorId, ctx.now],
    );
    if (settled.length === 0) throw refuseKernel('not-found', { status: 404 });
    await ctx.record({ verb: 'proposals.question-settled', object: { kind: 'merge', id: mergeId }, tags: [] });
    return null;
  },
});
