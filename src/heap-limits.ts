/**
 * X12: V8 lets its heap grow by what the machine has, not by what a town needs. With these limits web and worker stay small;
 * they cannot be set in a process that runs, so `start` begins anew with them: the same process, 40 ms later. The worker is
 * started with the arguments of the web process and has them from the beginning.
 */

/** In MB: new objects (there are three such spaces), and all others. A town of 10,000 proposals uses a third of it. */
const LIMITS = ['--max-semi-space-size=4', '--max-old-space-size=384'];

/**
 * glibc gives threads heaps of their own, which stay half empty; one is enough for a program of one busy thread. And it keeps the more of what
 * was freed the larger the pieces were, unless told how much: a large answer of the database is given back when it was read.
 */
const ONE_HEAP = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: String(128 * 1024),
  MALLOC_TRIM_THRESHOLD_: String(1024 * 1024),
};

/** Returns when there is nothing to do: limits are set (by whoever operates this, too), or the system can't. */
export function keepHeapSmall(): void {
  const given = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ');
  // A process with a channel to its parent would lose it.
  if (/--max-(semi-space|old-space|heap)-size/.test(given) || process.channel || !process.execve) return;
  const [, ...args] = process.argv;
  process.execve(process.execPath, [process.execPath, ...LIMITS, ...process.execArgv, ...args], {
    ...ONE_HEAP,
    ...process.env,
  });
}
