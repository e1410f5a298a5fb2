import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encodeVkey } from '#commons/journal/checkpoint.ts';
import { inclusionProof, leafHash, nodesOf } from '#commons/journal/merkle.ts';
import { proofDocument } from '#commons/journal/proof-json.ts';
import { keyOf, VKEY } from '#commons/journal/sample-key.ts';
import { sampleEntries, sampleFiles, sampleHead } from '#commons/journal/sample-log.ts';
import { run } from './journal.ts';

const entries = sampleEntries(300);

let folder: string;
let log: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minna-journal-'));
  log = join(folder, 'log');
  await put(sampleFiles(entries));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(files: Map<string, Uint8Array>): Promise<void> {
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(log, path)), { recursive: true });
    await writeFile(join(log, path), bytes);
  }
}

async function file(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

async function minna(args: string[], LANG = 'en_US.UTF-8'): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const code = await run(args, { environment: { LANG }, out: write, err: write, progress: () => {} });
  return { code, said: lines.join('\n') };
}

describe('verify', () => {
  test('says what was checked, and that it holds', async () => {
    const { code, said } = await minna(['verify', log, '--key', VKEY]);
    expect(said.split('\n')).toEqual([
      '✓ Signature: made by aozora.example/journal.',
      '✓ Entries: all 300 could be read.',
      '✓ Sum: what the entries add up to is what was signed.',
      '✓ Hashes: all that are served are those of the entries.',
      '',
      'This journal holds (aozora.example/journal, 300 entries).',
    ]);
    expect(code).toBe(0);
  });

  test('in Japanese for a Japanese terminal', async () => {
    const { said } = await minna(['verify', log, '--key', VKEY], 'ja_JP.UTF-8');
    expect(said).toContain('✓ 署名：aozora.example/journal のものです。');
    expect(said).toContain('この記録は正しいものです（aozora.example/journal、300件）。');
  });

  test('without a key: which key it was, and to compare it', async () => {
    const { code, said } = await minna(['verify', log]);
    expect(said).toContain(`Compare it with one from elsewhere: ${VKEY}`);
    expect(code).toBe(0);
  });

  test('a checkpoint that was kept is held against it, and kept again', async () => {
    const kept = join(folder, 'kept');
    expect((await minna(['verify', log, '--save', kept])).said).toContain(`The checkpoint is kept in ${kept}.`);
    expect(await readFile(kept, 'utf8')).toBe(sampleHead(entries));
    expect((await minna(['verify', log, '--since', kept])).said).toContain('only added to since it had 300 entries');
    const retold = await file('retold', sampleHead(sampleEntries(200, 'retold')));
    const { code, said } = await minna(['verify', log, '--since', retold, '--save', kept]);
    expect(said).toContain('✗ History: the first 200 entries are not what they were. It was rewritten.');
    expect(said).toContain('This journal does not hold.');
    expect(code).toBe(1);
  });

  test('proofs that were given, one or several', async () => {
    const head = { size: 300, root: Buffer.alloc(32), note: sampleHead(entries) };
    const path = inclusionProof(7, 300, nodesOf(entries.map(leafHash)));
    const proof = proofDocument(
      { head, proofs: [{ index: 7, entry: Buffer.from(entries[7]!), path, parts: [] }] },
      VKEY,
    );
    const one = await file('one.json', JSON.stringify(proof));
    expect((await minna(['verify', log, '--proofs', one])).said).toContain('all of yours (1) are in this journal');
    const wrong = structuredClone(proof);
    wrong.proofs[0]!.index = 6;
    const both = await file('both.json', JSON.stringify([proof, wrong]));
    const { code, said } = await minna(['verify', log, '--proofs', both]);
    expect(said).toContain('✗ Proofs that do not fit: 1 of 2.');
    expect(code).toBe(1);
  });

  test('another key: 1', async () => {
    const vkey = encodeVkey('aozora.example/journal', keyOf('a stranger').publicKey);
    expect(await minna(['verify', log, '--key', vkey])).toMatchObject({
      code: 1,
      said: expect.stringContaining('✗ Signature'),
    });
  });

  test('nothing there, or something else: 3', async () => {
    expect(await minna(['verify', join(folder, 'nowhere')])).toMatchObject({ code: 3 });
    await put(new Map([['checkpoint', Buffer.from('<!doctype html>')]]));
    expect(await minna(['verify', log])).toMatchObject({ code: 3, said: expect.stringContaining('not a journal') });
  });
});

test('mirror copies, and says so; a history rewritten later is refused', async () => {
  const copy = join(folder, 'copy');
  const first = await minna(['mirror', log, copy]);
  expect(first).toMatchObject({ code: 0, said: expect.stringContaining(`Copied into ${copy} (5 new files).`) });
  await rm(log, { recursive: true });
  await put(sampleFiles(sampleEntries(400, 'retold')));
  const second = await minna(['mirror', log, copy]);
  expect(second.said).toContain('The copy stays as it was.');
  expect(second.code).toBe(1);
  expect((await minna(['verify', copy])).code).toBe(0);
});

describe('usage', () => {
  test.each([
    [],
    ['verify'],
    ['verify', 'a', 'b'],
    ['mirror', 'a'],
    ['forget', 'a'],
    ['verify', 'a', '--unknown'],
    ['verify', 'a', '--key', 'nothing'],
    ['verify', 'a', '--since', '/nowhere'],
    ['verify', 'a', '--proofs', '/dev/null'],
  ])('%j %j %j %j: 2, and how it is used', async (...args) => {
    const { code, said } = await minna(args.filter((arg) => arg !== undefined));
    expect(said).toContain('minna journal verify ADDRESS|FOLDER');
    expect(code).toBe(2);
  });

  test('--help: 0', async () => {
    expect(await minna(['--help'], 'ja_JP.UTF-8')).toMatchObject({ code: 0, said: expect.stringContaining('使い方') });
  });
});
