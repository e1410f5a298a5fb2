/** The calendar is kept filled by the clock, under the rules in force (F9.4, P9). Idempotent. */
import { rulesOf } from '#commons/hubs/index.ts';
import { run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { calendar } from './stages.ts';

export async function openRounds(job: JobContext): Promise<void> {
  const planned = calendar(job.now, rulesOf(job.hub).rounds);
  await job.hubwise.write(job.hub.id, async (db) => {
    // One statement for the whole calendar; a round that exists keeps the dates (and rules) it was given.
    const opened = await run<{ id: string; fiscal_year: number; number: number }>(
      db,
      `insert into rounds (hub_id, id, fiscal_year, number, rules_version, collecting_at, debating_at, drafting_at, checking_at,
         publishing_at, interim_answer_at, final_answer_at, closing_at, created_at)
       select $1, p.id, p.fiscal_year, p.number, $2, p.collecting_at, p.debating_at, p.drafting_at, p.checking_at,
         p.publishing_at, p.interim_answer_at, p.final_answer_at, p.closing_at, $3
       from jsonb_to_recordset($4::jsonb) as p (id uuid, fiscal_year int, number int, collecting_at timestamptz,
         debating_at timestamptz, drafting_at timestamptz, checking_at timestamptz, publishing_at timestamptz,
         interim_answer_at timestamptz, final_answer_at timestamptz, closing_at timestamptz)
       on conflict (hub_id, fiscal_year, number) do nothing
       returning id, fiscal_year, number`,
      [
        job.hub.id,
        job.hub.rulesVersion,
        job.now,
        JSON.stringify(planned.map((round) => ({ id: job.newId(), ...round }))),
      ],
    );
    for (const round of opened) {
      await job.record(db, {
        verb: 'rounds.planned',
        object: { kind: 'round', id: round.id },
        public: { fiscalYear: round.fiscal_year, number: round.number },
        tags: ['rounds'],
      });
    }
  });
}
