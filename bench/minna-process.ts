/** A Minna of its own, started as in production: `node src/main.ts start`, web and worker, its log in a file. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TODAY } from './seed/plan.ts';

const MAIN = join(import.meta.dirname, '..', 'src', 'main.ts');
const PATIENCE_MS = 60_000;

export interface RunningMinna {
  port: number;
  /** of the web process */
  pid: number;
  /** milliseconds from the start of the process until it said where it is, which it does when /readyz answers 200 */
  readyAfterMs: number;
  logFile: string;
  ended(): boolean;
  /** asks it to stop and waits for its end */
  stop(): Promise<void>;
  /** resolves when the process is gone, however it ended */
  exit: Promise<void>;
}

export interface MinnaStart {
  dataDir: string;
  environment?: Record<string, string>;
  /** arguments of node itself */
  node?: readonly string[];
  /** `web`: beside another Minna, which has the worker */
  role?: 'web';
  /** a process group of its own, so that all of it can be killed at once */
  detached?: boolean;
}

/** Resolves when Minna answers. @throws Error with the end of its log when it ends or takes longer than a minute */
export async function startMinna({
  dataDir,
  environment = {},
  node = [],
  detached = false,
  role,
}: MinnaStart): Promise<RunningMinna> {
  const logFile = join(dataDir, 'bench-minna.log');
  const log = openSync(logFile, 'a', 0o600);
  const began = performance.now();
  const roleWords = role ? ['--role', role] : [];
  const child = spawn(
    process.execPath,
    [...node, MAIN, 'start', ...roleWords, '--port', '0', '--host', '127.0.0.1', '--today', TODAY, '--data', dataDir],
    { env: { ...cleanEnvironment(), ...environment }, stdio: ['ignore', 'pipe', log], detached },
  );
  closeSync(log);
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await portOf(child, exit, logFile);
  const readyAfterMs = performance.now() - began;
  return {
    port,
    pid: child.pid!,
    readyAfterMs,
    logFile,
    exit,
    ended: () => child.exitCode !== null || child.signalCode !== null,
    async stop() {
      child.kill('SIGTERM');
      const impatient = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await exit;
      clearTimeout(impatient);
    },
  };
}

/** Nothing an operator has set for the town of this checkout may reach the measured one. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => name !== 'DATABASE_URL' && !name.startsWith('MINNA_') && !name.startsWith('PG'),
    ),
  );
}

function portOf(child: ChildProcess, exit: Promise<void>, logFile: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const give = (why: string) => reject(new Error(`Minna ${why}. The end of its log:\n${lastLines(logFile)}`));
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      give('did not answer within a minute');
    }, PATIENCE_MS);
    let said = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const port = /http:\/\/[^\s:]+:(\d+)/.exec(said)?.[1];
      if (!port) return;
      clearTimeout(late);
      resolve(Number(port));
    });
    void exit.then(() => {
      clearTimeout(late);
      give('ended at its start');
    });
  });
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').split('\n').slice(-15).join('\n');
}
