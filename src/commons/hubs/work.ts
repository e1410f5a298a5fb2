/** X8, X11: what the worker does about forms that came: their numbers are kept as long as anybody may send one again. */
import { run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import type { Work } from '#kernel/module.ts';

const KEPT_DAYS = 30;
/** At once; what is left waits for the next tick, so that no delete holds a town up. */
const BATCH = 5000;

/** Forgets the oldest numbers of forms, and of programs' messages, that are older than 30 days. */
export async function forgetSubmissions({ hub, hubwise, now }: JobContext): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await hubwise.write(hub.id, (db) =>
    run(
      db,
      `delete from submissions where hub_id = $1
       and key = any(array(select key from submissions where hub_id = $1 and at < $2 order by at limit $3))`,
      [hub.id, before, BATCH],
    ),
  );
}

export const hubsWork: Work = {
  ticks: [{ name: 'hubs.forget-submissions', everySeconds: 300, run: forgetSubmissions }],
};
