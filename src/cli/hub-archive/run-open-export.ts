/** `./minna hub export KEY FILE --public`: X8, what everybody may read of a town as one open file. */
import { parseArgs } from 'node:util';
import { loadSigningKey } from '#commons/journal/index.ts';
import { Hubwise } from '#kernel/database/database.ts';
import '../../modules.ts';
import { openDatabase } from '../../database-access.ts';
import { clockFor, type Settings, settingsFrom } from '../../settings.ts';
import { ArchiveExists } from '../archive/archive-file.ts';
import { keyPaths, readKeys } from '../archive/kept-keys.ts';
import { progressLine } from '../archive/progress-line.ts';
import { archiveWords } from '../archive/words.ts';
import { minnaVersion } from '../backup.ts';
import { CannotBe, hubNamed } from '../operator-call.ts';
import { exportOpen, type OpenExportReport } from './export-open.ts';
import { hubArchiveWords } from './words.ts';

interface Call {
  key: string;
  file: string;
  settings: Settings;
}

/** Resolves with the exit code: 1 when it can't be done, 2 when the call itself is wrong. */
export async function run(args: string[]): Promise<number> {
  const words = hubArchiveWords(process.env);
  const call = callFrom(args);
  if (!call) {
    console.error(words.openExportUsage);
    return 2;
  }
  try {
    console.log(words.openExported(call.file, await make(call)));
    return 0;
  } catch (error) {
    if (error instanceof ArchiveExists) console.error(archiveWords(process.env).exists(error.file));
    else if (error instanceof CannotBe) console.error(words.notExported.unknown);
    else throw error;
    return 1;
  }
}

function callFrom(args: string[]): Call | null {
  const options = { public: { type: 'boolean' }, data: { type: 'string' } } as const;
  let parsed: ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: typeof options }>>;
  try {
    parsed = parseArgs({ args, allowPositionals: true, options });
  } catch {
    return null;
  }
  const [key, file, ...more] = parsed.positionals;
  if (key === undefined || file === undefined || more.length > 0) return null;
  const { data } = parsed.values;
  return { key, file, settings: settingsFrom(data ? ['--data', data] : [], process.env) };
}

async function make({ key, file, settings }: Call): Promise<OpenExportReport> {
  const access = await openDatabase(settings, { log: (line) => console.error(line), join: true });
  const connection = { ...access.direct, statement_timeout: 0 };
  const hubwise = new Hubwise({ connection, max: 2, applicationName: 'minna hub export', onError: () => {} });
  const line = progressLine();
  try {
    const hub = await hubNamed(hubwise, key, settings.origin);
    const paths = keyPaths(settings.dataDir, process.env);
    const keys = await readKeys(paths);
    const signing = keys.has('journal') ? await loadSigningKey(paths.journal) : null;
    const now = clockFor(settings.today)();
    return await exportOpen(file, hub, { hubwise, signing, minna: minnaVersion(), now, progress: line.show });
  } finally {
    line.clear();
    await hubwise.close();
    await access.embedded?.stop();
  }
}
