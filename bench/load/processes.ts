/** The two processes beside Minna: the load generator and the bare server. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Copying } from './bare.ts';
import type { Load, LoadResult } from './protocol.ts';

const GRACE_MS = 20_000;
const COPYING_MS = 900_000;

export interface Generator {
  run(load: Load): Promise<LoadResult>;
  end(): void;
}

export interface Bare {
  port: number;
  copy(copying: Copying): Promise<{ copied: number; bytes: number; statuses: number[] }>;
  end(): void;
}

export async function startGenerator(): Promise<Generator> {
  const child = start('generator.ts');
  await heard(child, GRACE_MS);
  return {
    run: (load) => {
      child.send(load);
      return heard<LoadResult>(child, load.milliseconds + GRACE_MS);
    },
    end: () => child.kill(),
  };
}

export async function startBare(): Promise<Bare> {
  const child = start('bare.ts');
  const { port } = await heard<{ port: number }>(child, GRACE_MS);
  return {
    port,
    async copy(copying) {
      child.send(copying);
      const done = await heard<{ copied: number; bytes: number; statuses: number[]; error?: string }>(
        child,
        COPYING_MS,
      );
      if (done.error !== undefined) throw new Error(`The bare server could not copy Minna's answers: ${done.error}`);
      return done;
    },
    end: () => child.kill(),
  };
}

function start(file: string): ChildProcess {
  return fork(join(import.meta.dirname, file), {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

function heard<T>(child: ChildProcess, patienceMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(late);
      child.off('message', onMessage);
      child.off('exit', onExit);
    };
    const onMessage = (message: unknown) => {
      done();
      resolve(message as T);
    };
    const onExit = () => {
      done();
      reject(new Error('A process of the measurement ended before it answered.'));
    };
    const late = setTimeout(() => {
      done();
      child.kill('SIGKILL');
      reject(new Error('A process of the measurement did not answer in time.'));
    }, patienceMs);
    child.on('message', onMessage);
    child.on('exit', onExit);
  });
}
