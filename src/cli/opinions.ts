/**
 * F9.3: `./minna opinions analyse FOLDER` computes the opinion map of a conversation in the CSV form that Polis publishes;
 * `./minna opinions export DEBATE FOLDER` writes a debate in that form. Exit code: 0 done, 1 not possible, 2 wrong call.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type MapReport, readFolder, readGroups, reportOf, VotesMissing } from '#commons/opinion-map/index.ts';
import type { ExportCall } from './opinions-export.ts';

export interface OpinionsTerminal {
  out(text: string): void;
  err(line: string): void;
  /** somebody reads the output, no program */
  isPerson: boolean;
}

const USAGE = `opinions analyse DIR [--json] [--groups-from participants-votes.csv] [--seed N]
       ./minna opinions export DEBATE DIR [--hub KEY] [--data DIR]`;
const LETTERS = 'ABCDE';

const ownTerminal: OpinionsTerminal = {
  out: (text) => void process.stdout.write(text),
  err: (line) => console.error(line),
  isPerson: process.stdout.isTTY === true,
};

export async function run(args: string[], terminal: OpinionsTerminal = ownTerminal): Promise<number> {
  const call = callFrom(args);
  if (typeof call === 'string') {
    terminal.err(`${call}\nUsage: ./minna ${USAGE}`);
    return 2;
  }
  if ('debate' in call) return (await import('./opinions-export.ts')).exportDebate(call, terminal);
  try {
    const conversation = await readFolder(call.folder);
    const given = call.groupsFrom ? await groupsFrom(call.groupsFrom) : null;
    for (const problems of conversation.problems) {
      const { file, bad, first } = problems.report();
      if (bad > 0)
        terminal.err(
          `${file}: ${bad} line(s) could not be read and were left out, the first is line ${first[0]!.line}.`,
        );
    }
    const report = reportOf(conversation, given, call.seed);
    terminal.out(call.json || !terminal.isPerson ? `${JSON.stringify(report)}\n` : readable(report));
    return 0;
  } catch (error) {
    terminal.err(whyNot(error as NodeJS.ErrnoException, call.folder));
    return 1;
  }
}

interface AnalyseCall {
  folder: string;
  json: boolean;
  groupsFrom: string | null;
  seed: number;
}

function callFrom(args: string[]): AnalyseCall | ExportCall | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return (error as Error).message;
  }
  const { positionals, values } = parsed;
  const [act, folder, ...more] = positionals;
  if (act === 'export') {
    const [target, ...rest] = more;
    if (!folder || !target || rest.length > 0) return 'Give one debate and one folder.';
    return { debate: folder, folder: target, hub: values.hub ?? null, data: values.data ?? null };
  }
  if (act !== 'analyse') return `There is no act "${act ?? ''}".`;
  if (!folder || more.length > 0) return 'Give one folder.';
  const seed = Number(values.seed ?? '0');
  if (!Number.isSafeInteger(seed) || seed < 0) return '--seed takes a whole number from 0.';
  return { folder, json: values.json === true, groupsFrom: values['groups-from'] ?? null, seed };
}

function parse(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      'groups-from': { type: 'string' },
      seed: { type: 'string' },
      hub: { type: 'string' },
      data: { type: 'string' },
    },
  });
}

async function groupsFrom(path: string): Promise<Map<string, string>> {
  const { size } = await stat(path);
  const groups = await readGroups({ name: 'participants-votes.csv', bytes: size, open: () => createReadStream(path) });
  if (groups.size === 0) throw new NoGroups(path);
  return groups;
}

class NoGroups extends Error {}

function whyNot(error: NodeJS.ErrnoException, folder: string): string {
  if (error instanceof VotesMissing) return `${folder} has neither participants-votes.csv nor votes.csv.`;
  if (error instanceof NoGroups)
    return `${basename(error.message)} names no groups: it needs the columns participant and group-id.`;
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return `There is nothing at ${error.path ?? folder}.`;
  return error.message;
}

/** The map in words, for somebody at a terminal. */
function readable(report: MapReport): string {
  const lines = [
    `${report.participants} participants, ${report.opinions} opinions, ${report.votes} votes; ${report.k} groups`,
    ...report.groups.flatMap(({ id, size, representative }) => [
      '',
      `Group ${typeof id === 'number' ? (LETTERS[id] ?? id) : id}: ${size} people`,
      ...representative.map(
        ({ opinion, stance, p, repness }) =>
          `  ${stance === 'agree' ? 'agrees with   ' : 'disagrees with'} ${opinion}  (${Math.round(p * 100)} %, ${repness.toFixed(1)} times the others)`,
      ),
    ]),
    '',
    ...(['agree', 'disagree'] as const).map(
      (stance) =>
        `All ${stance}: ${report.consensus[stance].map(({ opinion }) => opinion).join(', ') || 'on nothing yet'}`,
    ),
    '',
  ];
  return lines.join('\n');
}
