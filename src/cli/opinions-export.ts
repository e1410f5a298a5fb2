/**
 * F9, Export: `./minna opinions export DEBATE FOLDER` writes a debate in the CSV files that Polis publishes, beside a running town or
 * without one. DEBATE is its address or the short id in it.
 */
import { randomInt } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvLines } from '#channels/open-data/csv.ts';
import { conversationOf, exportWords } from '#commons/discussion-export/index.ts';
import { HubDirectory } from '#commons/hubs/index.ts';
import type { Hub } from '#kernel/context.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { parseRef } from '#kernel/ids.ts';
import { Refusal } from '#kernel/refusal.ts';
import { bringUpToDate, openDatabase } from '../database-access.ts';
import { SettingMistake, settingsFrom } from '../settings.ts';

export interface ExportCall {
  debate: string;
  folder: string;
  hub: string | null;
  data: string | null;
}

interface ExportTerminal {
  out(text: string): void;
  err(line: string): void;
}

/** Gives the exit code: 0 written, 1 not, 2 wrong call. Files that are there are never overwritten. */
export async function exportDebate(call: ExportCall, terminal: ExportTerminal): Promise<number> {
  const debateId = parseRef(
    decodeURIComponent(
      call.debate
        .replace(/[?#].*$/, '')
        .split('/')
        .at(-1) ?? '',
    ),
  );
  if (!debateId) {
    terminal.err(`"${call.debate}" is no debate: give its address, or the short id in it.`);
    return 2;
  }
  await mkdir(call.folder, { recursive: true });
  if ((await readdir(call.folder)).length > 0) {
    terminal.err(`${call.folder} is not empty: give a new folder.`);
    return 2;
  }
  const settings = settingsFrom(call.data ? ['--data', call.data] : [], process.env);
  const access = await openDatabase(settings, { log: (line) => terminal.err(line), join: true });
  const hubwise = new Hubwise({ connection: access.app, max: 2, applicationName: 'minna export', onError: () => {} });
  try {
    await bringUpToDate(access, () => {});
    const hub = await hubOf(hubwise, call.hub, settings.origin);
    const { title, files } = await hubwise.read(hub.id, (db) => conversationOf(db, hub, debateId, randomInt));
    for (const [name, rows] of files) {
      await pipeline(Readable.from(csvLines(rows())), createWriteStream(join(call.folder, name), { flags: 'wx' }));
    }
    terminal.out(`${title}\n${[...files.keys()].map((name) => join(call.folder, name)).join('\n')}\n`);
    return 0;
  } catch (error) {
    if (error instanceof SettingMistake) terminal.err(error.message);
    else if (error instanceof Refusal) terminal.err(whyNot(error));
    else throw error;
    return 1;
  } finally {
    await hubwise.close();
    await access.embedded?.stop();
  }
}

async function hubOf(hubwise: Hubwise, key: string | null, origin: string | null): Promise<Hub> {
  const directory = new HubDirectory(hubwise, origin);
  await directory.load();
  const hubs = directory.all();
  const hub = key === null && hubs.length === 1 ? hubs[0] : hubs.find((one) => one.key === key);
  if (!hub) throw new SettingMistake(`Say which town with --hub: ${hubs.map((one) => one.key).join(', ')}`);
  return hub;
}

function whyNot(refusal: Refusal): string {
  const [item] = refusal.all;
  if (item?.code !== 'too-few-voters') return 'There is no such debate in this town.';
  return exportWords('en').refusals['too-few-voters'](item.facts ?? {});
}
