/** `./minna search rebuild`: X7, makes the index of the search anew beside the one that is read. Also beside a running town. */
import { parseArgs } from 'node:util';
import { rebuildIndex } from '#commons/search/index.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import { formatNumber } from '#kernel/dates.ts';
import '../happenings.ts';
import { SettingMistake, settingsFrom } from '../settings.ts';
import { hubNamed, type OperatorCall, operate } from './operator-call.ts';

const USAGE = 'Usage: ./minna search rebuild [--hub KEY] [--data DIR]';

/** Resolves with the exit code, see `operate`. */
export function run(args: string[]): Promise<number> {
  return operate({ name: 'search', read: () => callFrom(args), work: rebuild });
}

/** @throws SettingMistake with a sentence for the operator */
export function callFrom(args: string[]): OperatorCall {
  const { values, positionals } = parse(args);
  if (positionals.length !== 1 || positionals[0] !== 'rebuild') throw new SettingMistake(USAGE);
  const settings = settingsFrom(values.data ? ['--data', values.data] : [], process.env);
  return { hubKey: values.hub ?? null, settings };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { hub: { type: 'string' }, data: { type: 'string' } } });
  } catch {
    throw new SettingMistake(USAGE);
  }
}

async function rebuild(hubwise: Hubwise, { hubKey, settings }: OperatorCall): Promise<number> {
  const hub = await hubNamed(hubwise, hubKey, settings.origin);
  const entries = await rebuildIndex(hubwise, hub.id, (progress) =>
    console.log(`${formatNumber(progress.entries)} entries`),
  );
  console.log(`The search of ${hub.key} finds ${formatNumber(entries)} entries.`);
  return 0;
}
