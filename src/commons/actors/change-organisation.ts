/** P6: what an organisation says of itself is public; changing it is on record. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { ActorKind } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { prose } from '#kernel/text.ts';
import { ABOUT_MAX } from './change-profile.ts';
import { refuse } from './refusals.ts';
import { lockRoles } from './roles.ts';
import { mayManageMembers } from './rules.ts';

export const changeOrganisation = action({
  name: 'actors.change-organisation',
  input: z.object({ organisationId: z.uuid(), about: prose({ min: 0, max: ABOUT_MAX }) }),
  async run(ctx, { organisationId, about }): Promise<void> {
    const held = await lockRoles(ctx.db, ctx.hub.id, organisationId, ctx.now);
    const reason = mayManageMembers(held.find((one) => one.personId === ctx.person.id)?.role ?? null);
    if (reason) throw refuse(reason, { status: 403 });
    const [row] = await run<{ kind: ActorKind; name: string }>(
      ctx.db,
      'update actors set about = $3 where hub_id = $1 and id = $2 returning kind, name',
      [ctx.hub.id, organisationId, about],
    );
    if (!row) throw refuseKernel('not-found', { status: 404 });
    await ctx.record({
      verb: 'actors.organisation-changed',
      object: { kind: 'actor', id: organisationId },
      public: row as unknown as Record<string, unknown>,
      parts: [{ part: 'organisation', actorId: organisationId, content: { ...row, about } }],
      tags: ['actors', `actor:${organisationId}`],
    });
  },
});
