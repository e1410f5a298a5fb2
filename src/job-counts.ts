/** X12: how long the job queue is, for the figures an operator watches. */
import type { Hubwise } from '#kernel/database/database.ts';
import { run } from '#kernel/database/dialect.ts';
import type { JobCounts } from '#kernel/process-metrics.ts';

/** By the database's own clock, as the queue keeps its times. */
export async function countJobs(hubwise: Hubwise): Promise<JobCounts> {
  const [row] = await hubwise.deployment((db) =>
    run<JobCounts>(
      db,
      `select count(*) filter (where attempts < max_attempts)::int as due,
         count(*) filter (where attempts >= max_attempts)::int as "givenUp",
         coalesce(extract(epoch from now() - min(run_at) filter (where attempts < max_attempts)), 0)::float8 as "oldestSeconds"
       from graphile_worker.jobs where locked_at is null and run_at <= now()`,
    ),
  );
  return row!;
}
