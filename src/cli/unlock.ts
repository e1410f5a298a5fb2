/** `./minna unlock EMAIL`: takes the second step off an account whose owner has lost telephone and recovery codes. Also beside a running town. */
import { parseArgs } from 'node:util';
import { meansOf, unlockAccount } from '#commons/accounts/index.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import { clockFor, SettingMistake, settingsFrom } from '../settings.ts';
import { hubNamed, type OperatorCall, operate } from './operator-call.ts';

const USAGE = 'Usage: ./minna unlock EMAIL [--hub KEY] [--data DIR]\nMake sure first that it is the owner who asks.';

const SENTENCES = {
  unlocked: (email: string) =>
    `${email} signs in by password or passkey alone again; every session has ended, and a letter says so.`,
  'no-account': (email: string) => `Nobody has signed up with ${email}.`,
  'no-second-step': (email: string) => `${email} has no second step.`,
};

interface Call extends OperatorCall {
  email: string;
}

/** Resolves with the exit code, see `operate`. */
export function run(args: string[]): Promise<number> {
  return operate({ name: 'unlock', read: () => callFrom(args), work: carryOut });
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
  const hub = await hubNamed(hubwise, hubKey, settings.origin);
  const now = clockFor(settings.today)();
  const outcome = await hubwise.write(hub.id, (db) => unlockAccount(db, hub, email, meansOf({ now })));
  (outcome === 'unlocked' ? console.log : console.error)(SENTENCES[outcome](email));
  return outcome === 'unlocked' ? 0 : 1;
}
