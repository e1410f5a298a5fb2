/** One PostgreSQL server process: started, watched until it answers, stopped; and what a killed one left behind. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serverEnvironment } from './cluster.ts';
import type { Home } from './home.ts';
import type { Program } from './program.ts';

const LOG_LIMIT_BYTES = 4 * 1024 * 1024;
const POLL_MS = 10;
/** After this the server is told to stop without ceremony; it then repairs itself at the next start. */
const STOP_PATIENCE_MS = 30_000;

/** The server ended before it answered; `lines` is what it wrote. */
export class ServerDidNotStart extends Error {
  constructor(lines: string) {
    super(`The database server did not start.\n${lines}`.trim());
  }
}

/**
 * The process id of a server that runs on this cluster, or null. The number in postmaster.pid alone proves nothing:
 * after a hard kill another program may have it, and PostgreSQL would then refuse to start.
 */
export function runningServer(cluster: string): number | null {
  const pid = Number(pidFile(cluster)[0]);
  if (!pid) return null;
  const command = commandOf(pid);
  const ours = command.some((word, at) => word === '-D' && command[at + 1] === cluster);
  return ours ? pid : null;
}

/** Removes postmaster.pid when no server of this cluster runs. */
export function removeStalePidFile(cluster: string): void {
  if (runningServer(cluster) === null) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

function pidFile(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The words of a process's command line; empty when there is no such process. */
function commandOf(pid: number): string[] {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    } catch {
      return [];
    }
  }
  const answer = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  const [, before, path] = /^(.*? -D) (.*?)\s*$/.exec(answer.stdout ?? '') ?? [];
  return before && path ? [...before.split(' '), path] : [];
}

/** Starts the server and waits until it answers. It gets a session of its own, so that Ctrl-C reaches only Minna. */
export async function spawnServer(program: Program, cluster: string, home: Home): Promise<ChildProcess> {
  removeStalePidFile(cluster);
  const log = openLog(home);
  const begin = statSync(log.path).size;
  const child = spawn(join(program.folder, 'bin', 'postgres'), ['-D', cluster], {
    ...home.runAs,
    cwd: '/',
    env: serverEnvironment(program),
    detached: true,
    stdio: ['ignore', log.file, log.file],
  });
  closeSync(log.file);
  let failure: Error | undefined;
  child.on('error', (error) => (failure = error));
  while (!answers(cluster, child)) {
    if (failure) throw new ServerDidNotStart(failure.message);
    if (hasEnded(child)) throw new ServerDidNotStart(readFileSync(log.path, 'utf8').slice(begin));
    await pause(POLL_MS);
  }
  return child;
}

function openLog(home: Home): { path: string; file: number } {
  const path = join(home.folder, 'server.log');
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`);
  const file = openSync(path, 'a', 0o600);
  if (home.runAs) chownSync(path, home.runAs.uid, home.runAs.gid);
  return { path, file };
}

/** The eighth line of postmaster.pid says "ready" once connections are taken. */
function answers(cluster: string, child: ChildProcess): boolean {
  const lines = pidFile(cluster);
  return Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready';
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Ends a server that this process started, and waits for it. */
export async function stopServer(child: ChildProcess): Promise<void> {
  if (hasEnded(child) || child.pid === undefined) return;
  child.ref();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGINT');
  const impatient = setTimeout(() => child.kill('SIGQUIT'), STOP_PATIENCE_MS);
  await ended;
  clearTimeout(impatient);
}

/** Ends a server whose Minna is gone, and waits until its process is. */
export async function stopOrphan(cluster: string, pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  const patience = Date.now() + STOP_PATIENCE_MS;
  let pressed = false;
  while (runningServer(cluster) === pid) {
    if (!pressed && Date.now() > patience) {
      signal(pid, 'SIGQUIT');
      pressed = true;
    }
    await pause(POLL_MS);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
