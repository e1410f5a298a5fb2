/**
 * "A Minna is running here" is a session advisory lock in the database: it ends with the process that holds it, even
 * when that is killed. A server without a Minna is an orphan.
 */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { SUPERUSER, socketConnection } from './connection.ts';
import { runningServer, stopOrphan } from './postmaster.ts';

/** Two ints name the lock. */
const GUARD_LOCK = '1296649838, 1';
const POLL_MS = 100;

/** Another Minna holds the guard. */
export class GuardTaken extends Error {}

/** Opens the connection that is the guard. Throws `GuardTaken`, or the connection's error while the server is not ready. */
export async function takeGuard(cluster: string): Promise<pg.Client> {
  const client = new pg.Client({
    ...socketConnection(cluster, SUPERUSER, 'postgres'),
    application_name: 'minna guard',
  });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ free: boolean }>(`select pg_try_advisory_lock(${GUARD_LOCK}) as free`);
  if (rows[0]?.free) return client;
  await client.end();
  throw new GuardTaken('Another Minna has taken over the database server.');
}

/** On a busy machine the server hears so late that whoever held the guard was killed. */
const LETTING_GO_MS = 3000;

/**
 * Looks at a server that already runs on this cluster: one without a Minna is ended. `joins`: whoever asks works beside a living one,
 * and needn't be sure that it isn't just dying.
 */
export async function meetOther(cluster: string, joins = false): Promise<'nobody' | 'orphan' | 'alive'> {
  const until = performance.now() + (joins ? 0 : LETTING_GO_MS);
  for (;;) {
    const pid = runningServer(cluster);
    if (pid === null) return 'nobody';
    try {
      const guard = await takeGuard(cluster);
      await guard.end();
      await stopOrphan(cluster, pid);
      return 'orphan';
    } catch (error) {
      if (error instanceof GuardTaken && performance.now() >= until) return 'alive';
      // It may be letting go; or the server is starting up, shutting down, or its socket not there yet: it will be one or the other soon.
      await pause(POLL_MS);
    }
  }
}
