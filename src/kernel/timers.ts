// Waiting, as what runs in the background does it (connections, child processes): handed in, so that tests move time themselves.

export interface Timers {
  /** Milliseconds that only grow, from any beginning. */
  now(): number;
  /** Doesn't keep the process alive. */
  setTimeout(step: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

export const systemTimers: Timers = {
  now: () => performance.now(),
  setTimeout: (step, ms) => setTimeout(step, ms).unref(),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

/** Gives the milliseconds that passed since it was made: for what something costs, never for when something is. */
export function stopwatch(): () => number {
  const began = performance.now();
  return () => performance.now() - began;
}
