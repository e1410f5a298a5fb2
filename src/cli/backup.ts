/** `./minna backup FILE`: X12, the whole deployment as one file, beside a running town or not. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { files as openedFiles, openFiles } from '#commons/files/setting.ts';
import { openDatabase } from '../database-access.ts';
import { clockFor, SettingMistake, type Settings, settingsFrom } from '../settings.ts';
import { ArchiveExists } from './archive/archive-file.ts';
import { type BackupReport, makeBackup } from './archive/backup.ts';
import { keyPaths, readKeys } from './archive/kept-keys.ts';
import { passphraseFrom } from './archive/passphrase.ts';
import { progressLine } from './archive/progress-line.ts';
import { SHORTEST_PASSPHRASE } from './archive/sealing.ts';
import { archiveWords } from './archive/words.ts';

/** Resolves with the exit code: 1 when it can't be done, 2 when the call itself is wrong. */
export async function run(args: string[]): Promise<number> {
  const words = archiveWords(process.env);
  const call = callFrom(args);
  if (!call) {
    console.error(words.backupUsage);
    return 2;
  }
  const passphrase = await passphraseFrom(call.passphraseFile, process.env);
  if (passphrase !== null && passphrase.length < SHORTEST_PASSPHRASE) {
    console.error(words.shortPassphrase(SHORTEST_PASSPHRASE));
    return 2;
  }
  try {
    const report = await make(call, passphrase);
    if (passphrase === null) console.error(words.unsealed);
    if (report.gone > 0) console.error(words.gone(report.gone));
    console.log(words.made(call.file, report));
    return 0;
  } catch (error) {
    if (!(error instanceof ArchiveExists)) throw error;
    console.error(words.exists(error.file));
    return 1;
  }
}

interface Call {
  file: string;
  passphraseFile: string | undefined;
  settings: Settings;
}

function callFrom(args: string[]): Call | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { data: { type: 'string' }, 'passphrase-file': { type: 'string' } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return null;
    const settings = settingsFrom(values.data ? ['--data', values.data] : [], process.env);
    return { file, passphraseFile: values['passphrase-file'], settings };
  } catch (error) {
    if (error instanceof SettingMistake) throw error;
    return null;
  }
}

async function make({ file, settings }: Call, passphrase: string | null): Promise<BackupReport> {
  const access = await openDatabase(settings, { log: (line) => console.error(line), join: true });
  const line = progressLine();
  try {
    openFiles(settings.files, settings.dataDir);
    return await makeBackup(file, {
      app: access.app,
      store: openedFiles().store,
      keys: await readKeys(keyPaths(settings.dataDir, process.env)),
      passphrase,
      minna: minnaVersion(),
      now: clockFor(null)(),
      progress: line.show,
    });
  } finally {
    line.clear();
    await access.embedded?.stop();
  }
}

export function minnaVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
