import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { sourceFiles, sourceZip } from './source.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const folder = await mkdtemp(join(tmpdir(), 'minna-source-'));
afterAll(() => rm(folder, { recursive: true }));

async function put(path: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), path);
}

describe('X8 the source of what runs here', () => {
  test('is whole: what builds and proves it, licence and lock file included', async () => {
    const given = new Set((await sourceFiles(ROOT)).map(({ path }) => path));
    for (const path of ['LICENSE', 'minna', 'package-lock.json', 'src/main.ts', 'src/channels/open-data/source.ts'])
      expect(given).toContain(path);
    expect([...given].filter((path) => /node_modules|^data\//.test(path))).toEqual([]);
  });

  test('holds nothing that lies beside it: data, keys, settings, links to elsewhere', async () => {
    const source = ['src/main.ts', 'src/a/b.ts', 'docs/operating.md', 'package.json', 'LICENSE'];
    const beside = [
      'data/journal.key',
      '.env',
      '.npmrc',
      'secret.pem',
      'src/.env',
      'node_modules/a/index.js',
      '.minna/x',
    ];
    for (const path of [...source, ...beside]) await put(path);
    await symlink(join(folder, 'data', 'journal.key'), join(folder, 'src', 'link.ts'));
    await symlink(join(folder, 'data'), join(folder, 'docs', 'data'));
    await symlink(join(folder, '.env'), join(folder, 'README.md'));
    expect((await sourceFiles(folder)).map(({ path }) => path)).toEqual(source.sort());
  });

  test('comes as a zip that can be opened', async () => {
    const zip = await fromBufferPromise(await buffer(await sourceZip(folder)));
    const names: string[] = [];
    for await (const entry of zip.eachEntry()) names.push(entry.fileName);
    expect(names).toContain('minna/src/a/b.ts');
    expect(names).toHaveLength(5);
  });

  test('breaks off, and the program goes on, when a file goes while it is read', async () => {
    const listed = await sourceFiles(folder);
    const gone = { path: 'src/gone.ts', mode: 0o644, mtime: new Date(0) };
    await expect(buffer(await sourceZip(folder, Promise.resolve([...listed, gone])))).rejects.toThrow('gone.ts');
  });
});
