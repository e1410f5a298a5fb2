/** The job queue's own tables (graphile-worker). They belong to the application's role: its policies let nobody else in. */
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import type { ConnectionOptions } from './embedded/connection.ts';

const quiet = new Logger(() => () => {});

/** Creates or brings up to date schema graphile_worker. Idempotent. */
export async function prepareJobQueue(owner: ConnectionOptions, app: ConnectionOptions): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query('create schema if not exists graphile_worker authorization minna_app');
  } finally {
    await client.end();
  }
  const pool = new pg.Pool({ ...app, max: 1 });
  try {
    await runMigrations({ pgPool: pool, logger: quiet });
  } finally {
    await pool.end();
  }
}
