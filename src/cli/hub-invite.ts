/** X11: `./minna hub invite --host HOST`: an address, told once, at which one person makes one town on a page and becomes its secretariat. */
import { parseArgs } from 'node:util';
import { hashOf, newToken } from '#commons/accounts/index.ts';
import { HubMistake } from '#commons/hubs/index.ts';
import { daysFrom, invitationAddress, inviteTown, MOST_DAYS, withdrawInvitation } from '#commons/new-towns/index.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import { formatDateTime } from '#kernel/dates.ts';
import { clockFor, SettingMistake, settingsFrom } from '../settings.ts';
import { CannotBe, hubNamed, type OperatorCall, operate } from './operator-call.ts';

const USAGE = `Usage: ./minna hub invite --host HOST [--days N] [--data DIR]      N from 1 to ${MOST_DAYS}, 7 unless given
       ./minna hub invite --host HOST --withdraw [--data DIR]`;

interface Call extends OperatorCall {
  host: string;
  /** null: the open invitation is withdrawn */
  days: number | null;
}

/** Resolves with the exit code, see `operate`. */
export function run(args: string[]): Promise<number> {
  return operate({ name: 'hub invite', read: () => callFrom(args), work: carryOut });
}

/** @throws SettingMistake with a sentence for the operator */
export function callFrom(args: string[]): Call {
  const values = parse(args);
  const host = values.host?.trim();
  if (!host || (values.withdraw && values.days !== undefined)) throw new SettingMistake(USAGE);
  const settings = settingsFrom(values.data ? ['--data', values.data] : [], process.env);
  return { host, days: values.withdraw ? null : daysFrom(values.days), hubKey: null, settings };
}

function parse(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ args, options: { host: text, days: text, withdraw: { type: 'boolean' }, data: text } }).values;
  } catch {
    throw new SettingMistake(USAGE);
  }
}

async function carryOut(hubwise: Hubwise, { host, days, settings }: Call): Promise<number> {
  const now = clockFor(settings.today)();
  try {
    if (days === null) await withdraw(hubwise, host, now);
    else await invite(hubwise, { host, days, now, firstOrigin: settings.origin });
    return 0;
  } catch (error) {
    throw error instanceof HubMistake ? new CannotBe(error.message) : error;
  }
}

async function invite(
  hubwise: Hubwise,
  { host, days, now, firstOrigin }: { host: string; days: number; now: Date; firstOrigin: string | null },
): Promise<void> {
  const first = await hubNamed(hubwise, null, firstOrigin);
  const token = newToken();
  const made = await hubwise.deployment((db) => inviteTown(db, { host, days, tokenHash: hashOf(token), now }));
  console.log(invitationAddress(first.origin, token));
  console.error(
    `Whoever has this address may make one town at ${made.host} until ${formatDateTime(made.endsAt, 'en', 'short')}, and is its secretariat. It isn't shown again. Lead ${new URL(made.host).host} to this server.`,
  );
}

async function withdraw(hubwise: Hubwise, host: string, now: Date): Promise<void> {
  await hubwise.deployment((db) => withdrawInvitation(db, { host, now }));
  console.log(`The invitation for ${host} is withdrawn.`);
}
