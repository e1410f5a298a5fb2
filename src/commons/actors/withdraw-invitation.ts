/** P1: an invitation that was a mistake is taken back by a representative, as long as nobody has answered it. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse } from './refusals.ts';
import { lockRoles } from './roles.ts';
import { mayManageMembers } from './rules.ts';

export const withdrawInvitation = action({
  name: 'actors.withdraw-invitation',
  input: z.object({ organisationId: z.uuid(), invitationId: z.uuid() }),
  async run(ctx, { organisationId, invitationId }): Promise<void> {
    const held = await lockRoles(ctx.db, ctx.hub.id, organisationId, ctx.now);
    const reason = mayManageMembers(held.find((one) => one.personId === ctx.person.id)?.role ?? null);
    if (reason) throw refuse(reason, { status: 403 });
    const withdrawn = await run(
      ctx.db,
      `update invitations set withdrawn_at = $4, meant_for = ''
       where hub_id = $1 and organisation_id = $2 and id = $3 and accepted_at is null and withdrawn_at is null returning id`,
      [ctx.hub.id, organisationId, invitationId, ctx.now],
    );
    if (withdrawn.length === 0) throw refuse('invitation-over', { status: 410 });
    await ctx.record({ verb: 'actors.invitation-withdrawn', object: { kind: 'actor', id: organisationId }, tags: [] });
  },
});
