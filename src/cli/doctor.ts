/** `./minna doctor`: X12, looks at everything a town stands on and says, line by line, what is well and what to do about the rest. */
import { existsSync } from 'node:fs';
import { files as openedFiles, openFiles } from '#commons/files/setting.ts';
import { HubDirectory } from '#commons/hubs/index.ts';
import { loadSigningKey, openJournal } from '#commons/journal/index.ts';
import { hasHome } from '#db/embedded/index.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { type DatabaseAccess, openDatabase } from '../database-access.ts';
import { clockFor, SettingMistake, type Settings, settingsFrom } from '../settings.ts';
import { keyPaths } from './archive/kept-keys.ts';
import { verifyStored } from './archive/restored-journal.ts';
import { checkAddress } from './doctor/address-check.ts';
import { checkDatabase, checkListening } from './doctor/database-checks.ts';
import { type Finding, ill, note, well } from './doctor/finding.ts';
import { keysInUse } from './doctor/keys-in-use.ts';
import {
  checkDisk,
  checkFiles,
  checkKeys,
  checkMail,
  checkTimeZone,
  checkWeb,
  reason,
} from './doctor/machine-checks.ts';
import { checkReplica } from './doctor/replica-check.ts';
import { doctorWords } from './doctor/words.ts';

const MARKS = { well: '✓', ill: '✗', note: '–' } as const;

/** Resolves with the exit code: 0 well, 1 something is to be mended, 2 wrong usage. */
export async function run(args: string[]): Promise<number> {
  const words = doctorWords(process.env);
  let settings: Settings;
  try {
    settings = settingsFrom(args, process.env);
  } catch (error) {
    if (!(error instanceof SettingMistake)) throw error;
    console.error(`${error.message}\n${words.usage}`);
    return 2;
  }
  let ills = 0;
  const say = (findings: readonly Finding[]) => {
    for (const finding of findings) {
      if (finding.state === 'ill') ills += 1;
      console.log(`${MARKS[finding.state]} ${words.sentence(finding)}`);
    }
  };
  await examine(settings, say);
  console.log(`\n${ills === 0 ? words.healthy : words.ailing(ills)}`);
  return ills === 0 ? 0 : 1;
}

async function examine(settings: Settings, say: (findings: readonly Finding[]) => void): Promise<void> {
  const { secret, ...files } = keyPaths(settings.dataDir, process.env);
  // One that stands in the environment needs no file.
  const paths = process.env.MINNA_SECRET ? files : { ...files, secret };
  say([checkTimeZone()]);
  if (existsSync(settings.dataDir)) {
    say(await checkDisk([settings.dataDir]));
    say([await checkStore(settings)]);
  }
  const mail = await checkMail(process.env);
  const web = await checkWeb(settings.host, settings.port);
  say([mail, web]);
  const runs = web.state !== 'note';
  // Looking at a folder must not make a town in it.
  if (!settings.databaseUrl && !hasHome(settings.dataDir)) {
    const where = { folder: settings.dataDir, ...(runs ? { address: web.with.address! } : {}) };
    say([...(await checkKeys(paths)), (runs ? ill : note)('database', where)]);
    return;
  }
  let access: DatabaseAccess;
  try {
    access = await openDatabase(settings, { log: () => {}, join: true });
  } catch (error) {
    say([...(await checkKeys(paths)), databaseIll(error)]);
    return;
  }
  try {
    if (access.embedded) say(await checkDisk([access.embedded.socketFolder]));
    const keys = await checkKeys(paths, await keysInUse(access.app));
    say(keys);
    const found = await checkDatabase(access.app, clockFor(null));
    say(found.map((one) => inItsPlace(one, mail, web)));
    say([await checkListening(access.direct)]);
    if (access.replica) say([await checkReplica(access.direct, access.replica)]);
    // A key that can't be used was told already.
    const usable = keys.some((one) => one.state === 'well' && one.with.path === paths.journal);
    if (usable) await checkTowns(access, settings, paths.journal, say);
  } catch (error) {
    say([databaseIll(error)]);
  } finally {
    await access.embedded?.stop();
  }
}

/** A folder of somebody else's can't even be looked into. */
async function checkStore(settings: Settings): Promise<Finding> {
  try {
    openFiles(settings.files, settings.dataDir);
  } catch (error) {
    return ill('files', { why: reason(error) });
  }
  return checkFiles(openedFiles().store);
}

/** Our own refusals say what to do; what the server or the network said is explained. */
function databaseIll(error: unknown): Finding {
  const coded = error instanceof Error && ('code' in error || /timeout|terminated/i.test(error.message));
  return ill('database', coded ? { why: reason(error) } : { said: reason(error) });
}

/** What one thing means beside another: without a mail server letters wait as they should; pages without a worker are half a town. */
function inItsPlace(one: Finding, mail: Finding, web: Finding): Finding {
  if (one.check === 'letters' && mail.state === 'note') return note('letters', one.with);
  if (one.check === 'workers' && one.state === 'note' && web.state === 'well') return ill('workers');
  return one;
}

async function checkTowns(
  access: DatabaseAccess,
  settings: Settings,
  keyPath: string,
  say: (findings: readonly Finding[]) => void,
): Promise<void> {
  openJournal(await loadSigningKey(keyPath));
  const hubwise = new Hubwise({ connection: access.app, max: 2, applicationName: 'minna doctor', onError: () => {} });
  try {
    const hubs = new HubDirectory(hubwise, settings.origin);
    await hubs.load();
    for (const hub of hubs.all()) {
      const { origin, report } = await verifyStored(hubwise, hub);
      if (origin === null || report === null) say([note('journal', { hub: hub.key })]);
      else if (report.holds) say([well('journal', { origin, size: report.checkpoint.size })]);
      else {
        const why = report.findings.filter(({ verdict }) => verdict === 'fails').map(({ check }) => check);
        say([ill('journal', { origin, why: why.join(', ') })]);
      }
      // A demo is on this machine alone, and at whatever port.
      if (!hub.isDemo && !hub.movedTo) say([await checkAddress(hub.origin, origin)]);
    }
  } finally {
    await hubwise.close();
  }
}
