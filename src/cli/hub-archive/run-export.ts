/** `./minna hub export KEY FILE --private`: X8, X12, one town as a sealed file. */
import { parseArgs } from 'node:util';
import { Seal } from '#commons/accounts/seal.ts';
import { openStepSecret } from '#commons/accounts/second-step/carried-secret.ts';
import { files as openedFiles, openFiles } from '#commons/files/setting.ts';
import { loadSigningKey } from '#commons/journal/index.ts';
import { openDatabase } from '../../database-access.ts';
import { clockFor, type Settings, settingsFrom } from '../../settings.ts';
import { ArchiveExists } from '../archive/archive-file.ts';
import { keyPaths, readKeys } from '../archive/kept-keys.ts';
import { passphraseFrom } from '../archive/passphrase.ts';
import { progressLine } from '../archive/progress-line.ts';
import { SHORTEST_PASSPHRASE } from '../archive/sealing.ts';
import { archiveWords } from '../archive/words.ts';
import { minnaVersion } from '../backup.ts';
import { ExportRefused, type ExportReport, exportHub } from './export-hub.ts';
import { hubArchiveWords } from './words.ts';

interface Call {
  key: string;
  file: string;
  passphraseFile: string | undefined;
  settings: Settings;
}

/** Resolves with the exit code: 1 when it can't be done, 2 when the call itself is wrong. */
export async function run(args: string[]): Promise<number> {
  const words = hubArchiveWords(process.env);
  const call = callFrom(args);
  if (!call) return say(words.exportUsage, 2);
  const passphrase = await passphraseFrom(call.passphraseFile, process.env);
  if (passphrase === null) return say(words.noPassphrase, 2);
  if (passphrase.length < SHORTEST_PASSPHRASE)
    return say(archiveWords(process.env).shortPassphrase(SHORTEST_PASSPHRASE), 2);
  try {
    const report = await make(call, passphrase);
    if (report.gone > 0) console.error(archiveWords(process.env).gone(report.gone));
    console.log(words.exported(call.file, report));
    return 0;
  } catch (error) {
    if (error instanceof ExportRefused) return say(words.notExported[error.why], 1);
    if (error instanceof ArchiveExists) return say(archiveWords(process.env).exists(error.file), 1);
    throw error;
  }
}

function say(text: string, code: number): number {
  console.error(text);
  return code;
}

function callFrom(args: string[]): Call | null {
  const options = {
    private: { type: 'boolean' },
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
  const [key, file, ...more] = positionals;
  if (!values.private || key === undefined || file === undefined || more.length > 0) return null;
  const settings = settingsFrom(values.data ? ['--data', values.data] : [], process.env);
  return { key, file, passphraseFile: values['passphrase-file'], settings };
}

async function make({ key, file, settings }: Call, passphrase: string): Promise<ExportReport> {
  const access = await openDatabase(settings, { log: (line) => console.error(line), join: true });
  const line = progressLine();
  try {
    openFiles(settings.files, settings.dataDir);
    const paths = keyPaths(settings.dataDir, process.env);
    const keys = await readKeys(paths);
    // Read, never made: a secret or a key that is made now would open nothing.
    const secret = process.env.MINNA_SECRET || keys.get('secret')?.toString('utf8').trim();
    const seal = secret ? new Seal(secret) : null;
    return await exportHub(file, {
      app: access.direct,
      key,
      store: openedFiles().store,
      passphrase,
      signing: keys.has('journal') ? await loadSigningKey(paths.journal) : null,
      openStep: (accountId, sealed) => seal && openStepSecret(seal, accountId, sealed),
      minna: minnaVersion(),
      now: clockFor(null)(),
      progress: line.show,
    });
  } finally {
    line.clear();
    await access.embedded?.stop();
  }
}
