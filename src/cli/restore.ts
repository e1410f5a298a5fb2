/** `./minna restore FILE`: X12, an archive back into an empty deployment; `--check` looks at the archive alone. */
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { files as openedFiles, openFiles } from '#commons/files/setting.ts';
import { HubDirectory } from '#commons/hubs/index.ts';
import { loadSigningKey } from '#commons/journal/index.ts';
import { openSource, readText } from '#commons/journal/source.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { type DatabaseAccess, openDatabase } from '../database-access.ts';
import { clockFor, SettingMistake, type Settings, settingsFrom } from '../settings.ts';
import { ArchiveBad, type OpenArchive, openArchive } from './archive/archive-reading.ts';
import { keyPaths } from './archive/kept-keys.ts';
import { passphraseFrom } from './archive/passphrase.ts';
import { progressLine } from './archive/progress-line.ts';
import { RestoreRefused, restoreArchive } from './archive/restore.ts';
import { settleJournal } from './archive/restored-journal.ts';
import { type ArchiveWords, archiveWords } from './archive/words.ts';

/** Resolves with the exit code: 1 when it can't be done or the journal doesn't hold, 2 when the call itself is wrong. */
export async function run(args: string[]): Promise<number> {
  const words = archiveWords(process.env);
  const call = callFrom(args);
  if (!call) {
    console.error(words.restoreUsage);
    return 2;
  }
  let archive: OpenArchive | null = null;
  try {
    archive = await openArchive(call.file, await passphraseFrom(call.passphraseFile, process.env));
    const line = progressLine();
    await archive.check((done, of) => line.show(done, of, call.file));
    line.clear();
    const { made, hubs, postgres } = archive.manifest;
    console.log(words.whole(made, hubs.length, postgres));
    return call.check ? 0 : await bringBack(archive, call, words);
  } catch (error) {
    if (error instanceof ArchiveBad) console.error(words.bad[error.why] + (error.at ? ` (${error.at})` : ''));
    else if (error instanceof RestoreRefused) console.error(words.refused[error.why](error.at));
    else throw error;
    return 1;
  } finally {
    await archive?.close();
  }
}

interface Call {
  file: string;
  check: boolean;
  goOn: boolean;
  newKey: boolean;
  checkpoints: string[];
  passphraseFile: string | undefined;
  settings: Settings;
}

function callFrom(args: string[]): Call | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        check: { type: 'boolean' },
        'continue-journal': { type: 'boolean' },
        'new-key': { type: 'boolean' },
        checkpoint: { type: 'string', multiple: true },
        'passphrase-file': { type: 'string' },
      },
    });
    const [file, ...more] = positionals;
    const goOn = values['continue-journal'] === true;
    const newKey = values['new-key'] === true;
    const checkpoints = values.checkpoint ?? [];
    if (file === undefined || more.length > 0 || (goOn && (newKey || checkpoints.length > 0))) return null;
    const settings = settingsFrom(values.data ? ['--data', values.data] : [], process.env);
    const passphraseFile = values['passphrase-file'];
    return { file, check: values.check === true, goOn, newKey, checkpoints, passphraseFile, settings };
  } catch (error) {
    if (error instanceof SettingMistake) throw error;
    return null;
  }
}

async function bringBack(archive: OpenArchive, call: Call, words: ArchiveWords): Promise<number> {
  const { settings } = call;
  // Read before anything is written: an address that doesn't answer must not leave a town half settled.
  const published = await Promise.all(call.checkpoints.map(noteAt));
  const log = (line: string) => console.error(line);
  const access = await openDatabase(settings, { log });
  const line = progressLine();
  try {
    openFiles(settings.files, settings.dataDir);
    const report = await restoreArchive(archive, {
      owner: access.owner,
      app: access.app,
      store: openedFiles().store,
      keyPaths: keyPaths(settings.dataDir, process.env),
      newKey: call.newKey,
      log,
      progress: line.show,
    });
    line.clear();
    console.log(words.restored(report));
    const holds = await settleJournals(access, call, published, words);
    console.log(words.leaversAgain);
    if (!process.env.MINNA_SECRET && !existsSync(keyPaths(settings.dataDir, process.env).secret))
      console.log(words.noSecret);
    if (holds) console.log(words.next);
    return holds ? 0 : 1;
  } finally {
    await access.embedded?.stop();
  }
}

async function settleJournals(
  access: DatabaseAccess,
  { settings, goOn }: Call,
  published: readonly string[],
  words: ArchiveWords,
): Promise<boolean> {
  const key = await loadSigningKey(keyPaths(settings.dataDir, process.env).journal);
  const hubwise = new Hubwise({ connection: access.app, max: 2, applicationName: 'minna restore', onError: () => {} });
  try {
    const hubs = new HubDirectory(hubwise, settings.origin);
    await hubs.load();
    let holds = true;
    for (const hub of hubs.all()) {
      const now = clockFor(null)();
      const { origin, report } = await settleJournal(hub, { hubwise, key, now, goOn, published });
      if (origin === null || report === null) console.log(words.journalEmpty(hub.key));
      else if (report.holds) console.log(words.journalHolds(origin, report.checkpoint.size));
      else console.error(words.journalBroken(origin));
      holds &&= report?.holds ?? true;
    }
    return holds;
  } finally {
    await hubwise.close();
  }
}

/** A signed head: of a file, of a mirror's folder, or of a town's address. */
async function noteAt(place: string): Promise<string> {
  const isFile = !/^https?:\/\//.test(place) && (await stat(place)).isFile();
  const note = isFile ? await readFile(place, 'utf8') : await readText(openSource(place), 'checkpoint');
  if (note === null) throw new SettingMistake(`${place}: no checkpoint`);
  return note;
}
