/** One measured figure with the floor it must not fall below. */
import type { Compared, Turns } from '../load/alternate.ts';
import type { Bare, Generator } from '../load/processes.ts';
import type { RunningMinna } from '../minna-process.ts';
import type { FigureName } from '../options.ts';
import type { BenchTown } from '../town.ts';

export interface Figure {
  name: FigureName;
  title: string;
  measured: string;
  floor: string;
  ok: boolean;
  /** for the picture: how many times as good as the floor asks; 1 is just enough */
  margin: number;
  /** everything behind the figure, for the JSON */
  facts: Record<string, unknown>;
}

/** What a figure is measured with. */
export interface Stage {
  town: BenchTown;
  minna: RunningMinna;
  /** further web processes on the same town */
  others: readonly RunningMinna[];
  /** of all web processes */
  ports: readonly number[];
  bare: Bare;
  generator: Generator;
  turns: Turns;
  quick: boolean;
  log: (line: string) => void;
}

export function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}

export function rounded(figure: number, digits = 0): number {
  return Number(figure.toFixed(digits));
}

/** The comparison as it stands in the JSON. */
export function comparedFacts(compared: Compared): Record<string, unknown> {
  return {
    minnaPerSecond: rounded(compared.minna),
    barePerSecond: rounded(compared.bare),
    ratio: rounded(compared.ratio, 4),
    pairRatios: compared.pairRatios.map((ratio) => rounded(ratio, 4)),
    p50Ms: rounded(compared.p50, 2),
    p95Ms: rounded(compared.p95, 2),
    p99Ms: rounded(compared.p99, 2),
    answered: compared.answered,
    mistakes: compared.mistakes,
    meanBodyBytes: compared.meanBodyBytes,
    ...(compared.firstMistake ? { firstMistake: compared.firstMistake } : {}),
  };
}

/** `1,234/s, 5.6 % of bare (22,000/s), p50 1.2 ms, p99 3.4 ms` */
export function comparedText(compared: Compared): string {
  const rate = (perSecond: number) => `${Math.round(perSecond).toLocaleString('en')}/s`;
  const mistakes =
    compared.mistakes > 0 ? `, ${compared.mistakes} MISTAKES (${compared.firstMistake.slice(0, 160)})` : '';
  return (
    `${percent(compared.ratio)} of bare (${rate(compared.minna)} of ${rate(compared.bare)}), ` +
    `p50 ${compared.p50.toFixed(1)}, p95 ${compared.p95.toFixed(1)}, p99 ${compared.p99.toFixed(1)} ms${mistakes}`
  );
}
