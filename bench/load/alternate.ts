/** Minna and the bare server in turns, A B A B: what disturbs the machine for a while disturbs both. */
import type { Generator } from './processes.ts';
import type { Load, LoadResult } from './protocol.ts';

export const CONNECTIONS = 32;

export interface Turns {
  pairs: number;
  milliseconds: number;
  /** a turn of each side before, that doesn't count */
  warmUpMs: number;
}

export interface Compared {
  /** requests a second, over all turns */
  minna: number;
  bare: number;
  /** median of the pairs' ratios */
  ratio: number;
  pairRatios: number[];
  /** milliseconds, of all of Minna's answers */
  p50: number;
  p95: number;
  p99: number;
  answered: number;
  mistakes: number;
  firstMistake: string;
  meanBodyBytes: number;
  acknowledged: Uint32Array[];
}

export type Work = Pick<Load, 'requests' | 'order' | 'once' | 'status' | 'leastBytes'>;

/** Enough for any turn; what is answered beyond it would not be kept. */
const MOST = 2_000_000;

export async function compare(
  generator: Generator,
  ports: { minna: readonly number[]; bare: number },
  work: Work,
  turns: Turns,
  around: { before?: () => Promise<void>; after?: () => Promise<void> } = {},
): Promise<Compared> {
  let from = 0;
  const run = async (to: readonly number[], milliseconds: number, isMinna: boolean) => {
    const load = {
      ...work,
      ports: to,
      milliseconds,
      connections: CONNECTIONS,
      most: MOST,
      once: work.once && isMinna,
      from: isMinna ? from : 0,
    };
    const result = await generator.run(load);
    if (isMinna) from = result.next;
    return result;
  };
  const acknowledged: Uint32Array[] = [];
  const minna: LoadResult[] = [];
  const bare: LoadResult[] = [];
  if (turns.warmUpMs > 0) {
    acknowledged.push((await run(ports.minna, turns.warmUpMs, true)).acknowledged);
    await run([ports.bare], turns.warmUpMs, false);
  }
  for (let pair = 0; pair < turns.pairs; pair += 1) {
    await around.before?.();
    minna.push(await run(ports.minna, turns.milliseconds, true));
    await around.after?.();
    bare.push(await run([ports.bare], turns.milliseconds, false));
  }
  acknowledged.push(...minna.map((result) => result.acknowledged));
  return { ...summary(minna, bare), acknowledged };
}

function summary(minna: readonly LoadResult[], bare: readonly LoadResult[]): Omit<Compared, 'acknowledged'> {
  const pairRatios = minna.map((result, at) => rate([result]) / rate([bare[at]!]));
  const latencies = together(minna.map((result) => result.latencies)).sort();
  const at = (part: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * part))] ?? Number.NaN;
  const answered = sum(minna, (result) => result.answered);
  const all = [...minna, ...bare];
  return {
    minna: rate(minna),
    bare: rate(bare),
    ratio: median(pairRatios),
    pairRatios,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    answered,
    mistakes: sum(all, (result) => result.mistakes),
    firstMistake: all.find((result) => result.firstMistake)?.firstMistake ?? '',
    meanBodyBytes: Math.round(sum(minna, (result) => result.bodyBytes) / Math.max(answered, 1)),
  };
}

function together(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function rate(results: readonly LoadResult[]): number {
  return sum(results, (result) => result.answered) / sum(results, (result) => result.seconds);
}

function sum(results: readonly LoadResult[], pick: (result: LoadResult) => number): number {
  return results.reduce((total, result) => total + pick(result), 0);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
