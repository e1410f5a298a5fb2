/**
 * Once a test run: starts a database server of its own in a temporary folder and migrates the template that the test
 * databases are copied from. Projects of one run share it.
 */
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { OWNER_ROLE, SUPERUSER } from '#db/embedded/connection.ts';
import { discardEmbedded, type Embedded, socketConnection, startEmbedded } from '#db/embedded/index.ts';
import { migrate } from '#db/migrate.ts';
import { TEMPLATE } from './template-name.ts';

type Shared = { users: number; server: Promise<Embedded>; dataDir: string };

/** Each project loads this file anew; what they share hangs on the process. */
const holder = globalThis as typeof globalThis & { minnaTestServer?: Shared };

const PREFIX = 'minna-test-';

/** What a test run writes need not outlive a power cut. */
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  max_connections: '300',
};

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  holder.minnaTestServer ??= begin();
  const shared = holder.minnaTestServer;
  shared.users++;
  const { socketFolder } = await shared.server;
  project.provide('socketFolder', socketFolder);
  return async () => {
    shared.users--;
    if (shared.users > 0) return;
    delete holder.minnaTestServer;
    await (await shared.server).stop();
    await discardEmbedded(shared.dataDir);
  };
}

function begin(): Shared {
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  return { users: 0, dataDir, server: prepare(dataDir) };
}

async function prepare(dataDir: string): Promise<Embedded> {
  await discardLeftovers();
  const lines: string[] = [];
  const server = await startEmbedded({ dataDir, settings: SETTINGS, reserve: false, log: (line) => lines.push(line) });
  try {
    await makeTemplate(server);
  } catch (error) {
    await server.stop();
    await discardEmbedded(dataDir);
    throw error;
  }
  return server;
}

async function makeTemplate(server: Embedded): Promise<void> {
  const superuser = new pg.Client(socketConnection(server.socketFolder, SUPERUSER, 'postgres'));
  await superuser.connect();
  try {
    await superuser.query(`create database ${TEMPLATE} template template0 owner ${OWNER_ROLE}`);
    await migrate(socketConnection(server.socketFolder, OWNER_ROLE, TEMPLATE), { log: () => {} });
    await superuser.query(`alter database ${TEMPLATE} with allow_connections false`);
  } finally {
    await superuser.end();
  }
}

/** Runs that were killed leave their server and folder behind. */
async function discardLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    const folder = join(tmpdir(), name);
    if (pid && !isAlive(pid) && statSync(folder).uid === process.getuid?.()) await discardEmbedded(folder);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
