/**
 * F9, Import: `./minna import-discussion FOLDER --title T` brings in a conversation in the CSV form that Polis publishes, as a debate
 * to read; beside a running town or without one. Exit code: 0 brought in, 1 not (and nothing was kept), 2 wrong call.
 */
import { parseArgs } from 'node:util';
import { debatePath } from '#commons/discussion/index.ts';
import {
  folderFiles,
  type Imported,
  ImportedBefore,
  ImportRefused,
  type ImportWords,
  importConversation,
  importWords,
  LICENCE_MAX,
  type Sources,
  sourcesOf,
  TITLE_MAX,
  TitleMissing,
  webAddress,
} from '#commons/discussion-import/index.ts';
import { HubDirectory } from '#commons/hubs/index.ts';
import type { Hub } from '#kernel/context.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { writeEvent } from '#kernel/event.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import { lengthOf } from '#kernel/text.ts';
import { bringUpToDate, type DatabaseAccess, openDatabase } from '../database-access.ts';
import { eventParts } from '../parts.ts';
import { prepareHub } from '../prepare-hub.ts';
import { clockFor, SettingMistake, type Settings, settingsFrom } from '../settings.ts';

/** The terminal; given by tests, else the process's own. */
export interface Terminal {
  environment: Record<string, string | undefined>;
  out(line: string): void;
  err(line: string): void;
  /** Overwrites one line where somebody watches, and adds one now and then where nobody does; null takes it away. */
  progress(line: string | null): void;
  /** aborted when the process is asked to end */
  signal: AbortSignal;
}

interface Call {
  settings: Settings;
  sources: Sources;
  hubKey: string | null;
  title: string;
  source: string;
  licence: string;
}

const INTERRUPTED = 130;

export async function run(args: string[], terminal: Terminal = processTerminal()): Promise<number> {
  const words = importWords(terminal.environment);
  let call: Call;
  try {
    call = await callFrom(args, terminal);
  } catch (error) {
    if (!(error instanceof SettingMistake)) throw error;
    terminal.err(error.message);
    return 2;
  }
  const log = (line: string) => terminal.err(line);
  let access: DatabaseAccess | null = null;
  try {
    access = await openDatabase(call.settings, { log, join: true, make: true });
    return await withDatabase(access, call, terminal);
  } catch (error) {
    terminal.progress(null);
    if (error instanceof SettingMistake || error instanceof TitleMissing) {
      terminal.err(error instanceof TitleMissing ? words.titleMissing : error.message);
      return 2;
    }
    terminal.err(terminal.signal.aborted ? words.interrupted : words.failed((error as Error).message));
    return terminal.signal.aborted ? INTERRUPTED : 1;
  } finally {
    await access?.embedded?.stop();
  }
}

async function withDatabase(access: DatabaseAccess, call: Call, terminal: Terminal): Promise<number> {
  const words = importWords(terminal.environment);
  const log = (line: string) => terminal.err(line);
  const now = clockFor(call.settings.today);
  await bringUpToDate(access, () => {});
  await prepareHub({ access, demo: false, origin: call.settings.origin, now, log });
  const hubwise = new Hubwise({ connection: access.app, max: 2, applicationName: 'minna import', onError: () => {} });
  try {
    const hub = await hubOf(hubwise, call, terminal);
    const began = performance.now();
    const imported = await bringIn(hubwise, hub, call, now(), terminal);
    terminal.progress(null);
    terminal.out(words.done(imported.debate.title, imported.counts, (performance.now() - began) / 1000));
    terminal.out(debatePath(imported.debate));
    return 0;
  } catch (error) {
    terminal.progress(null);
    if (error instanceof ImportRefused) terminal.err(words.refused(error.files));
    else if (error instanceof ImportedBefore) {
      terminal.err(words.before(error.debate));
      terminal.err(debatePath(error.debate));
    } else throw error;
    return 1;
  } finally {
    await hubwise.close();
  }
}

function bringIn(hubwise: Hubwise, hub: Hub, call: Call, now: Date, terminal: Terminal): Promise<Imported> {
  const words = importWords(terminal.environment);
  return importConversation(
    {
      hubwise,
      hubId: hub.id,
      now,
      idAt: uuidv7,
      randomId,
      // Nobody is signed in at a terminal: the operator acts, as the clock does.
      record: (db, event) => writeEvent(eventParts, db, { hubId: hub.id, now, actorId: null, personId: null }, event),
      onPercent: (percent) => terminal.progress(words.progress(percent)),
      signal: terminal.signal,
    },
    call.sources,
    call,
  );
}

async function hubOf(hubwise: Hubwise, { hubKey, settings }: Call, terminal: Terminal): Promise<Hub> {
  const directory = new HubDirectory(hubwise, settings.origin);
  await directory.load();
  const hubs = directory.all();
  const hub = hubKey === null && hubs.length === 1 ? hubs[0] : hubs.find((one) => one.key === hubKey);
  if (!hub) throw new SettingMistake(importWords(terminal.environment).hubMissing(hubs.map((one) => one.key)));
  return hub;
}

/** @throws SettingMistake with one sentence for whoever called */
async function callFrom(args: string[], terminal: Terminal): Promise<Call> {
  const words = importWords(terminal.environment);
  const { values, positionals } = parse(args, words);
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) throw new SettingMistake(words.usage);
  const { title = '', source = '', licence = '' } = values;
  if (lengthOf(title) > TITLE_MAX) throw new SettingMistake(words.titleTooLong(TITLE_MAX));
  if (lengthOf(licence) > LICENCE_MAX) throw new SettingMistake(words.licenceTooLong(LICENCE_MAX));
  if (source !== '' && webAddress(source) === null) throw new SettingMistake(words.badSource);
  const files = await folderFiles(folder).catch(() => {
    throw new SettingMistake(words.notAFolder(folder));
  });
  const sources = sourcesOf(files);
  if (typeof sources === 'string') throw new SettingMistake(words.fileMissing(folder, sources));
  const passedOn = (['data', 'today'] as const).flatMap((name) => (values[name] ? [`--${name}`, values[name]] : []));
  const settings = settingsFrom(passedOn, terminal.environment);
  return { settings, sources, hubKey: values.hub ?? null, title, source, licence };
}

function parse(args: string[], words: ImportWords) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        title: { type: 'string' },
        data: { type: 'string' },
        hub: { type: 'string' },
        source: { type: 'string' },
        licence: { type: 'string' },
        today: { type: 'string' },
      },
    });
  } catch (error) {
    throw new SettingMistake(words.badOption((error as Error).message.split('. ')[0]!));
  }
}

/** Where nobody watches, a line for each so many percent. */
const STEP = 10;

function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => abort.abort(new Error(signal)));
  let told = -1;
  return {
    environment: process.env,
    out: (line) => stdout.write(`${line}\n`),
    err: (line) => stderr.write(`${line}\n`),
    progress: (line) => {
      if (stderr.isTTY) stderr.write(`\r\u001b[K${line ?? ''}`);
      else {
        const step = Math.floor(Number(/(\d+)%/.exec(line ?? '')?.[1] ?? 0) / STEP);
        if (line !== null && step > told) stderr.write(`${line}\n`);
        told = Math.max(told, step);
      }
    },
    signal: abort.signal,
  };
}
