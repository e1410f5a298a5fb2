/**
 * F9.1 "Supporters are asked again": who agreed with something in the debate of what was merged, and organisations that took a
 * position for it, are told and find the question on their page. In the background, since they may be thousands; every batch is
 * one transaction, so that nobody is told twice and nobody is left out.
 */
import { tell } from '#commons/notices/index.ts';
import { run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { concerning } from './letters.ts';
import { mergeById } from './merge-queries.ts';

const BATCH = 300;

export async function askSupporters(job: JobContext, payload: Record<string, unknown>): Promise<void> {
  const id = String(payload.merge);
  for (;;) {
    const asked = await job.hubwise.write(job.hub.id, async (db) => {
      const merge = await mergeById(db, id);
      if (merge?.outcome !== 'merged') return 0;
      const rows = await run<{ actor_id: string }>(
        db,
        `insert into merge_questions (hub_id, merge_id, actor_id, asked_at)
         select $1, $2, s.actor_id, $4 from (
           select w.person_id as actor_id from debate_voters w
           where w.debate_id = $3 and exists (select from votes v join opinions o on o.hub_id = v.hub_id and o.id = v.opinion_id
             where v.person_id = w.person_id and v.debate_id = w.debate_id and v.stance = 1 and o.withdrawn_at is null)
           union
           select p.organisation_id from positions p
           where p.debate_id = $3 and p.stance = 1 and p.withdrawn_at is null
         ) s
         where not exists (select from merge_questions q where q.hub_id = $1 and q.merge_id = $2 and q.actor_id = s.actor_id)
           and not exists (select from merge_consents c where c.hub_id = $1 and c.merge_id = $2 and c.actor_id = s.actor_id)
           and s.actor_id <> all($5::uuid[])
         order by s.actor_id limit ${BATCH} on conflict do nothing returning actor_id`,
        [job.hub.id, id, merge.absorbed.id, job.now, [merge.absorbed.actor_id, merge.target.actor_id]],
      );
      const said = concerning({
        proposalId: merge.target.id,
        href: '/proposal-requests',
        by: merge.target.actor_name,
        title: merge.absorbed.title,
        other: merge.target.title,
      });
      const people = rows.map((row) => row.actor_id);
      const teller = { db, hub: job.hub, now: job.now, newId: job.newId };
      await tell(teller, { people, kind: 'proposals.support-asked', ...said });
      return rows.length;
    });
    if (asked < BATCH) return;
  }
}
