// Serves X12 (one process by default): keeps a child process of Minna's own program running. The worker is always one,
// because a job can take its process down, and must not take the pages down with it.
import { type ChildProcess, fork } from 'node:child_process';
import { READY_MESSAGE } from './graceful.ts';
import type { Log } from './log.ts';
import { systemTimers, type Timers } from './timers.ts';

export interface SuperviseOptions {
  /** Path of the program's main file; it ends itself with `onStop`, which also tells that it is up. */
  script: string;
  args: readonly string[];
  /** Added to this process's environment. */
  env?: Record<string, string>;
  log: Log;
  /** Milliseconds from asking a child to stop until it is killed, default 20,000. */
  stopMs?: number;
  timers?: Timers;
}

export interface SupervisedStatus {
  state: 'starting' | 'up' | 'waiting' | 'stopping' | 'stopped';
  /** Process id of the child that runs now. */
  pid: number | undefined;
  /** How often a child was started again. */
  restarts: number;
  /** How the last child ended. */
  lastExit: { code: number | null; signal: NodeJS.Signals | null } | null;
}

export interface Supervised {
  /** True from when the child said that it is up until it ends. */
  isUp(): boolean;
  status(): SupervisedStatus;
  /** Asks the child to stop, kills it when it doesn't, and starts it no more. */
  stop(): Promise<void>;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** A child that was up for so long has shown that it can be: after its end the waits begin anew. */
const PROVEN_MS = 60_000;

class Supervisor implements Supervised {
  readonly #options: SuperviseOptions;
  readonly #timers: Timers;
  #child: ChildProcess | undefined;
  #state: SupervisedStatus['state'] = 'starting';
  #restarts = 0;
  #lastExit: SupervisedStatus['lastExit'] = null;
  #wait = FIRST_WAIT_MS;
  #startedAt = 0;
  #timer: unknown;
  #stopping: Promise<void> | undefined;

  constructor(options: SuperviseOptions) {
    this.#options = options;
    this.#timers = options.timers ?? systemTimers;
    this.#start();
  }

  isUp(): boolean {
    return this.#state === 'up';
  }

  status(): SupervisedStatus {
    return { state: this.#state, pid: this.#child?.pid, restarts: this.#restarts, lastExit: this.#lastExit };
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  #start(): void {
    const { script, args, env = {}, log } = this.#options;
    this.#state = 'starting';
    this.#startedAt = this.#timers.now();
    // A process group of its own: Ctrl-C reaches the parent alone, which stops it in its turn. When the parent dies
    // without a word the channel closes, and the child ends itself (`onStop`).
    const child = fork(script, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
    });
    this.#child = child;
    child.on('message', (message) => {
      if (message !== READY_MESSAGE || this.#child !== child || this.#state !== 'starting') return;
      this.#state = 'up';
      log.info('a child process is up', { pid: child.pid });
    });
    // A program that can't be started ends without `exit`; one that was started tells both ways.
    child.on('error', (error) => {
      log.error('a child process failed', { error });
      if (child.pid === undefined) this.#ended(child, null, null);
    });
    child.on('exit', (code, signal) => this.#ended(child, code, signal));
  }

  #ended(child: ChildProcess, code: number | null, signal: NodeJS.Signals | null): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#lastExit = { code, signal };
    if (this.#stopping) return;
    if (this.#timers.now() - this.#startedAt >= PROVEN_MS) this.#wait = FIRST_WAIT_MS;
    this.#state = 'waiting';
    this.#options.log.warn('a child process ended and is started again', { code, signal, inMs: this.#wait });
    this.#timer = this.#timers.setTimeout(() => {
      this.#restarts += 1;
      this.#start();
    }, this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }

  async #stop(): Promise<void> {
    const { stopMs = 20_000, log } = this.#options;
    this.#timers.clearTimeout(this.#timer);
    const child = this.#child;
    if (child) {
      this.#state = 'stopping';
      const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
      child.kill('SIGTERM');
      const deadline = this.#timers.setTimeout(() => {
        log.warn('a child process did not stop and is killed', { pid: child.pid });
        child.kill('SIGKILL');
      }, stopMs);
      await ended;
      this.#timers.clearTimeout(deadline);
    }
    this.#state = 'stopped';
  }
}

/** Starts `node <script> <args>` and keeps it running until `stop`; the waits between two starts grow to 30 seconds. */
export function supervise(options: SuperviseOptions): Supervised {
  return new Supervisor(options);
}
