/** The job queue's own tables (graphile-worker). They belong to the application's role: its policies let nobody else in. */
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { steadyPool } from '#kernel/database/steady-pool.ts';
import { APP_ROLE, type ConnectionOptions } from './embedded/connection.ts';

const quiet = new Logger(() => () => {});

/**
 * The queue makes its schema by itself only where its user may create schemas. The application may not, so schema and
 * version table are there before, as the queue's documentation describes them; the rest it makes as their owner.
 */
const VERSION_TABLE = `create table if not exists graphile_worker.migrations (
  id int primary key, ts timestamptz default now() not null, breaking boolean not null default false)`;

/** Creates or brings up to date schema graphile_worker. Idempotent. */
export async function prepareJobQueue(owner: ConnectionOptions, app: ConnectionOptions): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(`create schema if not exists graphile_worker authorization ${APP_ROLE}`);
  } finally {
    await client.end();
  }
  // Also where the application has a login of its own, the tables are the role's: they outlive a change of login.
  // A lost connection rejects the query under way, and that is what is reported.
  const pool = steadyPool({ ...app, options: `-c role=${APP_ROLE}`, max: 1 }, () => {});
  try {
    await pool.query(VERSION_TABLE);
    await runMigrations({ pgPool: pool, logger: quiet });
  } finally {
    await pool.end();
  }
}
