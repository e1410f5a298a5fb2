/** Which processes are to be killed: only ones that this run started. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryOf } from '../machine.ts';

function kill(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      // It ended by itself in this very moment.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** Web, worker and everything they started but the database server; with `worker` false the worker is left to end by itself. */
export function killMinna(web: number, worker: boolean): number {
  const pids = memoryOf(web).filter(({ name }) => worker || name !== 'worker');
  kill(pids.map(({ pid }) => pid));
  return pids.length;
}

/** The postmaster of the cluster in `folder`, and its children. */
export function killPostmaster(folder: string): number {
  const postmaster = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  if (!(postmaster > 1)) throw new Error('The database server has no postmaster to kill.');
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const children = stdout.split('\n').flatMap((line) => {
    const [pid, parent] = line.trim().split(/\s+/).map(Number);
    return parent === postmaster ? [pid!] : [];
  });
  const pids = [postmaster, ...children];
  kill(pids);
  return pids.length;
}
