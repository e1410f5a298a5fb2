/** X7: what a search costs over a million texts: making the index, and questions of every sort, from the words to the marked excerpts. */
import { writeFileSync } from 'node:fs';
import '../../src/happenings.ts';
import { defaultRules } from '#commons/hubs/index.ts';
import { rebuildIndex } from '#commons/search/index.ts';
import type { Hub } from '#kernel/context.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import type { BenchOptions } from '../options.ts';
import { HUB_ID } from '../seed/plan.ts';
import { type Asking, BY_FACETS, BY_WORDS } from './asked.ts';
import { openSearchedTown, type SearchedTown } from './searched-town.ts';

const TURNS = 20;
const FLOOR_MS = 80;

/** Resolves with the exit code: 1 when more than 5 of 100 questions take longer than 80 ms. */
export async function measureSearch({ quick }: Pick<BenchOptions, 'quick'>): Promise<number> {
  const town = await openSearchedTown(quick, console.log);
  const { hubwise } = town;
  try {
    const made = await makeIndex(town);
    console.log('by words');
    const words = await askInTurns(hubwise, BY_WORDS);
    console.log('by what things are about, among 100,000 of the activity database (--quick: 10,000)');
    const facets = await askInTurns(hubwise, BY_FACETS);
    if (!quick) keep([...made, '', 'By words:', ...words.lines, '', 'In the activity database:', ...facets.lines]);
    return words.isMet && facets.isMet ? 0 : 1;
  } finally {
    await town.close();
  }
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

async function makeIndex({ hubwise, rows }: SearchedTown): Promise<string[]> {
  const began = performance.now();
  const entries = await rebuildIndex(hubwise, HUB_ID, () => {});
  const lines = [`${entries.toLocaleString('en')} entries indexed (${seconds(began)})`];
  await rows('vacuum (analyze) search_entries, search_postings, search_dates, entries');
  const [size] = await rows<{ entries: number; postings: number; rows: number }>(
    `select (pg_total_relation_size('search_entries') / 1048576)::int as entries,
       (pg_total_relation_size('search_postings') / 1048576)::int as postings, (select count(*)::int from search_postings) as rows`,
  );
  lines.push(
    `texts ${size!.entries} MB, index ${size!.postings} MB in ${size!.rows.toLocaleString('en')} rows`,
    'median and 95 of 100 in milliseconds, what was found, what was asked',
  );
  for (const line of lines) console.log(line);
  return lines;
}

/** The figures of the last full run. */
function keep(lines: readonly string[]): void {
  const text = [
    '# What a search costs',
    '',
    'Written by `./minna bench search`.',
    '',
    '```text',
    ...lines,
    '```',
    '',
  ].join('\n');
  writeFileSync(new URL('../results/search.md', import.meta.url), text);
}

/** Every question once to warm up, then all of them in turns. */
async function askInTurns(hubwise: Hubwise, asked: readonly Asking[]): Promise<Measured> {
  const rules = { ...defaultRules, open: [...defaultRules.open, 'registration', 'information'] };
  const hub = { id: HUB_ID, rules } as Hub;
  const took = new Map<Asking, number[]>(asked.map((one) => [one, []]));
  const lines: string[] = [];
  for (let turn = -1; turn < TURNS; turn += 1) {
    for (const one of asked) {
      const began = performance.now();
      const found = await hubwise.read(hub.id, (db) => one.ask(db, hub));
      took.get(one)!.push(performance.now() - began);
      if (turn < 0) took.get(one)!.pop();
      if (turn === TURNS - 1)
        lines.push(
          `${milliseconds(took.get(one)!, 0.5)} ${milliseconds(took.get(one)!, 0.95)}  ${found.padStart(14)}  ${one.name}`,
        );
    }
  }
  const every = [...took.values()].flat();
  const isMet = percentile(every, 0.95) < FLOOR_MS;
  lines.push(
    `${isMet ? '✓' : '✗'} p50${milliseconds(every, 0.5)}, p95${milliseconds(every, 0.95)} of ${every.length} questions`,
  );
  for (const line of lines) console.log(line);
  return { lines, isMet };
}

interface Measured {
  lines: readonly string[];
  isMet: boolean;
}

function percentile(all: readonly number[], share: number): number {
  const sorted = all.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function milliseconds(all: readonly number[], share: number): string {
  return `${percentile(all, share).toFixed(1).padStart(7)} ms`;
}
