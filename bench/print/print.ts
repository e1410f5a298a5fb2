/** F9.6: what printing costs, as it is done: a process of its own, prints of a usual and of the largest round. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What one process measured, loading included. */
export interface PrintFigure {
  proposals: number;
  opinions: number;
  milliseconds: number;
  /** of processor time, in all threads */
  cpuMs: number;
  bytes: number;
  /** the most the process ever had */
  peakMb: number;
}

const LONGEST_MS = 10_000;
const SIZES = [
  { proposals: 8, opinions: 170 },
  { proposals: 300, opinions: 5_000 },
];

/** Resolves with the exit code: 1 when the largest round takes longer than ten seconds. */
export async function measurePrint(quick: boolean): Promise<number> {
  const figures = (quick ? SIZES.slice(0, 1) : SIZES).map(inOwnProcess);
  console.log('   proposals  opinions   took        processor   file        memory');
  for (const { proposals, opinions, milliseconds, cpuMs, bytes, peakMb } of figures) {
    const cells = [
      proposals,
      opinions,
      `${milliseconds} ms`,
      `${cpuMs} ms`,
      `${Math.round(bytes / 1024)} kB`,
      `${peakMb} MB`,
    ];
    console.log(`${milliseconds <= LONGEST_MS ? '✓' : '✗'}  ${cells.map((cell) => `${cell}`.padEnd(11)).join(' ')}`);
  }
  return figures.every(({ milliseconds }) => milliseconds <= LONGEST_MS) ? 0 : 1;
}

function inOwnProcess({ proposals, opinions }: { proposals: number; opinions: number }): PrintFigure {
  const script = join(import.meta.dirname, 'one-print.ts');
  const began = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, `${proposals}`, `${opinions}`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The print of ${proposals} proposals could not be measured:\n${stderr}`);
  return { ...(JSON.parse(stdout) as PrintFigure), milliseconds: Math.round(performance.now() - began) };
}
