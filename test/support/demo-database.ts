/** The demo town's database, told once a run by whichever file asks first, and copied for each. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { openFiles } from '#commons/files/setting.ts';
import { loadDemoTown } from '#db/demo/load.ts';
import { APP_ROLE, OWNER_ROLE, SUPERUSER } from '#db/embedded/connection.ts';
import { socketConnection } from '#db/embedded/index.ts';
import { Hubwise } from '#kernel/database/database.ts';
import '../../src/happenings.ts';
import '../../src/holdings.ts';
import { copyDatabase, type FreshDatabase } from './database.ts';
import { TEMPLATE } from './template-name.ts';

const DEMO = 'minna_demo_template';
const LOCK = 3145;
export const DEMO_NOW = new Date('2026-11-22T10:00:00+09:00');

/** @param origin of the first town, the same in every call of a run */
export async function demoDatabase(origin: string): Promise<FreshDatabase> {
  const folder = inject('socketFolder');
  const data = join(folder, 'demo-data');
  mkdirSync(data, { recursive: true });
  openFiles({ s3: null, clamd: null }, data);
  const admin = new pg.Client(socketConnection(folder, SUPERUSER, 'postgres'));
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [LOCK]);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [DEMO]);
    if (rowCount === 0) await tell(admin, folder, origin);
    return await copyDatabase(DEMO);
  } finally {
    await admin.end();
  }
}

async function tell(admin: pg.Client, folder: string, origin: string): Promise<void> {
  await admin.query(`create database ${DEMO} template ${TEMPLATE} owner ${OWNER_ROLE} strategy file_copy`);
  const connection = socketConnection(folder, APP_ROLE, DEMO);
  const hubwise = new Hubwise({ connection, max: 2, applicationName: 'test', onError: () => {} });
  try {
    await loadDemoTown({ hubwise, now: DEMO_NOW, origin, log: () => {} });
  } catch (error) {
    await hubwise.close();
    await admin.query(`drop database ${DEMO} with (force)`);
    throw error;
  }
  await hubwise.close();
}
