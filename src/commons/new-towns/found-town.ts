/**
 * X11: whoever was invited makes the town and is its secretariat, in one transaction with the end of the invitation. The town is made by what
 * `./minna hub add` makes it by, the office given by what `./minna appoint --secretariat` gives it by.
 */
import { z } from 'zod';
import { appointAccount, hashOf } from '#commons/accounts/index.ts';
import { addHubWithin, bindTo, freeNumber, type Taken } from '#commons/hubs/index.ts';
import { type Action, action } from '#kernel/action.ts';
import type { ActionContext, EventInput } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { type EventParts, writeEvent } from '#kernel/event.ts';
import { readInput } from '#kernel/input.ts';
import { notifyPayloads } from '#kernel/page-cache-listener.ts';
import { refuse as kernelRefuse, Refusal } from '#kernel/refusal.ts';
import { invitationByHash, useInvitation } from './invitation.ts';
import { asRefusal, hubOf, type NewTown, newTown, refuse } from './new-town.ts';

const input = newTown.and(z.object({ token: z.string().max(200) }));
type Input = z.output<typeof input>;

export interface Founded {
  origin: string;
  name: string;
}

/** @param events with which those of the new town are written: the act's own belong to the town it is asked in */
export function foundTown(events: EventParts): Action<Input, Founded> {
  return action<Input, Founded>({
    name: 'new-towns.found-town',
    input: input as z.ZodType<Input>,
    async run(ctx, written) {
      const { db, now } = ctx;
      insistConfirmed(ctx);
      // The lock of the towns first: of two at once the second one finds the invitation used.
      await run(db, 'lock table hubs in share row exclusive mode');
      const tokenHash = hashOf(written.token);
      const invitation = await invitationByHash(db, { tokenHash, hubId: ctx.hub.id, now, hold: true });
      if (!invitation) throw kernelRefuse('not-found', { status: 404 });
      const hub = hubOf(written, invitation.host);
      const made = await addHubWithin(db, hub, { now, firstOrigin: null, events }).catch((error: unknown) => {
        throw asRefusal(error);
      });
      await appointFounder(ctx, made.id, written, events);
      await bindTo(db, ctx.hub.id);
      await useInvitation(db, { tokenHash, hubMade: made.id, now });
      // For the audit of the town that showed the page; the new one has its own beginning in its journal.
      await ctx.record({ verb: 'new-towns.founded', object: { kind: 'hub', id: made.uid }, tags: ['hub'] });
      return { origin: invitation.host, name: hub.name[ctx.lang] };
    },
  });
}

/** `ctx.db` is bound to the new town. */
async function appointFounder(ctx: ActionContext, id: number, written: NewTown, events: EventParts): Promise<void> {
  const { db, now, newId } = ctx;
  const by = { hubId: id, now, actorId: null, personId: null };
  const record = (event: EventInput) => writeEvent(events, db, by, event);
  const office = {
    organisation: written.office,
    kind: written.officeKind,
    role: 'representative',
    secretariat: true,
  } as const;
  const means = { now, newId, randomId: ctx.randomId, newKey: () => '' };
  const { tags } = await appointAccount(db, id, { accountId: ctx.reader.accountId, ...office }, means, record);
  await Promise.all(notifyPayloads(id, tags).map((one) => run(db, "select pg_notify('minna_pages', $1)", [one])));
}

/** The operator vouches for whoever has the address, not for what that person once wrote as theirs. @throws Refusal */
function insistConfirmed({ reader }: ActionContext): void {
  if (reader.level < 1) throw refuse('unconfirmed', { status: 403 });
}

/** What would be refused, before anything is made; null: nothing. `db` is of the deployment. */
export async function foreseen(db: Db, written: unknown, host: string): Promise<Refusal | null> {
  try {
    const hub = hubOf(readInput(newTown, written), host);
    const taken = await run<Taken>(db, 'select key, host, id from hubs order by id');
    freeNumber(taken, { key: hub.key, origin: host, firstOrigin: null });
    return null;
  } catch (error) {
    const refusal = asRefusal(error);
    if (refusal instanceof Refusal) return refusal;
    throw error;
  }
}
