import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BALLAST_BYTES, dropBallast, freeBytes, keepBallast } from './disk.ts';

let folder: string;
const reserve = () => statSync(join(folder, 'ballast'), { throwIfNoEntry: false });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minna-disk-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the reserve takes 64 MB of real blocks, is written once, and can be given back', async () => {
  expect(await keepBallast(folder)).toBe(true);
  expect(reserve()?.size).toBe(BALLAST_BYTES);
  expect(reserve()!.blocks * 512).toBeGreaterThanOrEqual(BALLAST_BYTES);
  const { ino } = reserve()!;
  expect(await keepBallast(folder)).toBe(true);
  expect(reserve()?.ino).toBe(ino);
  dropBallast(folder);
  expect(reserve()).toBeUndefined();
  dropBallast(folder);
});

test('free space is what an ordinary user may still write, in bytes', async () => {
  const figures = await statfs(folder);
  const free = await freeBytes(folder);
  expect(free).toBeGreaterThan(0);
  expect(free).toBeLessThanOrEqual(figures.blocks * figures.bsize);
  await expect(freeBytes(join(folder, 'missing'))).rejects.toThrow('ENOENT');
});
