/** `./minna migrate`: brings the database up to date, also beside a running town. */
import { bringUpToDate, openDatabase } from '../database-access.ts';
import { SettingMistake, settingsFrom } from '../settings.ts';

/** Resolves with the exit code: 1 when a migration fails, 2 when the call itself is wrong. */
export async function run(args: string[]): Promise<number> {
  const log = (line: string) => console.log(line);
  try {
    const access = await openDatabase(settingsFrom(args, process.env), { log, join: true });
    try {
      await bringUpToDate(access, log);
    } finally {
      await access.embedded?.stop();
    }
    log('The database is up to date.');
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return error instanceof SettingMistake ? 2 : 1;
  }
}
