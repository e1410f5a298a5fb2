/** X12: whether the replica that reads may go to is one, of this primary, bound by the walls between towns, and near. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { ConnectionOptions } from '#db/embedded/index.ts';
import { OLDEST_MS, PRIMARY_POSITION, REPLAYED_POSITION } from '#kernel/positions.ts';
import { type Finding, ill, well } from './finding.ts';

const ASK_MS = 20;

interface Replica {
  standby: boolean;
  unbound: boolean;
  cluster: string;
}

/** Waits until the replica has reached what the primary has now, at most `patienceMs`. */
export async function checkReplica(
  primary: ConnectionOptions,
  replica: ConnectionOptions,
  patienceMs = OLDEST_MS,
): Promise<Finding> {
  const [one, other] = [primary, replica].map(
    (way) => new pg.Client({ ...way, application_name: 'minna doctor', connectionTimeoutMillis: 10_000 }),
  ) as [pg.Client, pg.Client];
  for (const client of [one, other]) client.on('error', () => {});
  try {
    await one.connect();
    try {
      await other.connect();
      return await compare(one, other, patienceMs);
    } catch (error) {
      return ill('replica', { why: 'away', error: (error as Error).message });
    }
  } finally {
    await Promise.all([one.end(), other.end().catch(() => {})]);
  }
}

async function compare(one: pg.Client, other: pg.Client, patienceMs: number): Promise<Finding> {
  const cluster = '(select system_identifier::text from pg_control_system()) as cluster';
  const asked = await one.query<{ cluster: string }>(`select ${cluster}`);
  const { rows } = await other.query<Replica>(
    `select pg_is_in_recovery() as standby, rolsuper or rolbypassrls as unbound, ${cluster}
       from pg_roles where rolname = current_user`,
  );
  const { standby, unbound, cluster: its } = rows[0]!;
  if (!standby || its !== asked.rows[0]!.cluster) return ill('replica', { why: 'no-replica' });
  if (unbound) return ill('replica', { why: 'unbound' });
  // Beyond the place where the primary's log ends now: a page of the log may begin there, which a replica at rest can't reach.
  const goal = await positionOf(one, PRIMARY_POSITION);
  await one.query('notify minna_doctor');
  const began = performance.now();
  for (;;) {
    const reached = await positionOf(other, REPLAYED_POSITION);
    const milliseconds = Math.round(performance.now() - began);
    if (reached >= goal) return well('replica', { milliseconds });
    if (milliseconds >= patienceMs) return ill('replica', { why: 'behind', seconds: patienceMs / 1000 });
    await pause(ASK_MS);
  }
}

async function positionOf(client: pg.Client, sql: string): Promise<number> {
  const { rows } = await client.query<{ position: number | null }>(sql);
  return rows[0]!.position ?? -1;
}
