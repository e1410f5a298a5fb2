/** X1: staying after all: on one's own page, or by the letter's link without signing in. */
import { z } from 'zod';
import { lookAtKey, useKey } from '#commons/accounts/index.ts';
import { action } from '#kernel/action.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { refuse } from './rules.ts';

/** @throws Refusal not-leaving */
export const cancelDeparture = action({
  name: 'leaving.cancel',
  input: z.object({}),
  async run(ctx): Promise<{ cancelled: true }> {
    if (!(await endDeparture(ctx.db, ctx.reader.accountId, ctx.now))) throw refuse('not-leaving', { status: 409 });
    await ctx.record({ verb: 'leaving.cancelled', object: { kind: 'actor', id: ctx.person.id }, tags: [] });
    return { cancelled: true };
  },
});

/** False once its day has come: from then on it is being carried out. */
async function endDeparture(db: Db, accountId: string, now: Date): Promise<boolean> {
  const ended = await run(
    db,
    'delete from auth.departures where account_id = $1 and due_at > $2 returning account_id',
    [accountId, now],
  );
  return ended.length > 0;
}

export async function isStayKey(db: Db, key: string, now: Date): Promise<boolean> {
  return (await lookAtKey(db, 'stay', key, now)) !== null;
}

/** In a transaction of the deployment. @throws Refusal key-over */
export async function cancelByKey(db: Db, key: string, now: Date): Promise<void> {
  const kept = await useKey<{ user: string }>(db, 'stay', key, now);
  if (!kept || !(await endDeparture(db, kept.user, now))) throw refuse('key-over', { status: 410 });
}

export interface Departure {
  withdraws: boolean;
  due_at: Date;
}

export async function departureOf(db: Db, accountId: string): Promise<Departure | null> {
  const [row] = await run<Departure>(db, 'select withdraws, due_at from auth.departures where account_id = $1', [
    accountId,
  ]);
  return row ?? null;
}
