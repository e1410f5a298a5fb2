/** P1: a representative changes what members do for the organisation, or ends it; anybody gives back their own role. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { refuse } from './refusals.ts';
import { endRole, giveRole, lockRoles, recordRole } from './roles.ts';
import { keepsRepresentative, mayEndRole, mayManageMembers, ROLE_NAMES } from './rules.ts';

export const changeRole = action({
  name: 'actors.change-role',
  input: z.object({
    organisationId: z.uuid(),
    personId: z.uuid(),
    /** none: the role ends */
    role: z.enum([...ROLE_NAMES, 'none']),
  }),
  async run(ctx, { organisationId, personId, role }): Promise<{ left: boolean }> {
    const next = role === 'none' ? null : role;
    // Read anew under the lock: the page, and the session, may be older than a change by somebody else.
    const held = await lockRoles(ctx.db, ctx.hub.id, organisationId, ctx.now);
    const roleOf = (id: string) => held.find((one) => one.personId === id)?.role ?? null;
    const mine = roleOf(ctx.person.id);
    const reason = next === null ? mayEndRole(mine, personId === ctx.person.id) : mayManageMembers(mine);
    if (reason) throw refuse(reason, { status: 403 });
    const before = roleOf(personId);
    if (!before) throw refuse('not-a-member');
    const others = held.filter((one) => one.role === 'representative' && one.personId !== personId).length;
    if (keepsRepresentative(before, next, others)) throw refuse('last-representative', { field: 'role' });
    const change = { organisationId, personId, before, next };
    if (next === null) {
      await endRole(ctx.db, ctx.hub.id, personId, organisationId, ctx.now);
      await recordRole(ctx, 'actors.member-left', change);
    } else if (next !== before) {
      await giveRole(ctx.db, ctx.hub.id, { personId, organisationId, role: next, now: ctx.now });
      await recordRole(ctx, 'actors.role-changed', change);
    }
    return { left: next === null && personId === ctx.person.id };
  },
});
