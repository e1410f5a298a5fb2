/**
 * Section 13 of the licence (AGPL-3.0-or-later): whoever uses this site over the network is offered the source of exactly what runs here, changes
 * of this town included. So it is taken from the folder the program was started from, not from an address that may say something else.
 */
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { get, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import { download, type Reply } from '#kernel/web/reply.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** What the source consists of. Named one by one: whatever else lies there (data, keys, settings) is never given away. */
const FOLDERS = ['src', 'test', 'tools', 'bench', 'docs', '.ci'];
const FILES = [
  'LICENSE',
  'README.md',
  'README.ja.md',
  'CONTRIBUTING.md',
  'minna',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'biome.json',
  'vitest.config.ts',
  '.gitignore',
  'Containerfile',
  '.containerignore',
];

/** Paths below `root`, with the mode they are kept with. Hidden files and links are left out. */
export async function sourceFiles(root: string): Promise<{ path: string; mode: number; mtime: Date }[]> {
  const inFolders = await Promise.all(FOLDERS.map((folder) => filesBelow(root, folder)));
  const found = await Promise.all(
    [...FILES, ...inFolders.flat()].map(async (path) => {
      const stat = await lstat(join(root, path)).catch(() => null);
      return stat?.isFile() ? [{ path, mode: stat.mode, mtime: stat.mtime }] : [];
    }),
  );
  return found.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

/**
 * A zip as it is read, file by file: nothing of it stays in memory. A file that goes or grows meanwhile (the program is being replaced)
 * breaks this zip off, and nothing else.
 */
export async function sourceZip(root: string, of = sourceFiles(root)): Promise<Readable> {
  const [{ ZipFile }, files] = await Promise.all([import('yazl'), of]);
  const zip = new ZipFile();
  const given = zip.outputStream as Readable;
  zip.on('error', (error) => given.destroy(error));
  for (const { path, mode, mtime } of files) zip.addFile(join(root, path), `minna/${path}`, { mode, mtime });
  zip.end();
  return given;
}

/** Compressing takes a second of one processor, so not many do it at once. */
const AT_ONCE = 2;
let underWay = 0;

async function source(): Promise<Reply> {
  if (underWay >= AT_ONCE) throw refuse('too-fast', { status: 429, facts: { minutes: 1 } });
  underWay += 1;
  try {
    const zip = await sourceZip(ROOT);
    zip.once('close', () => {
      underWay -= 1;
    });
    return download(zip, 'application/zip', 'minna-source.zip');
  } catch (error) {
    underWay -= 1;
    throw error;
  }
}

export const sourceRoutes: readonly Route[] = [get('/source.zip', 'public', ['X8'], source)];
