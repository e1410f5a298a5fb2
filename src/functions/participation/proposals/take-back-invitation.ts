/** F9.1 Whoever proposed takes an invitation back that nobody has said yes to. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { mayTakeBack } from './co-proposal.ts';
import { lockedRequest } from './co-proposal-queries.ts';
import { refuse } from './proposal.ts';

export const takeBackInvitation = action({
  name: 'proposals.take-back-invitation',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<null> {
    const request = await lockedRequest(ctx.db, ctx.hub, { id });
    const no = request && mayTakeBack(ctx.reader, request.thing, request);
    if (!request || no === 'not-yours') throw refuseKernel('not-found', { status: 404 });
    if (no === 'sign-in' || no === 'level') throw refuseKernel(no);
    if (no) throw refuse(no, { status: 409 });
    await run(
      ctx.db,
      `update co_proposers set ended = 'taken-back', ended_at = $3, key_hash = null, meant_for = '' where hub_id = $1 and id = $2`,
      [ctx.hub.id, id, ctx.now],
    );
    const object = request.proposal_id
      ? { kind: 'proposal', id: request.proposal_id }
      : { kind: 'draft', id: request.draft_id! };
    await ctx.record({ verb: 'proposals.invitation-taken-back', object, tags: [] });
    return null;
  },
});
