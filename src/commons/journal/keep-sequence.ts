/** Gives every public act its leaf and signs the new head, a few thousand at a time. */
import type { JobContext } from '#kernel/jobs.ts';
import { journalKey } from './opened.ts';
import { currentOrigin } from './restart.ts';
import { sequence } from './sequencer.ts';
import { sqlOf } from './storage.ts';

const AT_ONCE = 2000;
// A turn ends after so many, that other hubs get theirs.
const MOST_A_TURN = 50;

export async function keepSequence(job: JobContext): Promise<void> {
  let added = 0;
  for (let turn = 0; turn < MOST_A_TURN; turn += 1) {
    const now = await job.hubwise.write(job.hub.id, async (db) => {
      const sql = sqlOf(db);
      const origin = await currentOrigin(sql, job.hub.id, job.hub.host);
      return sequence(sql, job.hub.id, { now: job.now, key: journalKey(), origin, limit: AT_ONCE });
    });
    added += now;
    if (now < AT_ONCE) break;
  }
  if (added > 0) await job.invalidate(['journal']);
}
