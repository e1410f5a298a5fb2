/** The figures as a table for the terminal, and as files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Figure } from './figures/figure.ts';
import { marginsPicture } from './figures/picture.ts';
import type { MachineKind } from './machine.ts';
import type { TownSize } from './seed/plan.ts';

export interface Report {
  /** day of the run */
  on: string;
  machine: MachineKind;
  town: TownSize;
  quick: boolean;
  /** web processes that shared the load */
  web: number;
  figures: Figure[];
}

const RESULTS = join(import.meta.dirname, 'results');

export function table({ figures }: Report): string {
  const lines = figures.map(
    ({ title, measured, floor, ok }) => `${ok ? '✓' : '✗'} ${title}\n    ${measured}\n    floor: ${floor}`,
  );
  return lines.join('\n');
}

export function markdown(report: Report): string {
  const { machine, town } = report;
  const count = (figure: number) => figure.toLocaleString('en');
  return `# Figures of ${report.on}

A machine of ${machine.cores} cores and ${machine.memoryGb} GB (${machine.platform}), which runs everything: Minna, its database, the load and the
bare server. Node ${machine.node}, PostgreSQL ${machine.postgresql}. The town has ${count(town.proposals)} proposals, ${count(town.opinions)} opinions, ${count(town.replies)} replies,
${count(town.votes)} votes and ${count(town.people)} people, and a debate with ${count(town.crowd)} opinions more than that. ${report.web > 1 ? `${report.web} web processes share the load. ` : ''}How it is measured: [README](../README.md).

| | figure | measured | floor |
| --- | --- | --- | --- |
${report.figures.map(({ ok, title, measured, floor }) => `| ${ok ? '✓' : '✗'} | ${title} | ${measured} | ${floor} |`).join('\n')}
`;
}

/** Overwrites bench/results/NAME.{json,md,svg}. */
export function keepResults(report: Report, name: string): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, `${name}.json`), json(report));
  writeFileSync(join(RESULTS, `${name}.md`), markdown(report));
  writeFileSync(join(RESULTS, `${name}.svg`), marginsPicture(report.figures, `Figures of ${report.on}`));
}

export function writeJson(report: Report, file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, json(report));
}

function json(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
