/** F9.1 Withdrawing leaves a tombstone with the reason; what others said about it stays. */
import { z } from 'zod';
import { closeDebate } from '#commons/discussion/index.ts';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { prose } from '#kernel/text.ts';
import { tieToPolicy } from '../policies/index.ts';
import { overtakeMerges } from './merge-settling.ts';
import { refuse } from './proposal.ts';
import { lockedProposal } from './queries.ts';
import { mayWithdraw } from './rules.ts';

export const withdrawProposal = action({
  name: 'proposals.withdraw',
  input: z.object({ id: z.uuid(), reason: prose({ max: 1000 }) }),
  async run(ctx, { id, reason }): Promise<{ id: string; title: string }> {
    const proposal = await lockedProposal(ctx.db, id);
    if (!proposal) throw refuseKernel('not-found', { status: 404 });
    const facts = { actorId: proposal.actor_id, withdrawnAt: proposal.withdrawn_at };
    const no = mayWithdraw(ctx.reader, facts, proposal.round);
    if (no === 'level' || no === 'sign-in') throw refuseKernel(no);
    if (no) throw refuse(no);
    const { reason: longest } = rulesOf(ctx.hub, proposal.round.rules_version).limits;
    if (reason.length > longest) throw refuseKernel('too-long', { field: 'reason', facts: { max: longest } });
    await ctx.db
      .insertInto('proposal_withdrawals')
      .values({ hub_id: ctx.hub.id, proposal_id: id, person_id: ctx.person.id, reason, at: ctx.now })
      .execute();
    await ctx.db
      .updateTable('proposals')
      .set({ withdrawn_at: ctx.now })
      .where('hub_id', '=', ctx.hub.id)
      .where('id', '=', id)
      .execute();
    await tieToPolicy(ctx.db, ctx.hub.id, 'proposals', { from: proposal.policy_id, to: null });
    await closeDebate(ctx.db, ctx.hub.id, id, ctx.now);
    await overtakeMerges(ctx, id);
    await ctx.record({
      verb: 'proposals.withdrawn',
      object: { kind: 'proposal', id, version: proposal.version },
      public: { title: proposal.title, roundId: proposal.round.id },
      parts: [{ part: 'withdrawal', actorId: proposal.actor_id, content: { reason } }],
      tags: [`proposal:${id}`, 'proposals', `round:${proposal.round.id}`, `actor:${proposal.actor_id}`],
    });
    return { id, title: proposal.title };
  },
});
