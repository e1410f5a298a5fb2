/**
 * The kernel itself ends web and worker for want of memory: they share a bounded group with a program that takes all there is and is chosen last.
 * `memory-short` does to the web process what the kernel would; here the kernel does it, when it likes and to whom it likes.
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { memoryOf } from '../machine.ts';
import type { BenchTown } from '../town.ts';
import { memoryGroup } from './memory-group.ts';
import { type BadDay, letAct, type Seen, startBeside, until } from './stage.ts';

const MB = 1024 * 1024;
const ROOM_BYTES = 300 * MB;
const BACK_MS = 60_000;
const GONE_MS = 120_000;
/** Waits for a word, then takes 4 MB more every 20 ms and keeps them. */
const GREEDY = `const kept = []; process.stdin.once('data', () => setInterval(() => kept.push(Buffer.alloc(${4 * MB}, 1)), 20));`;

function needs(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux may bound memory';
  const group = memoryGroup();
  group?.discard();
  return group ? null : 'no group with bounded memory can be made here';
}

async function play(town: BenchTown): Promise<Seen> {
  const group = memoryGroup()!;
  let minna = await startBeside(town);
  const acting = await letAct(town, () => minna.port);
  const greedy = spawn(process.execPath, ['-e', GREEDY], { stdio: ['pipe', 'ignore', 'ignore'] });
  const greedyEnds = new Promise<void>((resolve) => greedy.once('exit', () => resolve()));
  try {
    await until(() => acting.ledger.total > 100, BACK_MS);
    const processes = memoryOf(minna.pid);
    for (const { pid } of [...processes, { pid: greedy.pid! }]) group.add(pid);
    // The kernel would choose the largest, and that the greedy one soon is.
    for (const { pid } of processes) writeFileSync(`/proc/${pid}/oom_score_adj`, '1000');
    group.bound(ROOM_BYTES);
    greedy.stdin.write('\n');
    const gone = await until(() => minna.ended(), GONE_MS);
    const killed = group.killed();
    greedy.kill('SIGKILL');
    await greedyEnds;
    const alone = await until(() => processes.every(({ pid }) => !lives(pid)), BACK_MS);
    if (!gone) return { seen: `the web process lived on; the kernel killed ${killed}`, passed: false };
    // What systemd does with Restart=on-failure.
    minna = await startBeside(town);
    const before = acting.ledger.total;
    const acts = await until(() => acting.ledger.total > before, BACK_MS);
    const { whole, told } = await acting.intact();
    return {
      seen: `the kernel killed ${killed}, the web process among them; nothing of it was left over: ${alone}; back after ${Math.round(minna.readyAfterMs)} ms; ${told}`,
      passed: killed > 0 && alone && acts && whole,
    };
  } finally {
    greedy.kill('SIGKILL');
    await acting.writers.stop();
    if (!minna.ended()) await minna.stop();
    await greedyEnds;
    // The kernel lets go of a process a moment after it is gone.
    await pause(500);
    group.discard();
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

export const outOfMemory: BadDay = {
  name: 'out-of-memory',
  done: 'another program takes all the memory, until the kernel kills web and worker; they are started again',
  needs,
  play,
};
