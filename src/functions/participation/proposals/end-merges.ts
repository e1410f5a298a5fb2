/** F9.1 The cut-off of a round ends what is still open: who did not answer in time said neither yes nor no. Idempotent. */
import { tell } from '#commons/notices/index.ts';
import { run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { mergeById } from './merge-queries.ts';
import { everybody, saidOf } from './merge-settling.ts';

export async function endMerges(job: JobContext): Promise<void> {
  const due = await job.hubwise.read(job.hub.id, (db) =>
    run<{ id: string }>(
      db,
      `select m.id from merges m join rounds r on r.hub_id = m.hub_id and r.id = m.round_id
       where m.outcome is null and r.drafting_at <= $1 order by m.id limit 200`,
      [job.now],
    ),
  );
  for (const { id } of due) await endOne(job, id);
}

async function endOne(job: JobContext, id: string): Promise<void> {
  await job.hubwise.write(job.hub.id, async (db) => {
    const ended = await run(
      db,
      `update merges set outcome = 'timed-out', ended_at = $3 where hub_id = $1 and id = $2 and outcome is null returning id`,
      [job.hub.id, id, job.now],
    );
    const merge = ended.length > 0 ? await mergeById(db, id) : null;
    if (!merge) return;
    const { absorbed, target, round } = merge;
    await job.record(db, {
      verb: 'proposals.merge-timed-out',
      object: { kind: 'proposal', id: absorbed.id, version: merge.absorbed_version },
      public: { title: absorbed.title, other: target.title, otherId: target.id, roundId: round.id },
      tags: [`proposal:${absorbed.id}`, `proposal:${target.id}`],
    });
    const teller = { db, hub: job.hub, now: job.now, newId: job.newId };
    await tell(teller, { people: everybody(merge), kind: 'proposals.merge-over', ...saidOf(merge, '') });
  });
  await job.invalidate(['proposals']);
}
