/**
 * Once a test run: starts a database server of its own in a temporary folder and migrates the template that the test
 * databases are copied from. Projects of one run share it.
 */

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { APP_ROLE, OWNER_ROLE, SUPERUSER } from '#db/embedded/connection.ts';
import { type Embedded, socketConnection } from '#db/embedded/index.ts';
import { temporaryServer } from '#db/embedded/temporary.ts';
import { prepareJobQueue } from '#db/job-queue.ts';
import { migrate } from '#db/migrate.ts';
import { TEMPLATE } from './template-name.ts';
import { discardToldData } from './told-data.ts';

type Shared = { users: number; ready: Promise<{ server: Embedded; toldFolder: string; discard(): Promise<void> }> };

/** Each project loads this file anew; what they share hangs on the process. */
const holder = globalThis as typeof globalThis & { minnaTestServer?: Shared };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  holder.minnaTestServer ??= { users: 0, ready: prepare() };
  const shared = holder.minnaTestServer;
  shared.users++;
  const { server, toldFolder, discard } = await shared.ready;
  project.provide('socketFolder', server.socketFolder);
  project.provide('toldFolder', toldFolder);
  return async () => {
    shared.users--;
    if (shared.users > 0) return;
    delete holder.minnaTestServer;
    await discard();
  };
}

async function prepare() {
  const temporary = await temporaryServer();
  try {
    await makeTemplate(temporary.server);
  } catch (error) {
    await temporary.discard();
    throw error;
  }
  const toldFolder = mkdtempSync(join(tmpdir(), 'minna-told-'));
  const discard = async () => {
    await temporary.discard();
    await discardToldData(toldFolder);
  };
  return { server: temporary.server, toldFolder, discard };
}

async function makeTemplate(server: Embedded): Promise<void> {
  const superuser = new pg.Client(socketConnection(server.socketFolder, SUPERUSER, 'postgres'));
  await superuser.connect();
  try {
    await superuser.query(`create database ${TEMPLATE} template template0 owner ${OWNER_ROLE}`);
    const owner = socketConnection(server.socketFolder, OWNER_ROLE, TEMPLATE);
    await migrate(owner, { log: () => {} });
    await prepareJobQueue(owner, socketConnection(server.socketFolder, APP_ROLE, TEMPLATE));
    await superuser.query(`alter database ${TEMPLATE} with allow_connections false`);
  } finally {
    await superuser.end();
  }
}
