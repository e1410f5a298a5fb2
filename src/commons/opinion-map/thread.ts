/** F9.3: a thread that computes one map after the other. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { OpinionMap } from './analyse.ts';
import type { MapTask } from './map-thread.ts';

export interface Drawn {
  map: OpinionMap;
  milliseconds: number;
}

export class MapThread {
  readonly #worker = new Worker(new URL('./map-thread.ts', import.meta.url));

  /** One at a time. @throws what the computation throws, or that the thread ended */
  async draw(task: MapTask): Promise<Drawn> {
    const ended = new AbortController();
    const onExit = () => ended.abort(new Error('the thread that computes maps ended'));
    this.#worker.once('exit', onExit);
    try {
      this.#worker.postMessage(task);
      // `once` rejects when the thread reports an error.
      const [drawn] = (await once(this.#worker, 'message', { signal: ended.signal })) as [Drawn];
      return drawn;
    } finally {
      this.#worker.off('exit', onExit);
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
