/**
 * X12: the program of a town in one piece. A thousand small files are what people read; what a town runs is built from them
 * into a few, once for each state of the files: it is ready in two thirds of the time and each process takes a fifth less
 * memory (docs/decisions/0041). Where nothing may be written, the town runs from the files as they are.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Beside the newest, so that a town that still runs an earlier one finds its parts until it is started again. */
const KEPT = 12;

/** Names the state of everything under `src` but tests: paths, sizes, times of change. The folder's own place is part of it. */
export function stateOf(root: string): string {
  const hash = createHash('sha256').update(root);
  const source = join(root, 'src');
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.includes('.test.')) continue;
    const path = join(entry.parentPath, entry.name);
    const { mtimeMs, size } = statSync(path);
    hash.update(`\0${path} ${mtimeMs} ${size}`);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * The built form of `src/cli/start.ts`, as a path; built now when the files have changed. Null: this machine has it from the
 * files, because MINNA_PROGRAM=files asks for that or because `.minna` can't be written.
 * @throws Error of esbuild when the files do not fit together
 */
export async function wholeProgram(root: string, environment: NodeJS.ProcessEnv): Promise<string | null> {
  if (environment.MINNA_PROGRAM === 'files') return null;
  const shelf = join(root, '.minna', 'program');
  const folder = join(shelf, stateOf(root));
  if (!existsSync(join(folder, 'start.mjs'))) {
    const half = `${folder}.${process.pid}`;
    try {
      mkdirSync(half, { recursive: true });
    } catch {
      return null;
    }
    await build(root, half);
    putInPlace(half, folder);
    clearAway(shelf);
  }
  return join(folder, 'start.mjs');
}

async function build(root: string, folder: string): Promise<void> {
  const { buildProgram } = await import('./build-program.ts');
  try {
    await buildProgram(root, folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Two that build the same state at once: the second finds the first one's, which says the same. */
function putInPlace(half: string, folder: string): void {
  try {
    renameSync(half, folder);
  } catch {
    rmSync(half, { recursive: true, force: true });
  }
}

function clearAway(shelf: string): void {
  const ages = readdirSync(shelf, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ path: shelf + sep + name, at: statSync(shelf + sep + name).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of ages.slice(KEPT)) rmSync(path, { recursive: true, force: true });
}
