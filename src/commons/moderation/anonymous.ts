/** X4, P4: what people do here without signing in. */
import { rulesOf } from '#commons/hubs/index.ts';
import { uuidv7 } from '#kernel/ids.ts';
import { allow, rateKey } from '#kernel/rate-limiter.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Visit } from '#kernel/web/visit.ts';
import type { Means } from './cases.ts';

const DAY_SECONDS = 86_400;

/**
 * Not signed in there is no act of a person, and no event: the row itself is the record. How many a day is counted by network
 * address, outside of the transaction, so that a refused one counts.
 */
export async function anonymously<T>(visit: Visit, work: (means: Means) => Promise<T>): Promise<T> {
  const limit = { limit: rulesOf(visit.hub).moderation.reportsDaily, windowSeconds: DAY_SECONDS };
  const key = rateKey(visit.hub.key, 'moderation-report', visit.peer);
  const answer = await visit.hubwise.deployment((db) => allow(db, key, limit, visit.now));
  if (!answer.allowed)
    throw refuseKernel('too-fast', { status: 429, facts: { minutes: Math.ceil(answer.retryAfterSeconds / 60) } });
  return visit.hubwise.write(visit.hub.id, (db) =>
    work({ db, hub: visit.hub, now: visit.now, newId: () => uuidv7(visit.now) }),
  );
}
