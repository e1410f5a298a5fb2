/** `./minna hub add`: another town in this deployment, beside a running one or not; `./minna hub list`: those there are. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  type AddMeans,
  addHub,
  defaultRules,
  HubDirectory,
  HubMistake,
  inThreeLanguages,
  type NewHub,
  originFrom,
  rulesFrom,
} from '#commons/hubs/index.ts';
import { openInvitations } from '#commons/new-towns/index.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { formatDateTime } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { bringUpToDate, openDatabase } from '../database-access.ts';
import { eventParts } from '../event-parts.ts';
import { clockFor, SettingMistake, type Settings, settingsFrom } from '../settings.ts';

const USAGE = `Usage: ./minna hub add KEY --host HOST --name NAME [--name-easy N] [--name-en N]
         [--tagline T] [--tagline-easy T] [--tagline-en T] [--town T] [--town-easy T] [--town-en T]
         [--rules FILE.json] [--reason TEXT] [--data DIR]
       ./minna hub invite --host HOST [--days N | --withdraw] [--data DIR]
       ./minna hub list [--data DIR]
       ./minna hub export KEY FILE --public [--data DIR]
       ./minna hub export KEY FILE --private --passphrase-file FILE [--data DIR]
       ./minna hub import FILE --host HOST [--key KEY] [--passphrase-file FILE] [--data DIR]
       ./minna hub close KEY --moved-to ORIGIN [--force] [--data DIR]
       ./minna hub open KEY [--data DIR]`;

const TAGLINE: Record<Lang, string> = {
  ja: '協働のひろば',
  easy: 'みんなの ひろば',
  en: 'where everybody takes part',
};
const TOWN: Record<Lang, string> = { ja: 'このまち', easy: 'この まち', en: 'this town' };
const REASON = 'はじめのルール';
const OPTIONS = ['host', 'name', 'tagline', 'town', 'rules', 'reason', 'data'] as const;
const IN_LANGUAGES = ['name', 'tagline', 'town'].flatMap((part) => [`${part}-easy`, `${part}-en`]);

/** Resolves with the exit code: 1 when it can't be done, 2 when the call itself is wrong. */
export async function run(args: string[]): Promise<number> {
  const [what, ...rest] = args;
  if (what === 'export' && rest.includes('--public'))
    return (await import('./hub-archive/run-open-export.ts')).run(rest);
  if (what === 'export') return (await import('./hub-archive/run-export.ts')).run(rest);
  if (what === 'close' || what === 'open') return (await import('./hub-archive/run-close.ts')).run(what, rest);
  if (what === 'invite') return (await import('./hub-invite.ts')).run(rest);
  if (what === 'import') return (await import('./hub-archive/run-import.ts')).run(rest);
  let call: Call;
  try {
    call = callFrom(args);
  } catch (error) {
    if (!(error instanceof SettingMistake)) throw error;
    console.error(error.message);
    return 2;
  }
  try {
    await carryOut(call);
    return 0;
  } catch (error) {
    if (!(error instanceof HubMistake)) throw error;
    console.error(error.message);
    return 1;
  }
}

interface Call {
  settings: Settings;
  /** null: list them */
  key: string | null;
  values: Readonly<Record<string, string | undefined>>;
}

/** @throws SettingMistake with a sentence for the operator */
export function callFrom(args: string[]): Call {
  const { values, positionals } = parse(args);
  const [what, key, ...more] = positionals;
  const isAdd = what === 'add' && key !== undefined && more.length === 0 && values.host && values.name;
  if (!isAdd && !(what === 'list' && key === undefined)) throw new SettingMistake(USAGE);
  const settings = settingsFrom(values.data ? ['--data', values.data] : [], process.env);
  return { settings, key: isAdd ? key : null, values };
}

function parse(args: string[]) {
  const names = [...OPTIONS, ...IN_LANGUAGES];
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    });
    return { values: values as Record<string, string | undefined>, positionals };
  } catch {
    throw new SettingMistake(USAGE);
  }
}

async function carryOut({ settings, key, values }: Call): Promise<void> {
  const wanted = key === null ? null : await newHub(key, values);
  const access = await openDatabase(settings, { log: (line) => console.error(line), join: true });
  const hubwise = new Hubwise({ connection: access.app, max: 2, applicationName: 'minna hub', onError: () => {} });
  try {
    await bringUpToDate(access, () => {});
    const now = clockFor(settings.today)();
    if (wanted === null) await list(hubwise, settings.origin, now);
    else await add(hubwise, wanted, { now, firstOrigin: settings.origin, events: eventParts });
  } finally {
    await hubwise.close();
    await access.embedded?.stop();
  }
}

async function list(hubwise: Hubwise, origin: string | null, now: Date): Promise<void> {
  const hubs = new HubDirectory(hubwise, origin);
  await hubs.load();
  for (const { key, origin: at, name, rulesVersion, movedTo } of hubs.all())
    console.log(`${key}\t${at}\t${name.ja}\trules ${rulesVersion}${movedTo ? `\tmoved to ${movedTo}` : ''}`);
  for (const { host, endsAt } of await hubwise.deployment((db) => openInvitations(db, now)))
    console.log(`invited\t${host}\tuntil ${formatDateTime(endsAt, 'en', 'short')}`);
}

async function add(hubwise: Hubwise, hub: NewHub, means: AddMeans): Promise<void> {
  await addHub(hubwise, hub, means);
  const at = originFrom(hub.host);
  console.log(`${hub.name.ja} is made. Running processes know it within a minute: ${at}`);
  console.log(
    `Next: lead ${new URL(at).host} to this server, sign up there, and name the secretariat:\n  ./minna appoint EMAIL --organisation NAME --kind body --secretariat --hub ${hub.key}`,
  );
}

/** @throws HubMistake */
async function newHub(key: string, values: Call['values']): Promise<NewHub> {
  const inThree = (part: string, fallback: Record<Lang, string>) =>
    inThreeLanguages({ ja: values[part], easy: values[`${part}-easy`], en: values[`${part}-en`] }, fallback);
  const name = values.name!.trim();
  const rules = values.rules ? rulesFrom(await readRules(values.rules), defaultRules) : defaultRules;
  return {
    key,
    host: values.host!,
    name: inThree('name', { ja: name, easy: name, en: name }),
    tagline: inThree('tagline', TAGLINE),
    town: inThree('town', TOWN),
    rules,
    reason: values.reason?.trim() || REASON,
  };
}

async function readRules(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new HubMistake(`The rules can't be read: ${(error as Error).message}`);
  }
}
