/** `./minna unlock EMAIL`: takes the second step off an account whose owner has lost telephone and recovery codes. Also beside a running town. */
import { parseArgs } from 'node:util';
import { meansOf, unlockAccount } from '#commons/accounts/index.ts';
import { HubDirectory } from '#commons/hubs/index.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { openDatabase } from '../database-access.ts';
import { clockFor, SettingMistake, type Settings, settingsFrom } from '../settings.ts';

const USAGE = 'Usage: ./minna unlock EMAIL [--hub KEY] [--data DIR]\nMake sure first that it is the owner who asks.';

const SENTENCES = {
  unlocked: (email: string) =>
    `${email} signs in by password or passkey alone again; every session has ended, and a letter says so.`,
  'no-account': (email: string) => `Nobody has signed up with ${email}.`,
  'no-second-step': (email: string) => `${email} has no second step.`,
};

interface Call {
  email: string;
  hubKey: string | null;
  settings: Settings;
}

/** Resolves with the exit code: 1 when it can't be done, 2 when the call itself is wrong. */
export async function run(args: string[]): Promise<number> {
  let call: Call;
  try {
    call = callFrom(args);
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
  const access = await openDatabase(call.settings, { log: (line) => console.error(line), join: true });
  const hubwise = new Hubwise({ connection: access.app, max: 2, applicationName: 'minna unlock', onError: () => {} });
  try {
    return await carryOut(hubwise, call);
  } finally {
    await hubwise.close();
    await access.embedded?.stop();
  }
}

/** @throws SettingMistake with a sentence for the operator */
export function callFrom(args: string[]): Call {
  const { values, positionals } = parse(args);
  const [email, ...more] = positionals;
  if (!email?.includes('@') || more.length > 0) throw new SettingMistake(USAGE);
  const settings = settingsFrom(values.data ? ['--data', values.data] : [], process.env);
  return { email, hubKey: values.hub ?? null, settings };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { hub: { type: 'string' }, data: { type: 'string' } } });
  } catch {
    throw new SettingMistake(USAGE);
  }
}

async function carryOut(hubwise: Hubwise, { email, hubKey, settings }: Call): Promise<number> {
  const hubs = new HubDirectory(hubwise, settings.origin);
  await hubs.load();
  const hub = hubs.all().find(({ key }) => hubKey === null || key === hubKey);
  if (!hub) {
    console.error(`There is no town ${hubKey ?? ''}. See ./minna hub list`);
    return 1;
  }
  const now = clockFor(settings.today)();
  const outcome = await hubwise.write(hub.id, (db) => unlockAccount(db, hub, email, meansOf({ now })));
  (outcome === 'unlocked' ? console.log : console.error)(SENTENCES[outcome](email));
  return outcome === 'unlocked' ? 0 : 1;
}
