import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { removeHome, settleHome } from './home.ts';
import { keptProgram, olderCluster, putAside } from './older.ts';
import { packagedServer } from './program.ts';

const PRESENT = Number.parseInt(packagedServer().version, 10);

let dataDir: string;
let folder: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'minna-older-'));
  folder = settleHome(dataDir).folder;
});
afterEach(() => removeHome(dataDir));

describe('X12 data of an older server', () => {
  test('is found, the newest of several, and put aside without losing any of it', () => {
    expect(olderCluster(dataDir)).toBeNull();
    mkdirSync(join(folder, '15', 'base'), { recursive: true });
    mkdirSync(join(folder, '9', 'base'), { recursive: true });
    const older = olderCluster(dataDir)!;
    expect(older).toMatchObject({ major: 15, folder: join(folder, '15') });
    putAside(older);
    expect(existsSync(join(folder, '15'))).toBe(false);
    expect(existsSync(join(older.aside, 'base'))).toBe(true);
  });

  test('is not looked for where the present version has data already', () => {
    mkdirSync(join(folder, '15'));
    mkdirSync(join(folder, String(PRESENT)));
    expect(olderCluster(dataDir)).toBeNull();
  });

  test('has no program where no earlier Minna left one of that very version', () => {
    expect(keptProgram(dataDir, 1)).toBeNull();
  });
});
