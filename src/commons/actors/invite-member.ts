/** P1: nobody becomes a member without saying yes. A representative sends a letter, or hands a link over themselves. */
import { z } from 'zod';
import { queueMail } from '#commons/letters/index.ts';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { line } from '#kernel/text.ts';
import { invitationHash, newInvitationKey } from './invitation-key.ts';
import { invitationLetter } from './letters.ts';
import { refuse } from './refusals.ts';
import { lockRoles } from './roles.ts';
import { INVITATION_DAYS, mayManageMembers, OPEN_INVITATIONS, ROLE_NAMES } from './rules.ts';

export interface Invited {
  /** to be handed over by the representative; null when it went by letter, '' where the same form had been sent before */
  link: string | null;
}

const address = z.email();

export const inviteMember = action({
  name: 'actors.invite-member',
  input: z.object({
    organisationId: z.uuid(),
    way: z.enum(['letter', 'link']),
    /** an e-mail address, or for a link the name of whoever will get it */
    meantFor: line({ max: 254 }),
    role: z.enum(ROLE_NAMES),
  }),
  async run(ctx, { organisationId, way, meantFor, role }): Promise<Invited> {
    const held = await lockRoles(ctx.db, ctx.hub.id, organisationId, ctx.now);
    const reason = mayManageMembers(held.find((one) => one.personId === ctx.person.id)?.role ?? null);
    if (reason) throw refuse(reason, { status: 403 });
    const to = meantFor.normalize('NFKC').toLowerCase();
    if (way === 'letter' && !address.safeParse(to).success) throw refuse('not-an-address', { field: 'meantFor' });
    await refuseTooMany(ctx.db, ctx.hub.id, organisationId, ctx.now);
    const key = newInvitationKey();
    const expiresAt = new Date(ctx.now.getTime() + INVITATION_DAYS * 86_400_000);
    await run(
      ctx.db,
      `insert into invitations (hub_id, id, organisation_id, role, key_hash, meant_for, by_mail, invited_by, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ctx.hub.id,
        ctx.randomId(),
        organisationId,
        role,
        invitationHash(key),
        way === 'letter' ? to : meantFor,
        way === 'letter',
        ctx.person.id,
        ctx.now,
        expiresAt,
      ],
    );
    const link = `${ctx.hub.origin}/invitations/${key}`;
    if (way === 'letter') {
      const [organisation] = await run<{ name: string }>(
        ctx.db,
        'select name from actors where hub_id = $1 and id = $2',
        [ctx.hub.id, organisationId],
      );
      const names = { organisation: organisation!.name, inviter: ctx.person.name, role };
      await queueMail(ctx.db, { hubId: ctx.hub.id, to, ...invitationLetter(ctx.hub, ctx.lang, names, link) }, ctx);
    }
    await ctx.record({ verb: 'actors.member-invited', object: { kind: 'actor', id: organisationId }, tags: [] });
    return { link: way === 'link' ? link : null };
  },
  kept: ({ link }) => ({ link: link && '' }),
});

async function refuseTooMany(
  db: Parameters<typeof run>[0],
  hubId: number,
  organisationId: string,
  now: Date,
): Promise<void> {
  const since = new Date(now.getTime() - 86_400_000);
  const [row] = await run<{ n: number }>(
    db,
    `select count(*)::int as n from (
       select 1 from invitations where hub_id = $1 and organisation_id = $2 and (created_at > $3
         or (accepted_at is null and withdrawn_at is null and expires_at > $4)) limit $5) as found`,
    [hubId, organisationId, since, now, OPEN_INVITATIONS],
  );
  if (row!.n >= OPEN_INVITATIONS) throw refuse('too-many-invitations', { facts: { max: OPEN_INVITATIONS } });
}
