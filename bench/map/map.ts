/** F9.3: what the opinion map costs, on planted conversations: from nothing, after a hundred new votes, and as votes grow tenfold. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What one process measured; each size has its own, so that its memory is its own. */
export interface MapFigure {
  people: number;
  opinions: number;
  votes: number;
  groups: number;
  coldMs: number;
  /** matrix made anew with a hundred more votes, map computed from the last one */
  warmMs: number;
  /** the most the process ever had */
  peakMb: number;
}

interface Size {
  people: number;
  opinions: number;
  seen: number;
  floor?: { coldMs?: number; warmMs?: number; peakMb?: number };
}

const SIZES: readonly Size[] = [
  { people: 1_921, opinions: 197, seen: 0.13, floor: { coldMs: 1_000 } },
  { people: 10_000, opinions: 1_000, seen: 0.01 },
  { people: 10_000, opinions: 1_000, seen: 0.1, floor: { warmMs: 300 } },
  { people: 100_000, opinions: 2_000, seen: 0.05, floor: { coldMs: 60_000, peakMb: 2_000 } },
];

/** Resolves with the exit code: 1 when a floor is missed. */
export async function measureMap(quick: boolean): Promise<number> {
  let ok = true;
  console.log('      people  opinions       votes   from nothing   100 more votes   memory');
  for (const { people, opinions, seen, floor = {} } of quick ? SIZES.slice(0, 2) : SIZES) {
    const figure = inOwnProcess(people, opinions, seen);
    const met = (Object.keys(floor) as (keyof typeof floor)[]).every((name) => figure[name] <= floor[name]!);
    ok &&= met;
    console.log(`${met ? '✓' : '✗'} ${line(figure)}`);
  }
  return ok ? 0 : 1;
}

function inOwnProcess(people: number, opinions: number, seen: number): MapFigure {
  const script = join(import.meta.dirname, 'one-size.ts');
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...[people, opinions, seen].map(String)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The map of ${people} people could not be measured:\n${stderr}`);
  return JSON.parse(stdout) as MapFigure;
}

function line({ people, opinions, votes, coldMs, warmMs, peakMb }: MapFigure): string {
  const cells: [number, number, string][] = [
    [people, 10, ''],
    [opinions, 10, ''],
    [votes, 12, ''],
    [coldMs, 12, ' ms'],
    [warmMs, 14, ' ms'],
    [peakMb, 6, ' MB'],
  ];
  return cells.map(([value, width, unit]) => `${value.toLocaleString('en').padStart(width)}${unit}`).join('');
}
