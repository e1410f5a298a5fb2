/** The files of the house, as text. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..', '..');

export interface SourceFile {
  /** from the root, with slashes, e.g. src/kernel/ids.ts */
  path: string;
  text: string;
}

/** What is made or brought, not written: never read here. */
const NOT_OURS = new Set(['.git', '.minna', 'node_modules', 'data', 'test-results']);

/** Every file of the house whose path from the root matches. */
export function filesIn(name: RegExp): SourceFile[] {
  return walk('')
    .filter((path) => name.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** TypeScript of the program, its tests and its measurements. */
export const CODE = /^(src|test|bench)\/.*\.ts$/;

function walk(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return folder === '' && NOT_OURS.has(entry.name) ? [] : walk(path);
    return entry.isFile() ? [path] : [];
  });
}

const ALIAS = /^#(kernel|commons|functions|channels|ui|db|cli|test)\//;

/** The file an import names, from the root; the package's name or node:… when it is none of ours. */
export function resolveImport(from: string, specifier: string): string {
  if (specifier.startsWith('#test/')) return specifier.slice(1);
  if (ALIAS.test(specifier)) return `src/${specifier.slice(1)}`;
  if (specifier.startsWith('.')) return posix.join(dirname(from), specifier);
  return specifier;
}
