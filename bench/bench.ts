/** X12: measures Minna as it is run, at the size of a town, beside a bare server in the same run. */
import { mkdirSync } from 'node:fs';
import { anonymousPages } from './figures/anonymous-pages.ts';
import { crowd } from './figures/crowd.ts';
import type { Figure, Stage } from './figures/figure.ts';
import { memory } from './figures/memory.ts';
import { pageBytes } from './figures/page-bytes.ts';
import { signedInList, signedInProposals } from './figures/signed-in-pages.ts';
import { votes } from './figures/votes.ts';
import { warmStart } from './figures/warm-start.ts';
import type { Turns } from './load/alternate.ts';
import { startBare, startGenerator } from './load/processes.ts';
import { machineKind } from './machine.ts';
import { type RunningMinna, startMinna } from './minna-process.ts';
import { type BenchOptions, FIGURES, type FigureName } from './options.ts';
import { keepResults, type Report, table, writeJson } from './report.ts';
import { settle } from './settle.ts';
import { type BenchTown, openBenchTown, type SizeName } from './town.ts';

const FULL_TURNS: Turns = { pairs: 4, milliseconds: 5_000, warmUpMs: 3_000 };
const QUICK_TURNS: Turns = { pairs: 2, milliseconds: 2_000, warmUpMs: 1_000 };

/** In this order; memory is looked at when everything before it has run. */
const MEASURES: Partial<Record<FigureName, (stage: Stage) => Promise<Figure> | Figure>> = {
  anonymous: anonymousPages,
  list: signedInList,
  proposal: signedInProposals,
  votes,
  bytes: pageBytes,
  memory,
  // Last: it has every page made anew, which is no daily work, and memory is that of daily work.
  crowd,
};

/** Resolves with the exit code: 1 when a floor is missed. */
export async function measure(options: BenchOptions): Promise<number> {
  const log = (line: string) => console.log(line);
  const wanted = options.only.length > 0 ? options.only : FIGURES;
  const town = await openBenchTown({ size: sizeOf(options), keep: options.keep, log });
  try {
    const [{ version }] = (await town.rows<{ version: string }>(
      `select current_setting('server_version') as version`,
    )) as [{ version: string }];
    const figures = await underLoad(town, options, wanted, log);
    if (wanted.includes('start')) figures.push(announce(await warmStart(town), log));
    const report: Report = {
      on: new Date().toISOString().slice(0, 10),
      machine: machineKind(version),
      town: town.size,
      quick: options.quick,
      web: options.web,
      figures,
    };
    log(`\n${table(report)}`);
    if (options.json) writeJson(report, options.json);
    if (!options.quick && options.only.length === 0) keepResults(report, nameOf(options));
    return figures.every(({ ok }) => ok) ? 0 : 1;
  } finally {
    await town.close();
  }
}

async function underLoad(
  town: BenchTown,
  options: BenchOptions,
  wanted: readonly FigureName[],
  log: (line: string) => void,
): Promise<Figure[]> {
  const measures = Object.entries(MEASURES).filter(([name]) => wanted.includes(name as FigureName));
  if (measures.length === 0) return [];
  if (options.profile) mkdirSync(options.profile, { recursive: true });
  await settle(town, log);
  const node = options.profile ? ['--cpu-prof', '--cpu-prof-dir', options.profile] : [];
  const minna = await startMinna({ dataDir: town.dataDir, environment: town.environment, node });
  const others: RunningMinna[] = [];
  const [bare, generator] = await Promise.all([startBare(), startGenerator()]);
  try {
    while (others.length < options.web - 1)
      others.push(await startMinna({ dataDir: town.dataDir, environment: town.environment, node, role: 'web' }));
    const stage: Stage = {
      town,
      minna,
      others,
      ports: [minna, ...others].map(({ port }) => port),
      bare,
      generator,
      turns: options.quick ? QUICK_TURNS : FULL_TURNS,
      quick: options.quick,
      log,
    };
    const figures: Figure[] = [];
    for (const [name, take] of measures) {
      log(`Measuring: ${name}`);
      figures.push(announce(await take(stage), log));
    }
    return figures;
  } finally {
    bare.end();
    generator.end();
    for (const other of others) await other.stop();
    await minna.stop();
  }
}

function sizeOf({ quick, tenth }: BenchOptions): SizeName {
  if (quick) return 'quick';
  return tenth ? 'tenth' : 'standard';
}

/** Of the files with the results. */
function nameOf({ tenth, web }: BenchOptions): string {
  return `${tenth ? 'tenth' : 'standard'}${web > 1 ? `-web-${web}` : ''}`;
}

function announce(figure: Figure, log: (line: string) => void): Figure {
  log(`  ${figure.ok ? '✓' : '✗'} ${figure.measured}`);
  return figure;
}
