/** What every bad day plays on: a town on a database server that stands apart, people who act in it, and the book of what was acknowledged. */
import { setTimeout as pause } from 'node:timers/promises';
import { asked, type Heard } from '../figures/asking.ts';
import { page } from '../figures/requests.ts';
import { sceneOf } from '../kill/kill.ts';
import { Ledger } from '../kill/ledger.ts';
import { startWriters, type Writers } from '../kill/writers.ts';
import { type RunningMinna, startMinna } from '../minna-process.ts';
import type { BenchTown } from '../town.ts';

export interface Seen {
  /** in a sentence, with figures */
  seen: string;
  passed: boolean;
}

export interface BadDay {
  name: string;
  /** what is done to the town */
  done: string;
  /** takes minutes, so it is played only when asked for by name */
  long?: true;
  /** why it can't be played on this machine; null: it can */
  needs?(): string | null;
  play(town: BenchTown): Promise<Seen>;
}

export interface Acting {
  ledger: Ledger;
  writers: Writers;
  /** nothing lost, doubled or refused */
  intact(): Promise<{ whole: boolean; told: string }>;
}

/** A Minna beside others on the town's server. */
export function startBeside(town: BenchTown, environment: Record<string, string> = {}): Promise<RunningMinna> {
  return startMinna({ dataDir: town.dataDir, environment: { ...town.environment, ...environment }, detached: true });
}

/** Lets people act at `port()` until `writers.stop()`. */
export async function letAct(town: BenchTown, port: () => number): Promise<Acting> {
  const ledger = new Ledger();
  const writers = startWriters(await sceneOf(town, ledger, port));
  return {
    ledger,
    writers,
    async intact() {
      await writers.stop();
      const lost = await ledger.missing(town);
      const missing = lost.votes + lost.opinions + lost.drafts;
      const { count, first } = writers.refused();
      const told = `${ledger.total} acts acknowledged, ${missing} lost, ${lost.doubled} twice, ${count} refused${first ? ` (${first})` : ''}`;
      return { whole: missing + lost.doubled + count === 0 && ledger.total > 0, told };
    },
  };
}

/** A page asked for as somebody without an account; null when no answer came. */
export async function look(port: number, path: string, patienceMs?: number): Promise<(Heard & { ms: number }) | null> {
  const began = performance.now();
  const heard = await asked(page(path, port), port, patienceMs).catch(() => null);
  return heard && { ...heard, ms: Math.round(performance.now() - began) };
}

/** Waits until `is` says so; false after `patienceMs`. */
export async function until(is: () => Promise<boolean> | boolean, patienceMs: number): Promise<boolean> {
  const end = performance.now() + patienceMs;
  while (performance.now() < end) {
    if (await is()) return true;
    await pause(50);
  }
  return false;
}
