/** F9.3: computes maps beside the worker's own thread, so that its regular work goes on meanwhile. */
import { parentPort } from 'node:worker_threads';
import { stopwatch } from '#kernel/timers.ts';
import { analyse, type LastMap } from './analyse.ts';
import type { VoteMatrix } from './matrix.ts';

export interface MapTask {
  matrix: VoteMatrix;
  hidden: Uint8Array;
  last: LastMap | undefined;
}

parentPort!.on('message', ({ matrix, hidden, last }: MapTask) => {
  const passed = stopwatch();
  const map = analyse(matrix, hidden, last ? { last } : {});
  parentPort!.postMessage({ map, milliseconds: passed() });
});
