/** What the kernel does when memory is short, and what a job may do to its process: SIGKILL, without a word. */
import { memoryOf } from '../machine.ts';
import type { BenchTown } from '../town.ts';
import { type BadDay, letAct, look, type Seen, startBeside, until } from './stage.ts';

const BACK_MS = 60_000;

const workerOf = (web: number) => memoryOf(web).find(({ name }) => name === 'worker')?.pid;

async function killWorker(town: BenchTown): Promise<Seen> {
  const minna = await startBeside(town);
  const acting = await letAct(town, () => minna.port);
  try {
    await until(() => acting.ledger.total > 100, BACK_MS);
    const first = workerOf(minna.pid);
    if (first === undefined) return { seen: 'no worker was found', passed: false };
    process.kill(first, 'SIGKILL');
    const said = await until(async () => (await look(minna.port, '/readyz'))?.status === 503, 5_000);
    const began = performance.now();
    const back = await until(async () => (await look(minna.port, '/readyz'))?.status === 200, BACK_MS);
    const after = Math.round(performance.now() - began);
    const another = workerOf(minna.pid);
    const late = `select count(*)::int as count from events where is_public and leaf is null and hub_id = 1`;
    const { whole, told } = await acting.intact();
    const placed = await until(async () => (await town.rows<{ count: number }>(late))[0]!.count === 0, BACK_MS);
    return {
      seen: `/readyz told it, another worker was up after ${after} ms; ${told}; every act has its place in the journal: ${placed}`,
      passed: said && back && another !== undefined && another !== first && whole && placed,
    };
  } finally {
    await acting.writers.stop();
    await minna.stop();
  }
}

async function killWeb(town: BenchTown): Promise<Seen> {
  let minna = await startBeside(town);
  const acting = await letAct(town, () => minna.port);
  try {
    await until(() => acting.ledger.total > 100, BACK_MS);
    const worker = workerOf(minna.pid);
    process.kill(minna.pid, 'SIGKILL');
    await minna.exit;
    const ended = await until(() => worker !== undefined && !lives(worker), BACK_MS);
    // What systemd does with Restart=on-failure.
    minna = await startBeside(town);
    const before = acting.ledger.total;
    const acts = await until(() => acting.ledger.total > before, BACK_MS);
    const { whole, told } = await acting.intact();
    return {
      seen: `its worker ended by itself: ${ended}; back after ${Math.round(minna.readyAfterMs)} ms; ${told}`,
      passed: ended && acts && whole,
    };
  } finally {
    await acting.writers.stop();
    if (!minna.ended()) await minna.stop();
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

export const workerKilled: BadDay = {
  name: 'worker-killed',
  done: 'the worker is killed in the middle of its work',
  play: killWorker,
};

export const memoryShort: BadDay = {
  name: 'memory-short',
  done: 'the web process is killed as the kernel does it when memory is short, and started again',
  play: killWeb,
};
