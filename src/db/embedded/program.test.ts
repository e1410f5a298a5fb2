import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeLinks, packagedServer, provideProgram } from './program.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minna-program-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the library links that an install script would have made', () => {
  test('are made beside their libraries, repaired when wrong, and left alone when right', async () => {
    mkdirSync(join(folder, 'lib'));
    writeFileSync(join(folder, 'lib', 'liba.so.1.2'), 'a');
    const lines = [{ source: 'native/lib/liba.so.1.2', target: 'native/lib/liba.so.1' }];
    writeFileSync(join(folder, 'pg-symlinks.json'), JSON.stringify(lines));
    symlinkSync('gone', join(folder, 'lib', 'liba.so.1'));
    await makeLinks(folder);
    await makeLinks(folder);
    expect(readlinkSync(join(folder, 'lib', 'liba.so.1'))).toBe('liba.so.1.2');
  });
});

describe('a copy of the binaries', () => {
  test('runs by itself, may be read by every user, and is made once', async () => {
    const { folder: copy, major } = await provideProgram(folder, true);
    const before = statSync(join(copy, 'bin', 'postgres')).ino;
    const [again] = await Promise.all([provideProgram(folder, true), provideProgram(folder, true)]);
    expect(again.folder).toBe(copy);
    expect(statSync(join(copy, 'bin', 'postgres')).ino).toBe(before);
    expect(statSync(join(copy, 'bin', 'postgres')).mode & 0o777).toBe(0o755);
    expect(statSync(join(copy, 'lib')).mode & 0o777).toBe(0o755);
    const answer = spawnSync(join(copy, 'bin', 'postgres'), ['--version'], { encoding: 'utf8', env: {} });
    expect(answer.stdout).toContain(`PostgreSQL) ${major}.`);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('is complete although two starts make it at once', async () => {
    const [one, other] = await Promise.all([provideProgram(folder, true), provideProgram(folder, true)]);
    expect(other).toEqual(one);
    expect(readdirSync(folder)).toHaveLength(1);
    const links = JSON.parse(readFileSync(join(packagedServer().native, 'pg-symlinks.json'), 'utf8'));
    for (const { target } of links) expect(statSync(join(one.folder, relative('native', target))).isFile()).toBe(true);
  });
});
