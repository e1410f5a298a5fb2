/** X4: the clock of rights claims: silence is noted when the days are over, and what need not be kept longer is erased. Idempotent. */
import { run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { tellModerators } from './letters.ts';

const AT_ONCE = 100;

export async function moveClaims(job: JobContext): Promise<void> {
  const { hub, now } = job;
  await job.hubwise.write(hub.id, async (db) => {
    const silent = await run<{ case_id: string; kind: string; object_id: string }>(
      db,
      `update rights_claims r set consent = 'silent', consented_at = $2
       from moderation_cases c
       where c.hub_id = r.hub_id and c.id = r.case_id and r.hub_id = $1 and c.decided_at is null and r.consent is null
         and c.id in (select id from moderation_cases where decided_at is null and waits_until <= $2 limit ${AT_ONCE})
       returning r.case_id, c.kind, c.object_id`,
      [hub.id, now],
    );
    for (const one of silent)
      await job.record(db, {
        verb: 'moderation.claim-silent',
        object: { kind: one.kind, id: one.object_id },
        tags: [],
      });
    if (silent[0]) await tellModerators({ db, hub, now, newId: job.newId }, 'claim', silent[0].case_id);
    await run(
      db,
      `update rights_claims r set claimant = '', contact = '', passage = '', why = '', consent_reason = '', person_id = null, erased_at = $2
       from moderation_cases c
       where c.hub_id = r.hub_id and c.id = r.case_id and r.hub_id = $1 and r.erased_at is null and r.keep_until <= $2
         and c.decided_at is not null`,
      [hub.id, now],
    );
  });
}
