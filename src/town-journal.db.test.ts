import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTown, type Town } from '#commons/journal/sample-town.ts';
import { openTownJournal, WrongJournalKey } from './town-journal.ts';

let town: Town;
let folder: string;
beforeEach(async () => {
  town = await openTown();
  folder = await mkdtemp(join(tmpdir(), 'minna-key-'));
});
afterEach(async () => {
  await town.close();
  await rm(folder, { recursive: true });
});

describe('P6 the key of the journal', () => {
  test('is made where there is no journal yet, and only there', async () => {
    await openTownJournal(town.fresh.app, folder, {});
    expect(await readdir(folder)).toEqual(['journal.key']);
    await rm(join(folder, 'journal.key'));
    await town.act(2, [{}]);
    await town.sequenceAll(2);
    await expect(openTownJournal(town.fresh.app, folder, {})).rejects.toThrow(WrongJournalKey);
    expect(await readdir(folder)).toEqual([]);
  });

  test('is not another than the one that signed', async () => {
    await town.act(1, [{}]);
    await town.sequenceAll(1);
    const other = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    await writeFile(join(folder, 'other.key'), other, { mode: 0o600 });
    const given = openTownJournal(town.fresh.app, folder, { MINNA_JOURNAL_KEY: join(folder, 'other.key') });
    await expect(given).rejects.toThrow('is not the one that signed the journal');
  });
});
