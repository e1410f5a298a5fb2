/**
 * Whether a debate with very many opinions shows its first page as quickly as one with few: both rendered anew each time (every request has
 * another address, so none is kept), in turns; and the rows that PostgreSQL touches for one page of each.
 */
import { ref } from '#kernel/ids.ts';
import { CONNECTIONS, median } from '../load/alternate.ts';
import type { LoadResult } from '../load/protocol.ts';
import { NOW } from '../seed/plan.ts';
import { asked } from './asking.ts';
import { type Figure, rounded, type Stage } from './figure.ts';
import { rowsOfPages } from './page-rows.ts';
import { page, written } from './requests.ts';

/** The page of many shows fifty entries and the one of few twenty: it has more to write, not more to look for. */
const LEAST_RATIO = 0.4;
/** Fifty entries, each with who said it, its first replies, and what stands beside it. */
const MOST_ROWS = 1_000;
const FEW = 20;
const ADDRESSES = 60_000;
const LEAST_BYTES = 2_000;

interface Subject {
  path: string;
  opinions: number;
}

interface Turned extends Subject {
  results: LoadResult[];
}

export async function crowd(stage: Stage): Promise<Figure> {
  const many = await subjectOf(stage, 'opinion_count desc');
  const few = await subjectOf(stage, `abs(opinion_count - ${FEW}), id`);
  const turned: [Turned, Turned] = [
    { ...many, results: [] },
    { ...few, results: [] },
  ];
  for (let pair = 0; pair < stage.turns.pairs; pair += 1)
    for (const one of turned) await turn(stage, one, pair * ADDRESSES);
  const [large, small] = turned;
  const ratio = median(large.results.map((result, at) => rate(result) / rate(small.results[at]!)));
  const [rowsLarge = 0, rowsSmall = 0] = await rowsOfPages(
    stage.town,
    turned.map(({ path }) => path),
  );
  const mistakes = turned.flatMap(({ results }) => results).reduce((sum, one) => sum + one.mistakes, 0);
  const [middleLarge, middleSmall] = [middle(large), middle(small)];
  return {
    name: 'crowd',
    title: `First page of a debate with ${many.opinions.toLocaleString('en')} opinions, beside one with ${few.opinions}`,
    measured: `${(ratio * 100).toFixed(0)} % of its speed (p50 ${middleLarge.toFixed(1)} ms beside ${middleSmall.toFixed(1)} ms, ${CONNECTIONS} at once), ${rowsLarge} rows read a page beside ${rowsSmall}`,
    floor: `≥ ${LEAST_RATIO * 100} % of its speed, at most ${MOST_ROWS} rows, no mistake`,
    ok: ratio >= LEAST_RATIO && rowsLarge <= MOST_ROWS && mistakes === 0,
    margin: Math.min(ratio / LEAST_RATIO, MOST_ROWS / rowsLarge),
    facts: {
      opinions: [many.opinions, few.opinions],
      ratio: rounded(ratio, 3),
      p50Ms: [rounded(middleLarge, 2), rounded(middleSmall, 2)],
      rowsRead: [rowsLarge, rowsSmall],
      answered: turned.map(({ results }) => results.reduce((sum, one) => sum + one.answered, 0)),
      mistakes,
    },
  };
}

async function subjectOf({ town, minna }: Stage, order: string): Promise<Subject> {
  const [row] = await town.rows<{ id: string; title: string; opinion_count: number }>(
    `select id, title, opinion_count from debates
     where kind = 'proposal' and opens_at <= $1 and closes_at > $1 order by ${order} limit 1`,
    [NOW],
  );
  const path = `/proposals/${encodeURI(ref(row!.id, row!.title))}`;
  const { status } = await asked(page(path, minna.port), minna.port);
  if (status !== 200) throw new Error(`${path} answers ${status}`);
  return { path, opinions: row!.opinion_count };
}

async function turn({ ports, generator, turns }: Stage, one: Turned, from: number): Promise<void> {
  const requests = Array.from({ length: ADDRESSES }, (_, number) =>
    written(page(`${one.path}?turn=${from + number}`, ports[0]!)),
  );
  const load = { ports, connections: CONNECTIONS, milliseconds: turns.milliseconds, most: ADDRESSES };
  const sent = { requests, order: Uint32Array.from(requests.keys()), once: true, from: 0 };
  const result = await generator.run({ ...load, ...sent, status: 200, leastBytes: LEAST_BYTES });
  one.results.push(result);
}

function rate({ answered, seconds }: LoadResult): number {
  return answered / seconds;
}

function middle({ results }: Turned): number {
  return median(results.flatMap(({ latencies }) => [...latencies]));
}
