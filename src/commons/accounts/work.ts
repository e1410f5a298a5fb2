/** X1, X13: what the worker does about accounts: what is over is removed. */
import type { JobContext } from '#kernel/jobs.ts';
import type { Work } from '#kernel/module.ts';
import { sweepRateLimits } from '#kernel/rate-limiter.ts';
import { forgetAdults } from './age/age.ts';
import { sweepDeskCodes } from './levels/desk-code.ts';
import { sweepExpired } from './sessions.ts';

const DAY_SECONDS = 24 * 3600;

async function sweep({ hubwise, now }: JobContext): Promise<void> {
  await hubwise.deployment(async (db) => {
    await sweepExpired(db, now);
    await forgetAdults(db, now);
    await sweepRateLimits(db, DAY_SECONDS, now);
  });
}

async function sweepCodes({ hub, hubwise, now }: JobContext): Promise<void> {
  await hubwise.write(hub.id, (db) => sweepDeskCodes(db, hub.id, now));
}

export const accountsWork: Work = {
  ticks: [
    { name: 'accounts.sweep', everySeconds: 3600, run: sweep },
    { name: 'accounts.sweep-desk-codes', everySeconds: DAY_SECONDS, run: sweepCodes },
  ],
};
