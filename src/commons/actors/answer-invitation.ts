/** P1: the invited person's own yes or no. A key works once, for whoever holds it and is signed in. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { RoleName } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { invitationHash } from './invitation-key.ts';
import { refuse } from './refusals.ts';
import { giveRole, lockRoles, recordRole } from './roles.ts';
import { mayAnswerInvitation } from './rules.ts';

interface InvitationRow {
  id: string;
  organisationId: string;
  role: RoleName;
  expiresAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
}

export interface AnsweredInvitation {
  organisationId: string;
  accepted: boolean;
}

export const answerInvitation = action({
  name: 'actors.answer-invitation',
  input: z.object({ key: z.string().max(100), answer: z.enum(['yes', 'no']) }),
  async run(ctx, { key, answer }): Promise<AnsweredInvitation> {
    const [invitation] = await run<InvitationRow>(
      ctx.db,
      `select id, organisation_id as "organisationId", role, expires_at as "expiresAt", accepted_at as "acceptedAt",
         withdrawn_at as "withdrawnAt"
       from invitations where hub_id = $1 and key_hash = $2 for update`,
      [ctx.hub.id, invitationHash(key)],
    );
    const reason = invitation ? mayAnswerInvitation(invitation, ctx.now) : 'invitation-over';
    if (!invitation || reason) throw refuse('invitation-over', { status: 410 });
    const { organisationId, role } = invitation;
    if (answer === 'no') {
      await run(ctx.db, `update invitations set withdrawn_at = $3, meant_for = '' where hub_id = $1 and id = $2`, [
        ctx.hub.id,
        invitation.id,
        ctx.now,
      ]);
      return { organisationId, accepted: false };
    }
    if (ctx.reader.level < 1) throw refuseKernel('level', { status: 403 });
    const held = await lockRoles(ctx.db, ctx.hub.id, organisationId, ctx.now);
    if (held.some((one) => one.personId === ctx.person.id)) throw refuse('already-member');
    await run(
      ctx.db,
      `update invitations set accepted_at = $3, accepted_by = $4, meant_for = '' where hub_id = $1 and id = $2`,
      [ctx.hub.id, invitation.id, ctx.now, ctx.person.id],
    );
    await giveRole(ctx.db, ctx.hub.id, { personId: ctx.person.id, organisationId, role, now: ctx.now });
    await recordRole(ctx, 'actors.member-joined', {
      organisationId,
      personId: ctx.person.id,
      before: null,
      next: role,
    });
    return { organisationId, accepted: true };
  },
});
