/** The database cluster on disk: made once, its settings written at every start. */
import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SUPERUSER } from './connection.ts';
import type { Home } from './home.ts';
import type { Program } from './program.ts';
import { makeWhole } from './unfinished.ts';

/** Settings by name, as in postgresql.conf. */
export type Settings = Record<string, string>;

/**
 * For one machine that also runs Minna and has little memory. Durability is never traded: fsync, full_page_writes and
 * synchronous_commit keep their defaults (on).
 */
const SETTINGS: Settings = {
  listen_addresses: '',
  unix_socket_directories: '.',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  // Reads through worker processes pay off on large disks only; without them there are three processes fewer.
  io_method: 'sync',
  max_worker_processes: '4',
  max_parallel_workers: '2',
  max_parallel_workers_per_gather: '1',
  autovacuum_max_workers: '2',
  // Compiling queries costs more than it saves on pages that answer in milliseconds.
  jit: 'off',
  random_page_cost: '1.1',
  // Nothing replicates from this server, so bulk loads need not be logged twice.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  wal_compression: 'pglz',
  min_wal_size: '80MB',
  max_wal_size: '512MB',
  max_locks_per_transaction: '128',
  idle_in_transaction_session_timeout: '10min',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // Failed statements would put people's texts into the log; Minna reports its own errors.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/** Path of the cluster; a new major version of PostgreSQL gets a folder of its own. */
export function clusterFolder(home: Home, program: Program): string {
  return join(home.folder, String(program.major));
}

/** Makes the cluster if there is none. A half-made one never takes its name. */
export async function ensureCluster(home: Home, program: Program): Promise<string> {
  const folder = clusterFolder(home, program);
  if (existsSync(join(folder, 'PG_VERSION'))) return folder;
  await refuseOtherVersion(home, program);
  await makeWhole(folder, (unfinished) => initdb(home, program, unfinished));
  return folder;
}

async function refuseOtherVersion(home: Home, program: Program): Promise<void> {
  const other = (await readdir(home.folder)).find((name) => /^\d+$/.test(name) && name !== String(program.major));
  if (!other) return;
  throw new Error(
    `The data in ${home.folder} was written by PostgreSQL ${other}; this Minna brings PostgreSQL ${program.major}. ` +
      'Run ./minna upgrade-database.',
  );
}

async function initdb(home: Home, program: Program, folder: string): Promise<void> {
  const args = ['-D', folder, '-U', SUPERUSER, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-instructions'];
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums');
  const child = spawn(join(program.folder, 'bin', 'initdb'), args, {
    ...home.runAs,
    cwd: '/',
    env: serverEnvironment(program),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`The database could not be made (initdb ended with ${code}).\n${said.trim()}`);
}

/** Nothing of the caller's environment reaches the server: PG… variables would change what it does. */
export function serverEnvironment(program: Program): NodeJS.ProcessEnv {
  return { PATH: `${join(program.folder, 'bin')}:/usr/bin:/bin`, LC_ALL: 'C', TZ: 'UTC' };
}

/** Writes postgresql.conf and pg_hba.conf where they differ from what this version wants. */
export function writeSettings(cluster: string, home: Home, extra: Settings): void {
  const lines = Object.entries({ ...SETTINGS, ...extra }).map(([name, value]) => `${name} = '${value}'`);
  const note = '# Written by Minna at every start. Settings of your own: ALTER SYSTEM SET …';
  writeIfChanged(join(cluster, 'postgresql.conf'), `${[note, ...lines].join('\n')}\n`, home);
  writeIfChanged(join(cluster, 'pg_hba.conf'), '# Written by Minna at every start.\nlocal all all trust\n', home);
}

function writeIfChanged(path: string, text: string, home: Home): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(path, text);
  chmodSync(path, 0o600);
  if (home.runAs) chownSync(path, home.runAs.uid, home.runAs.gid);
}
