/** X1: the second half of signing in. The key of the first half stays good for another try until the step is taken or it is over. */
import type { Hub } from '#kernel/context.ts';
import type { Accounts } from '../accounts.ts';
import type { Means } from '../means.ts';
import { lookAtKey, useKey } from '../one-time-keys.ts';
import { type Asking, openSession, type Step } from '../open-session.ts';
import { refuse } from '../refusals.ts';
import { secondFactor } from './second-step.ts';

/** Whose step this is, to count tries against; null when the key is unknown, used or over. Changes nothing. */
export async function stepOwner(accounts: Accounts, key: string, now: Date): Promise<string | null> {
  const step = await accounts.hubwise.deployment((db) => lookAtKey<Step>(db, 'second-step', key, now));
  return step?.user ?? null;
}

/** Opens the session. @throws Refusal step-over, wrong-code */
export async function takeStep(
  accounts: Accounts,
  hub: Hub,
  entry: Asking & { key: string; code: string },
  means: Means,
): Promise<string> {
  const { key, code, ...asking } = entry;
  return accounts.hubwise.write(hub.id, async (db) => {
    const step = await useKey<Step>(db, 'second-step', key, means.now);
    if (!step) throw refuse('step-over', { status: 410 });
    const second = await secondFactor(accounts, db, { accountId: step.user, typed: code, now: means.now });
    if (second === null) throw refuse('wrong-code', { field: 'code' });
    return openSession(accounts, db, hub, { ...asking, accountId: step.user, method: step.method, second }, means);
  });
}
