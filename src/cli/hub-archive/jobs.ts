/** X12: work of a town that waits in the queue: letters not sent yet, files being read in. It goes along, and is put into the new queue. */
import type pg from 'pg';
import { quoted } from '../archive/catalog.ts';

export const JOBS = {
  schema: 'graphile_worker',
  table: 'jobs',
  columns: ['identifier', 'payload', 'queue_name', 'run_at', 'max_attempts', 'key', 'priority'],
};

/** What waits for this hub, with the columns of `JOBS`; what failed for good stays behind. */
export function waitingJobs(hub: number): string {
  return `select t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts - j.attempts, j.key, j.priority
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
    where j.payload::jsonb -> 'hub' = to_jsonb(${Number(hub)}) and j.attempts < j.max_attempts
    order by j.id`;
}

/** An empty table that takes these rows, until the transaction ends. */
export async function makeJobTable(client: pg.ClientBase, name: string): Promise<void> {
  await client.query(
    `create temp table ${quoted(name)} (identifier text, payload json, queue_name text, run_at timestamptz, max_attempts int, key text, priority int)
     on commit drop`,
  );
}

/** Into the queue, for the hub's new number. Resolves with how many. */
export async function queueArrived(client: pg.ClientBase, name: string, hub: number): Promise<number> {
  const { rowCount } = await client.query(
    `select graphile_worker.add_job(identifier, (payload::jsonb || jsonb_build_object('hub', $1::int))::json, queue_name => queue_name,
       run_at => run_at, max_attempts => max_attempts, job_key => key, priority => priority) from ${quoted(name)}`,
    [hub],
  );
  return rowCount ?? 0;
}
