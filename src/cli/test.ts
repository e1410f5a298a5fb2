/** `./minna test`: all tests, or those whose path contains one of the words given. Ends with a line that counts them. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

export type Counts = { passed: number; failed: number; skipped: number };

/** Resolves with the exit code: 0 only when every test passed and there was one. */
export async function run(args: string[]): Promise<number> {
  const counts = await runTests(args);
  console.log(closingLine(counts));
  return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}

/** Runs Vitest with `args`, its output going straight through. A file or a run that breaks counts as a failed test. */
export async function runTests(args: string[]): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'minna-report-'));
  const report = join(folder, 'report.json');
  try {
    const code = await runTool('vitest/vitest.mjs', [
      'run',
      '--root',
      ROOT,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ]);
    return countsOf(readReport(report), code);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs a script of an installed package under this Node, in the project's folder. Resolves with its exit code. */
export function runTool(script: string, args: string[]): Promise<number> {
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', script), ...args], { cwd: ROOT, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** What Vitest's JSON report says that is needed here. */
export type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

function readReport(path: string): Report | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** Counts tests; a run that ended badly never comes out with nothing failed. */
export function countsOf(report: Report | null, exitCode: number): Counts {
  if (!report) return { passed: 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((result) => result.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** `12 passed, 0 failed`, with `, 3 skipped` where there are any. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
