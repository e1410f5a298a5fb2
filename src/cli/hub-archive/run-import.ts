/** `./minna hub import FILE --host HOST`: X8, X12, a town of another deployment into this one. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Seal } from '#commons/accounts/seal.ts';
import { closeStepSecret } from '#commons/accounts/second-step/carried-secret.ts';
import { files as openedFiles, openFiles } from '#commons/files/setting.ts';
import { HubMistake } from '#commons/hubs/index.ts';
import { journalKey } from '#commons/journal/opened.ts';
import { bringUpToDate, openDatabase } from '../../database-access.ts';
import { secretFor } from '../../secret.ts';
import { clockFor, type Settings, settingsFrom } from '../../settings.ts';
import { openTownJournal, WrongJournalKey } from '../../town-journal.ts';
import { ArchiveBad, type OpenArchive, openArchive } from '../archive/archive-reading.ts';
import { passphraseFrom } from '../archive/passphrase.ts';
import { progressLine } from '../archive/progress-line.ts';
import { archiveWords } from '../archive/words.ts';
import { importHub, meetVersion } from './import-hub.ts';
import { layOutLog } from './kept-log.ts';
import { ImportRefused } from './refusals.ts';
import { hubArchiveWords } from './words.ts';

interface Call {
  file: string;
  host: string;
  key: string | null;
  passphraseFile: string | undefined;
  settings: Settings;
}

/** Resolves with the exit code: 1 when it can't be done, 2 when the call itself is wrong. */
export async function run(args: string[]): Promise<number> {
  const words = hubArchiveWords(process.env);
  const call = callFrom(args);
  if (!call) {
    console.error(words.importUsage);
    return 2;
  }
  let archive: OpenArchive | null = null;
  const line = progressLine();
  try {
    archive = await openArchive(call.file, await passphraseFrom(call.passphraseFile, process.env));
    await archive.check((done, of) => line.show(done, of, call.file));
    await bringIn(archive, call, line);
    return 0;
  } catch (error) {
    const why = sentenceFor(error);
    if (why === null) throw error;
    console.error(`${why}\n${words.nothingChanged}`);
    return 1;
  } finally {
    line.clear();
    await archive?.close();
  }
}

function sentenceFor(error: unknown): string | null {
  if (error instanceof ArchiveBad) return archiveWords(process.env).bad[error.why] + (error.at ? ` (${error.at})` : '');
  if (error instanceof ImportRefused) return hubArchiveWords(process.env).notImported[error.why](error.at);
  return error instanceof HubMistake || error instanceof WrongJournalKey ? error.message : null;
}

function callFrom(args: string[]): Call | null {
  const options = {
    host: { type: 'string' },
    key: { type: 'string' },
    'passphrase-file': { type: 'string' },
    data: { type: 'string' },
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: typeof options }>>;
  try {
    parsed = parseArgs({ args, allowPositionals: true, options });
  } catch {
    return null;
  }
  const { values, positionals } = parsed;
  const [file, ...more] = positionals;
  if (file === undefined || !values.host || more.length > 0) return null;
  const settings = settingsFrom(values.data ? ['--data', values.data] : [], process.env);
  return { file, host: values.host, key: values.key ?? null, passphraseFile: values['passphrase-file'], settings };
}

async function bringIn(
  archive: OpenArchive,
  { host, key, settings }: Call,
  line: ReturnType<typeof progressLine>,
): Promise<void> {
  const words = hubArchiveWords(process.env);
  const log = (text: string) => console.error(text);
  const access = await openDatabase(settings, { log, join: true, make: true });
  try {
    const isOlder = await meetVersion(archive, access);
    if (!isOlder) await bringUpToDate(access, log);
    await openTownJournal(access.direct, settings.dataDir, process.env);
    openFiles(settings.files, settings.dataDir);
    const seal = new Seal(secretFor(settings.dataDir, process.env));
    const report = await importHub(archive, {
      app: access.direct,
      store: openedFiles().store,
      host,
      key,
      firstOrigin: settings.origin,
      signing: journalKey(),
      closeStep: (accountId, secret) => closeStepSecret(seal, accountId, secret),
      now: clockFor(settings.today)(),
      progress: line.show,
    });
    line.clear();
    if (isOlder) await bringUpToDate(access, log);
    console.log(words.imported(report));
    const folder = await layOutLog(archive, join(settings.dataDir, 'journals'), report.key);
    if (folder !== null) console.log(words.oldLog(folder));
    console.log(words.after);
  } finally {
    await access.embedded?.stop();
  }
}
