// Serves X12 (zero downtime): ends the process in order when it is asked to: by SIGTERM or SIGINT, or, where another
// process of ours supervises it, when that one has gone.
import type { Log } from './log.ts';
import { systemTimers, type Timers } from './timers.ts';

export interface StopStep {
  name: string;
  run: () => unknown;
}

/** The part of node's `process` that is used. */
export interface StoppableProcess {
  on(event: string, step: () => void): unknown;
  off(event: string, step: () => void): unknown;
  exit(code: number): void;
  /** Only in a process that was started with a channel to its parent. */
  send?: ((message: string) => boolean) | undefined;
  channel?: { unref(): void } | null | undefined;
}

export interface StopOptions {
  log: Log;
  /** Milliseconds for all steps together, default 25,000: orchestrators kill after 30 seconds. */
  deadlineMs?: number;
  process?: StoppableProcess;
  timers?: Timers;
}

/** What a supervised process says to its parent when it is up. */
export const READY_MESSAGE = 'minna: ready';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
/** What still holds the process after the last step (a socket that lingers) may do so for so long. */
const LINGER_MS = 2_000;

/**
 * Waits to be asked to stop, then runs the steps in their order, one after the other; one that fails doesn't keep the
 * others from running. To be called when everything is up: a supervising parent is told so.
 * Resolves with the exit code: 0, or 1 when a step failed. A second signal, or the deadline, ends the process at once with 1.
 */
export function onStop(steps: readonly StopStep[], options: StopOptions): Promise<number> {
  const { log, deadlineMs = 25_000, timers = systemTimers } = options;
  const own = options.process ?? (process as unknown as StoppableProcess);
  return new Promise((resolve) => {
    let stopping = false;
    const leave = (code: number) => {
      log.flush();
      own.exit(code);
    };
    const stop = async (cause: string) => {
      if (stopping) {
        log.warn('stopped at once, on a second request', { cause });
        leave(1);
        return;
      }
      stopping = true;
      log.info('stopping', { cause });
      const deadline = timers.setTimeout(() => {
        log.error('stopping took too long', { deadlineMs });
        leave(1);
      }, deadlineMs);
      const code = await runAll(steps, log);
      timers.clearTimeout(deadline);
      for (const [event, listener] of listeners) own.off(event, listener);
      own.channel?.unref();
      log.info('stopped', { code });
      log.flush();
      timers.setTimeout(() => leave(code), LINGER_MS);
      resolve(code);
    };
    const listeners = new Map<string, () => void>(SIGNALS.map((signal) => [signal, () => void stop(signal)]));
    if (own.send) listeners.set('disconnect', () => void (stopping || stop('the supervising process has gone')));
    for (const [event, listener] of listeners) own.on(event, listener);
    own.send?.(READY_MESSAGE);
  });
}

async function runAll(steps: readonly StopStep[], log: Log): Promise<number> {
  let code = 0;
  for (const { name, run } of steps) {
    try {
      await run();
    } catch (error) {
      code = 1;
      log.error('a step of stopping failed', { step: name, error });
    }
  }
  return code;
}
