import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NoTownHere, openDatabase, refuseOrphanedKey } from './database-access.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'minna-nobody-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const here = (databaseUrl: string | null) => ({
  databaseUrl,
  databaseAppUrl: null,
  databaseReadUrl: null,
  databasePrepare: true,
  dataDir,
});

describe('X12 a command whose environment was forgotten', () => {
  test('makes no town where there is none, and says what to give', async () => {
    const opened = openDatabase(here(null), { log: () => {}, join: true });
    await expect(opened).rejects.toThrow(NoTownHere);
    await expect(opened).rejects.toThrow(/DATABASE_URL.*--data/);
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    const nowhere = openDatabase({ ...here(null), dataDir: join(dataDir, 'none') }, { log: () => {}, join: true });
    await expect(nowhere).rejects.toThrow(NoTownHere);
    expect(existsSync(join(dataDir, 'none'))).toBe(false);
  });

  test('starts no second history with the key of a town whose database is elsewhere', async () => {
    expect(() => refuseOrphanedKey(here(null), {})).not.toThrow();
    await writeFile(join(dataDir, 'journal.key'), '');
    expect(() => refuseOrphanedKey(here(null), {})).toThrow(/DATABASE_URL.*empty folder/);
    expect(() => refuseOrphanedKey(here('postgres://db/minna'), {})).not.toThrow();
  });
});
