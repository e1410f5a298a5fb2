/** `./minna check`: everything that must hold before a change goes in; the same here and on any other machine. */

import { run as runAudit } from './audit.ts';
import { run as runMap } from './map.ts';
import { type Counts, closingLine, runTests, runTool } from './test.ts';
import { run as runTypes } from './types.ts';

type Stage = {
  name: string;
  /** Tests count one by one; any other stage that fails counts as one failure. */
  run(): Promise<Counts>;
};

const STAGES: Stage[] = [
  { name: 'Format and lint', run: async () => asCounts(await runTool('@biomejs/biome/bin/biome', ['check'])) },
  { name: 'Types', run: async () => asCounts(await runTool('typescript/bin/tsc', ['--noEmit', '-p', '.'])) },
  { name: 'Table types', run: async () => asCounts(await runTypes(['--check'])) },
  { name: 'Map', run: async () => asCounts(await runMap(['--check'])) },
  { name: 'Known holes', run: async () => asCounts(await runAudit()) },
  { name: 'Architecture', run: () => runTests(['--project', 'architecture', '--passWithNoTests']) },
  { name: 'Tests', run: () => runTests(['--project', '!architecture']) },
];

/** Runs every stage, also after one that fails. Resolves with the exit code. */
export async function run(): Promise<number> {
  const failures: string[] = [];
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [at, stage] of STAGES.entries()) {
    console.log(`\n[${at + 1}/${STAGES.length}] ${stage.name}`);
    const began = performance.now();
    const counts = await stage.run();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`[${at + 1}/${STAGES.length}] ${stage.name}: ${counts.failed > 0 ? 'FAILED' : 'ok'} (${seconds} s)`);
    if (counts.failed > 0) failures.push(stage.name);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  console.log(failures.length > 0 ? `\nNot in order: ${failures.join(', ')}` : '\nAll in order.');
  console.log(closingLine(total));
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

function asCounts(exitCode: number): Counts {
  return { passed: 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
}
