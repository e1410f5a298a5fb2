/** `./minna hub close KEY --moved-to ORIGIN` and `./minna hub open KEY`: X11, X12, a town that moved, at the place where it was. */
import { parseArgs } from 'node:util';
import { HubMistake, originFrom } from '#commons/hubs/index.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { bringUpToDate, openDatabase } from '../../database-access.ts';
import { eventParts } from '../../event-parts.ts';
import { clockFor, type Settings, settingsFrom } from '../../settings.ts';
import { CloseRefused, closeHub, reopenHub } from './close-hub.ts';
import { hubArchiveWords } from './words.ts';

interface Call {
  key: string;
  /** null: open it again */
  to: string | null;
  force: boolean;
  settings: Settings;
}

/** Resolves with the exit code: 1 when it can't be done, 2 when the call itself is wrong. */
export async function run(what: 'close' | 'open', args: string[]): Promise<number> {
  const words = hubArchiveWords(process.env);
  try {
    const call = callFrom(what, args);
    if (!call) {
      console.error(words.closeUsage);
      return 2;
    }
    await carryOut(call);
    console.log(call.to === null ? words.reopened(call.key) : words.closed(call.key, call.to));
    return 0;
  } catch (error) {
    if (error instanceof CloseRefused)
      console.error(`${words.notClosed[error.why](error.at)}\n${words.nothingChanged}`);
    else if (error instanceof HubMistake) console.error(error.message);
    else throw error;
    return 1;
  }
}

/** @throws HubMistake when the new address is none */
function callFrom(what: 'close' | 'open', args: string[]): Call | null {
  const options = {
    'moved-to': { type: 'string' },
    force: { type: 'boolean' },
    data: { type: 'string' },
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: typeof options }>>;
  try {
    parsed = parseArgs({ args, allowPositionals: true, options });
  } catch {
    return null;
  }
  const { values, positionals } = parsed;
  const [key, ...more] = positionals;
  const to = values['moved-to'];
  if (key === undefined || more.length > 0 || (what === 'close') !== (to !== undefined)) return null;
  const settings = settingsFrom(values.data ? ['--data', values.data] : [], process.env);
  return { key, to: to === undefined ? null : originFrom(to), force: values.force ?? false, settings };
}

async function carryOut({ key, to, force, settings }: Call): Promise<void> {
  const access = await openDatabase(settings, { log: (line) => console.error(line), join: true });
  // Looking through every table of a large town takes longer than a page may.
  const connection = { ...access.direct, statement_timeout: 0 };
  const hubwise = new Hubwise({ connection, max: 1, applicationName: 'minna hub', onError: () => {} });
  try {
    await bringUpToDate(access, () => {});
    const parts = { events: eventParts, now: clockFor(settings.today)() };
    if (to === null) await reopenHub(hubwise, key, parts);
    else await closeHub(hubwise, { key, to, force, accountsOrigin: settings.accountsOrigin }, parts);
  } finally {
    await hubwise.close();
    await access.embedded?.stop();
  }
}
