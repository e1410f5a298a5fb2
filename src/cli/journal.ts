/**
 * P6: `./minna journal verify URL|DIR` checks a town's journal without trusting the town; `./minna journal mirror URL DIR`
 * keeps a copy that the town cannot rewrite. Neither needs a database, a configuration or this town's server.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { parseVkey, readCheckpoint } from '#commons/journal/checkpoint.ts';
import { mirrorLog, REFUSED } from '#commons/journal/mirror.ts';
import { NoteError } from '#commons/journal/note.ts';
import { type ProofDocument, proofDocumentSchema } from '#commons/journal/proof-json.ts';
import { openSource, SourceError } from '#commons/journal/source.ts';
import { type VerifyReport, verifyLog } from '#commons/journal/verify.ts';
import { type VerifyWords, verifyWords } from '#commons/journal/verify-words.ts';

/** The terminal; given by tests, else the process's own. */
export interface Terminal {
  environment: Record<string, string | undefined>;
  out(line: string): void;
  err(line: string): void;
  /** Overwrites one line; does nothing where nobody watches. */
  progress(line: string): void;
}

export const exitCodes = { holds: 0, fails: 1, usage: 2, unreadable: 3 } as const;

class UsageError extends Error {}

/** Resolves with the exit code: 0 holds, 1 does not hold, 2 wrong usage, 3 could not be read. */
export async function run(args: string[], terminal: Terminal = processTerminal()): Promise<number> {
  const words = verifyWords(terminal.environment);
  try {
    const { positionals, values } = read(args);
    const [command, ...places] = positionals;
    if (values.help || command === undefined) {
      terminal.out(words.usage);
      return values.help ? exitCodes.holds : exitCodes.usage;
    }
    if (command === 'verify' && places.length === 1) return await verify(places[0]!, values, words, terminal);
    if (command === 'mirror' && places.length === 2)
      return await mirror(places[0]!, places[1]!, values, words, terminal);
    throw new UsageError(positionals.join(' '));
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(`${words.badArgument(error.message)}\n\n${words.usage}`);
      return exitCodes.usage;
    }
    if (error instanceof SourceError) terminal.err(words.unreadable(error.message));
    else if (error instanceof NoteError) terminal.err(words.notAJournal(error.message));
    else throw error;
    return exitCodes.unreadable;
  }
}

type Options = ReturnType<typeof read>['values'];

function read(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        since: { type: 'string' },
        proofs: { type: 'string' },
        save: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function verify(place: string, options: Options, words: VerifyWords, terminal: Terminal): Promise<number> {
  const vkey = keyOf(options);
  const previousCheckpoint = options.since === undefined ? undefined : await checkpointIn(options.since);
  const proofs = options.proofs === undefined ? undefined : await proofsIn(options.proofs);
  const report = await verifyLog(openSource(place), {
    vkey,
    previousCheckpoint,
    proofs,
    onProgress: (done, of) => terminal.progress(words.progress(done, of)),
  });
  const code = say(report, words, terminal);
  if (report.holds && options.save !== undefined) {
    await writeFile(options.save, report.note);
    terminal.out(words.saved(options.save));
  }
  return code;
}

async function mirror(
  address: string,
  folder: string,
  options: Options,
  words: VerifyWords,
  terminal: Terminal,
): Promise<number> {
  const { report, fetched } = await mirrorLog(openSource(address), folder, {
    vkey: keyOf(options),
    onProgress: (done, of) => terminal.progress(words.progress(done, of)),
  });
  const code = say(report, words, terminal);
  terminal.out(report.holds ? words.mirrored(fetched, folder) : words.refused(join(folder, REFUSED)));
  return code;
}

const marks = { holds: '✓', fails: '✗', skipped: '–' } as const;

function say(report: VerifyReport, words: VerifyWords, terminal: Terminal): number {
  terminal.progress('');
  for (const finding of report.findings) terminal.out(`${marks[finding.verdict]} ${words.finding(finding)}`);
  terminal.out('');
  terminal.out(report.holds ? words.holds(report) : words.fails);
  return report.holds ? exitCodes.holds : exitCodes.fails;
}

function keyOf(options: Options): string | undefined {
  if (options.key === undefined) return undefined;
  try {
    parseVkey(options.key);
    return options.key.trim();
  } catch (error) {
    throw new UsageError(`--key: ${(error as Error).message}`);
  }
}

async function checkpointIn(file: string): Promise<string> {
  try {
    const note = await readFile(file, 'utf8');
    readCheckpoint(note);
    return note;
  } catch (error) {
    throw new UsageError(`--since ${file}: ${(error as Error).message}`);
  }
}

/** One proof document, or a list of them. */
async function proofsIn(file: string): Promise<ProofDocument[]> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    return z.array(proofDocumentSchema).parse(Array.isArray(value) ? value : [value]);
  } catch (error) {
    throw new UsageError(
      `--proofs ${file}: ${error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message}`,
    );
  }
}

function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  return {
    environment: process.env,
    out: (line) => stdout.write(`${line}\n`),
    err: (line) => stderr.write(`${line}\n`),
    progress: (line) => {
      if (stderr.isTTY) stderr.write(`\r\u001b[K${line}`);
    },
  };
}
