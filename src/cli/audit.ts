/** Known holes in what the program runs on, asked of the package registry; where it can't be asked, that is said and nothing else stops. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const LONGEST_MS = 30_000;
/** Without development's own: those never meet what a stranger sends. */
const ASK = ['audit', '--json', '--omit=dev', '--fetch-retries=0', '--fetch-timeout=10000'];

export type Verdict = { told: 'asked'; grave: string[]; lesser: string[] } | { told: 'not-asked'; why: string };

const GRAVE = new Set(['high', 'critical']);

/** What `npm audit --json` wrote. Pure. */
export function verdictFrom(output: string): Verdict {
  let said: { vulnerabilities?: Record<string, { severity?: string }>; message?: string; error?: { summary?: string } };
  try {
    said = JSON.parse(output);
  } catch {
    return { told: 'not-asked', why: 'npm gave no answer that can be read' };
  }
  if (typeof said?.vulnerabilities !== 'object' || said.vulnerabilities === null)
    return { told: 'not-asked', why: said?.error?.summary || said?.message || 'npm gave no list' };
  const found = Object.entries(said.vulnerabilities).map(([name, { severity = 'unknown' }]) => ({ name, severity }));
  const named = (isGrave: boolean) =>
    found.filter(({ severity }) => GRAVE.has(severity) === isGrave).map((one) => `${one.name} (${one.severity})`);
  return { told: 'asked', grave: named(true), lesser: named(false) };
}

/** The line that tells it, and whether it stands in the way. Pure. */
export function told(verdict: Verdict): { line: string; exitCode: number } {
  if (verdict.told === 'not-asked')
    return { line: `Known holes could not be asked for: ${verdict.why}. Nothing is said about them.`, exitCode: 0 };
  const { grave, lesser } = verdict;
  if (grave.length > 0) return { line: `Known holes: ${[...grave, ...lesser].join(', ')}`, exitCode: 1 };
  const rest = lesser.length > 0 ? `; lesser ones: ${lesser.join(', ')}` : '';
  return { line: `The registry knows of no grave hole${rest}.`, exitCode: 0 };
}

/** Resolves with the exit code: 1 when a grave hole is known in what the program runs on. */
export async function run(): Promise<number> {
  const { line, exitCode } = told(await ask());
  console.log(line);
  return exitCode;
}

function ask(): Promise<Verdict> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn('npm', ASK, { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'], timeout: LONGEST_MS });
    child.stdout.on('data', (part) => {
      output += String(part);
    });
    child.once('error', () => resolve({ told: 'not-asked', why: 'npm is not here' }));
    child.once('close', () => resolve(verdictFrom(output)));
  });
}
