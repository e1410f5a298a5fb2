/** The load generator: a process of its own, so that it takes nothing of the measuring one, and measures nothing but waiting. */
import { runConnection } from './connection.ts';
import type { Load, LoadResult } from './protocol.ts';

async function run(load: Load): Promise<LoadResult> {
  const { requests, order } = load;
  const latencies = new Float32Array(load.most);
  const acknowledged: number[] = [];
  let sent = 0;
  let answered = 0;
  let bodyBytes = 0;
  let mistakes = 0;
  let firstMistake = '';
  let place = load.from;
  const mistake = (what: string) => {
    mistakes += 1;
    firstMistake ||= what;
  };
  const began = performance.now();
  const ends = began + load.milliseconds;
  const one = (_: unknown, number: number) => {
    let mine = 0;
    return runConnection({
      port: load.ports[number % load.ports.length]!,
      next() {
        if (sent >= load.most || performance.now() >= ends) return null;
        if (place >= order.length) {
          if (load.once) return null;
          place = 0;
        }
        sent += 1;
        mine = place++;
        return requests[order[mine]!]!;
      },
      answered(status, length, milliseconds, head) {
        latencies[answered] = milliseconds;
        answered += 1;
        bodyBytes += length;
        if (status !== load.status || length < load.leastBytes) mistake(`${length} bytes: ${head.slice(0, 300)}`);
        else if (load.once) acknowledged.push(mine);
      },
      lost: (error) => mistake(error.message),
    });
  };
  await Promise.all(Array.from({ length: load.connections }, one));
  return {
    seconds: (performance.now() - began) / 1000,
    answered,
    bodyBytes,
    mistakes,
    firstMistake,
    next: place,
    acknowledged: Uint32Array.from(acknowledged),
    latencies: latencies.slice(0, answered),
  };
}

process.on('message', (load: Load) => {
  void run(load).then((result) => process.send!(result));
});
process.on('disconnect', () => process.exit(0));
process.send!('ready');
