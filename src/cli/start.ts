/** `./minna start`: the town. One line with the address as soon as /readyz answers 200. */

import { openUnsubscribeKeys } from '#channels/mail/index.ts';
import { loadPushKey, openPush, pushKeyPath } from '#channels/push/index.ts';
import type { Provider } from '#commons/accounts/index.ts';
import { openFiles } from '#commons/files/setting.ts';
import { openLlm } from '#commons/language-model/setting.ts';
import { openReportKeys } from '#commons/moderation/report-key.ts';
import { apiSetting, openPrograms } from '#commons/programs/index.ts';
import { freeBytes } from '#db/embedded/index.ts';
import { onStop } from '#kernel/graceful.ts';
import { createLog, fileSink, type Log } from '#kernel/log.ts';
import { supervise } from '#kernel/supervisor.ts';
import {
  appAccessFor,
  bringUpToDate,
  type DatabaseAccess,
  openDatabase,
  refuseOrphanedKey,
} from '../database-access.ts';
import { prepareHub } from '../prepare-hub.ts';
import { secretFor } from '../secret.ts';
import { clockFor, SettingMistake, type Settings, settingsFrom } from '../settings.ts';
import { openTownJournal } from '../town-journal.ts';

/** How the web process tells its own worker, and nobody else, where the town's pages are. */
const LETTERS_ORIGIN = 'MINNA_LETTERS_ORIGIN';
const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

export async function run(args: string[]): Promise<number> {
  let settings: Settings;
  try {
    settings = settingsFrom(args, process.env);
  } catch (error) {
    if (!(error instanceof SettingMistake)) throw error;
    console.error(error.message);
    return 2;
  }
  if (settings.demo && !LOOPBACK.includes(settings.host)) {
    console.error('--demo signs anybody in as anybody, so it stays on this machine: leave --host away.');
    return 2;
  }
  return settings.role === 'worker' ? startWorkerOnly(settings) : startTown(settings);
}

async function startTown(settings: Settings): Promise<number> {
  const providers = await providersFor(settings);
  if (providers === null) return 2;
  const log = logFor(settings);
  const say = (line: string) => log.info(line);
  const now = clockFor(settings.today);
  // Loading the program takes as long as starting the database: both at once.
  const program = import('../web.ts');
  program.catch(() => {});
  refuseOrphanedKey(settings, process.env);
  const access = await openDatabase(settings, { log: say });
  await bringUpToDate(access, say);
  openFiles(settings.files, settings.dataDir);
  openLlm(settings.llm);
  openReportKeys(secretFor(settings.dataDir, process.env));
  const isDemo = await prepareHub({
    access,
    demo: settings.demo,
    origin: settings.demo ? originHere(settings) : settings.origin,
    now,
    log: say,
  });
  const { embedded } = access;
  await openTownJournal(access.app, settings.dataDir, process.env);
  const worker = settings.role === 'all' ? superviseWorker(settings, access, log) : null;
  openUnsubscribeKeys(secretFor(settings.dataDir, process.env));
  openPrograms(apiSetting(secretFor(settings.dataDir, process.env), process.env));
  openPush(await loadPushKey(pushKeyPath(settings.dataDir, process.env)));
  const { startWeb } = await program;
  const web = await startWeb({
    app: access.app,
    direct: access.direct,
    replica: access.replica,
    drainMs: settings.drainSeconds * 1000,
    port: settings.port,
    host: settings.host,
    origin: settings.origin,
    demo: settings.demo && isDemo,
    secret: secretFor(settings.dataDir, process.env),
    trustedProxies: settings.trustedProxies,
    metricsToken: settings.metricsToken,
    providers,
    accountsOrigin: settings.accountsOrigin,
    now,
    log,
    ...(embedded ? { freeBytes: () => freeBytes(embedded.socketFolder) } : {}),
    ...(worker ? { workerUp: () => worker.isUp() } : {}),
  });
  const stopped = onStop(
    [
      { name: 'web', run: () => web.stop() },
      { name: 'worker', run: async () => worker?.stop() },
      { name: 'database', run: async () => access.embedded?.stop() },
    ],
    { log },
  );
  await untilReady(web);
  console.log(`みんな Minna: ${web.address}`);
  return stopped;
}

/** X1: providers of OpenID Connect from the operator's file; null: it is wrong, and was told so. */
async function providersFor({ oidcFile }: Settings): Promise<Provider[] | null> {
  if (oidcFile === null) return [];
  const { loadProviders, ProviderMistake } = await import('#commons/accounts/index.ts');
  try {
    return loadProviders(oidcFile, process.env);
  } catch (error) {
    if (!(error instanceof ProviderMistake)) throw error;
    console.error(error.message);
    return null;
  }
}

/** The address that links in letters begin with: the operator's, or on one's own machine the one the browser shows. */
function originHere({ origin, host, port }: Settings): string | null {
  if (origin !== null || port === 0 || !LOOPBACK.includes(host)) return origin;
  return `http://localhost:${port}`;
}

/** The worker of `--role all` is a child of its own: a job that takes the process down doesn't take the town down. */
function superviseWorker(settings: Settings, access: DatabaseAccess, log: Log) {
  const origin = originHere(settings);
  const letters: Record<string, string> = origin === null ? {} : { [LETTERS_ORIGIN]: origin };
  const args = ['start', '--role', 'worker', ...(settings.today ? ['--today', settings.today] : [])];
  return supervise({
    script: new URL('../main.ts', import.meta.url).pathname,
    args: [...args, '--data', settings.dataDir, ...(settings.demo ? ['--demo'] : [])],
    env: access.embedded
      ? { ...letters, MINNA_SOCKET_FOLDER: access.embedded.socketFolder, DATABASE_URL: 'embedded:' }
      : { ...letters, DATABASE_URL: settings.databaseUrl ?? '' },
    log,
  });
}

/** The worker alone: beside the town as its child, or on a machine of its own. */
async function startWorkerOnly(settings: Settings): Promise<number> {
  const log = logFor(settings).child({ part: 'worker' });
  const now = clockFor(settings.today);
  const beside = appAccessFor(process.env);
  const { app, direct } = beside
    ? { app: beside, direct: beside }
    : await openDatabase(settings, { log: (line) => log.info(line) });
  await openTownJournal(app, settings.dataDir, process.env);
  openFiles(settings.files, settings.dataDir);
  openUnsubscribeKeys(secretFor(settings.dataDir, process.env));
  openPrograms(apiSetting(secretFor(settings.dataDir, process.env), process.env));
  openReportKeys(secretFor(settings.dataDir, process.env));
  openPush(await loadPushKey(pushKeyPath(settings.dataDir, process.env)));
  const { startWorker } = await import('../worker.ts');
  const worker = await startWorker({
    app,
    direct,
    origin: settings.origin,
    lettersOrigin: process.env[LETTERS_ORIGIN] || null,
    now,
    log,
  });
  return onStop([{ name: 'worker', run: () => worker.stop() }], { log });
}

/** Logs go to the error output: the one line with the address stands alone on the other. */
function logFor(settings: Settings): Log {
  const level = (process.env.MINNA_LOG_LEVEL ?? (settings.demo ? 'warn' : 'info')) as
    | 'debug'
    | 'info'
    | 'warn'
    | 'error';
  return createLog({ level, format: process.env.MINNA_LOG === 'text' ? 'text' : 'json', sink: fileSink(2) });
}

async function untilReady(web: { isReady(): Promise<boolean> }): Promise<void> {
  while (!(await web.isReady())) await new Promise((resolve) => setTimeout(resolve, 50));
}
