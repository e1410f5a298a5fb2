import { generateKeyPairSync } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KeyFileError } from '#kernel/key-file.ts';
import { toHex, utf8 } from './bytes.ts';
import { loadSigningKey, signingKeyPath } from './signing-key.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minna-journal-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the path: beside the data, or where the operator says', () => {
  expect(signingKeyPath('/data', {})).toBe('/data/journal.key');
  expect(signingKeyPath('/data', { MINNA_JOURNAL_KEY: '' })).toBe('/data/journal.key');
  expect(signingKeyPath('/data', { MINNA_JOURNAL_KEY: '/secret/key' })).toBe('/secret/key');
});

test('the first start makes a key that only its owner can read; later ones load it', async () => {
  const path = join(folder, 'inner', 'journal.key');
  const made = await loadSigningKey(path);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const loaded = await loadSigningKey(path);
  expect(toHex(loaded.publicKey)).toBe(toHex(made.publicKey));
  expect(toHex(loaded.sign(utf8('a')))).toBe(toHex(made.sign(utf8('a'))));
  expect(await readdir(join(folder, 'inner'))).toEqual(['journal.key']);
});

test('processes that start together have the same key', async () => {
  const path = join(folder, 'journal.key');
  const keys = await Promise.all(Array.from({ length: 8 }, () => loadSigningKey(path)));
  expect(new Set(keys.map((key) => toHex(key.publicKey))).size).toBe(1);
  expect(await readdir(folder)).toEqual(['journal.key']);
});

test('a key that everybody may read is refused, and left alone', async () => {
  const path = join(folder, 'journal.key');
  await loadSigningKey(path);
  const before = await readFile(path, 'utf8');
  await chmod(path, 0o644);
  await expect(loadSigningKey(path)).rejects.toThrow(KeyFileError);
  expect(await readFile(path, 'utf8')).toBe(before);
});

test('another kind of key, or none at all, is refused, and left alone', async () => {
  const path = join(folder, 'journal.key');
  const { privateKey } = generateKeyPairSync('x25519');
  for (const content of [privateKey.export({ type: 'pkcs8', format: 'pem' }), 'nothing', '']) {
    await writeFile(path, content, { mode: 0o600 });
    await expect(loadSigningKey(path)).rejects.toThrow(KeyFileError);
    expect(await readFile(path, 'utf8')).toBe(content);
  }
});
