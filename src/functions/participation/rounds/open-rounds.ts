/** The calendar is kept filled by the clock, under the rules in force (F9.4, P9). Idempotent. */
import { rulesOf } from '#commons/hubs/index.ts';
import type { EventInput, Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { replanRounds } from './replan-rounds.ts';
import { calendar, continued } from './stages.ts';

export interface PlannedRow {
  id: string;
  fiscal_year: number;
  number: number;
}

export async function openRounds(job: JobContext): Promise<void> {
  await job.hubwise.write(job.hub.id, async (db) => {
    for (const event of await replanRounds(db, job.hub, job.now)) await job.record(db, event);
    const planned = await planRounds(db, job.hub, job.now, job.newId);
    for (const round of planned) await job.record(db, plannedEvent(round));
  });
}

/**
 * Adds the rounds that the calendar lacks, after the last there is, and numbers them on in their year; one that exists keeps what it
 * was given, however often the rules changed the number of rounds a year.
 */
export async function planRounds(db: Db, hub: Hub, now: Date, newId: () => string): Promise<PlannedRow[]> {
  const years = await run<{ fiscal_year: number; number: number; last: Date }>(
    db,
    'select fiscal_year, max(number) as number, max(collecting_at) as last from rounds group by fiscal_year',
  );
  const planned = continued(calendar(now, rulesOf(hub).rounds), years);
  if (planned.length === 0) return [];
  return run<PlannedRow>(
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
    [hub.id, hub.rulesVersion, now, JSON.stringify(planned.map((round) => ({ id: newId(), ...round })))],
  );
}

/** Each round has an event of its own, so that its page can be proved like any other. */
export function plannedEvent({ id, fiscal_year, number }: PlannedRow): EventInput {
  return {
    verb: 'rounds.planned',
    object: { kind: 'round', id },
    public: { fiscalYear: fiscal_year, number },
    tags: ['rounds'],
  };
}
