/** F9.1 A new version begins as a draft that holds the present text; there is one such draft a proposal at a time. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { bringFiles } from './attachment.ts';
import { placeOfRow, typedPlace } from './place.ts';
import { type DraftFields, type ProposalText, refuse } from './proposal.ts';
import { textOf } from './proposal-version.ts';
import { lockedProposal } from './queries.ts';
import { mayRevise } from './rules.ts';

export const beginRevision = action({
  name: 'proposals.begin-revision',
  input: z.object({ proposalId: z.uuid() }),
  async run(ctx, { proposalId }): Promise<{ id: string }> {
    const proposal = await lockedProposal(ctx.db, proposalId);
    if (!proposal) throw refuseKernel('not-found', { status: 404 });
    const facts = { actorId: proposal.actor_id, withdrawnAt: proposal.withdrawn_at, hiddenAt: proposal.hidden_at };
    const reason = mayRevise(ctx.reader, facts, proposal.round, ctx.now);
    if (reason === 'level' || reason === 'sign-in') throw refuseKernel(reason);
    if (reason) throw refuse(reason);
    const [open] = await run<{ id: string }>(
      ctx.db,
      'select id from proposal_drafts where proposal_id = $1 and published_at is null and actor_id = $2 limit 1',
      [proposalId, proposal.actor_id],
    );
    if (open) return { id: open.id };
    const [row] = await run<ProposalText & { lat: number | null; lng: number | null; shape: unknown }>(
      ctx.db,
      `select title, problem, proposal, effect, roles, cost, area, lat, lng, shape from proposal_versions
       where proposal_id = $1 and version = $2`,
      [proposalId, proposal.version],
    );
    const fields: DraftFields = {
      ...textOf(row!),
      ...typedPlace(placeOfRow(row!)),
      kind: proposal.kind,
      policyId: proposal.policy_id ?? '',
      changed: '',
    };
    const id = ctx.newId();
    await ctx.db
      .insertInto('proposal_drafts')
      .values({
        hub_id: ctx.hub.id,
        id,
        actor_id: proposal.actor_id,
        person_id: ctx.person.id,
        proposal_id: proposalId,
        fields: JSON.stringify(fields),
        share_key: ctx.randomId(),
        saved_at: ctx.now,
      })
      .execute();
    await bringFiles(ctx, proposalId, proposal.version, id);
    return { id };
  },
});
