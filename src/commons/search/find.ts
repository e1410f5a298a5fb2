/** X7: finds entries by their words and by what they are about: what the index says, which of it holds, and what is shown of those. */
import { searchables } from '#commons/happenings/index.ts';
import type { Hub } from '#kernel/context.ts';
import type { Db } from '#kernel/database/dialect.ts';
import type { CalendarDate } from '#kernel/module.ts';
import { bitsIn, type Candidate, candidatesFrom } from './candidates.ts';
import { confirmed, type Sure } from './confirm.ts';
import { COUNTED, DISTRICTS, facetTerms } from './facet-terms.ts';
import { EXACT_UP_TO, type Looked, look, type Question } from './look.ts';
import { keyFrom, keyText, type PageKey } from './page-key.ts';
import { countUnder } from './postings.ts';
import { asKind, type Found, readThings } from './sources.ts';

/** Something found, as it is now. */
export interface Hit extends Found {
  number: number;
}

export interface Answer {
  hits: Hit[];
  /** key of the next page; null: there is none */
  next: string | null;
  /** in the kind asked for, and by kind; where more than 1,000 may match they may be rounded estimates */
  count: number;
  counts: ReadonlyMap<string, number>;
  /** by the terms of what it is about, where the question says that they are counted */
  under: ReadonlyMap<string, number>;
  isExact: boolean;
}

export const NOTHING: Answer = { hits: [], next: null, count: 0, counts: new Map(), under: new Map(), isExact: true };

/** Nothing is found by a question that asks nothing: see `asksNothing`. `known`: what the index says, where it was read already. */
export async function find(db: Db, hub: Hub, question: Question, known?: Looked | null): Promise<Answer> {
  const looked = known === undefined ? await look(db, hub, question) : known;
  if (!looked) return NOTHING;
  const { kinds, wanted, matched, maybe, index, isPlain } = looked;
  const isFew = sum(maybe.values()) <= EXACT_UP_TO;
  // What the index counts needs no thousand to be compared.
  const atOnce = isPlain && !isFew ? question.limit * 2 : EXACT_UP_TO;
  const key = keyFrom(question.after);
  const start: Pick<PageKey, 'stage' | 'first'> = isFew ? { stage: 0, first: null } : key;
  const candidates = candidatesFrom(matched, isFew ? kinds : wanted, start, atOnce + 1);
  const numbers = candidates.slice(0, atOnce).map(({ number }) => number);
  const needsFacets = isFew && question.counted !== undefined;
  const sure = await confirmed(db, index, question, { numbers, needsFacets });
  const inKind = sure.filter(({ kind }) => wanted.includes(kind));
  const counts = isFew ? countBy(sure) : isPlain ? maybe : roundedAll(maybe);
  const { shown, next } = pageOf(inKind, {
    key: { ...key, ...start },
    limit: question.limit,
    beyond: candidates[atOnce],
  });
  const [hits, under] = await Promise.all([
    hitsOf(db, shown),
    countsUnder(db, question, looked, isFew ? inKind : null),
  ]);
  return {
    hits,
    next: next && keyText(next),
    count:
      isFew || isPlain
        ? sum(wanted.map((kind) => counts.get(kind) ?? 0))
        : rounded(sum(wanted.map((kind) => maybe.get(kind) ?? 0))),
    counts: byKind(counts),
    under,
    isExact: isFew || isPlain,
  };
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);

/** To two digits: 12,345 is about 12,000. */
function rounded(count: number): number {
  const unit = 10 ** Math.max(0, String(count).length - 2);
  return Math.round(count / unit) * unit;
}

const roundedAll = (counts: ReadonlyMap<string, number>): Map<string, number> =>
  new Map([...counts].map(([name, count]) => [name, rounded(count)]));

/** `sure`: everything that is found, where it is few; null: the index counts. */
async function countsUnder(
  db: Db,
  { counted }: Question,
  { index, matched, wanted, isPlain }: Looked,
  sure: readonly Sure[] | null,
): Promise<ReadonlyMap<string, number>> {
  if (!counted) return new Map();
  if (sure) return countOf(sure.flatMap(({ facets }) => facetTerms(facets)));
  const counts = await countUnder(db, index, { terms: COUNTED, range: DISTRICTS }, bitsIn(matched, wanted));
  return isPlain ? counts : roundedAll(counts);
}

/** As kinds are asked for. */
function byKind(counts: ReadonlyMap<string, number>): Map<string, number> {
  const merged = new Map<string, number>();
  for (const [kind, count] of counts) merged.set(asKind(kind), (merged.get(asKind(kind)) ?? 0) + count);
  return merged;
}

function countOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const countBy = (sure: readonly Sure[]): Map<string, number> => countOf(sure.map(({ kind }) => kind));

/** A page of what was looked at, and where the next one begins: in the same portion or with the first beyond it. */
export function pageOf<T extends { rank: number; number: number }>(
  sure: readonly T[],
  { key, limit, beyond }: { key: PageKey; limit: number; beyond: Candidate | undefined },
): { shown: T[]; next: PageKey | null } {
  const { last } = key;
  const left = last
    ? sure.filter(({ rank, number }) => rank > last.rank || (rank === last.rank && number < last.number))
    : sure;
  const shown = left.slice(0, limit);
  const end = shown.at(-1);
  if (left.length > limit && end) return { shown, next: { ...key, last: { rank: end.rank, number: end.number } } };
  if (beyond) return { shown, next: { stage: beyond.stage, first: beyond.number, last: null } };
  return { shown, next: null };
}

/** Every date of things that were found from `from` on, where their modules name them; `kinds`: those that do. One query a kind. */
export async function datesOf(
  db: Db,
  found: readonly Hit[],
  from: Date,
): Promise<{ dates: CalendarDate[]; kinds: ReadonlySet<string> }> {
  const named = [...Map.groupBy(found, ({ kind }) => kind)].flatMap(([kind, all]) => {
    const dates = searchables().get(kind)?.dates;
    return dates
      ? [
          {
            kind,
            of: () =>
              dates(
                db,
                all.map(({ id }) => id),
                from,
              ),
          },
        ]
      : [];
  });
  const dates = await Promise.all(named.map(({ of }) => of()));
  return { dates: dates.flat(), kinds: new Set(named.map(({ kind }) => kind)) };
}

/** In the same order; what is gone meanwhile is left out. */
export async function hitsOf(db: Db, shown: readonly Pick<Sure, 'kind' | 'object_id' | 'number'>[]): Promise<Hit[]> {
  const things = new Map(
    [...Map.groupBy(shown, ({ kind }) => kind)].map(([kind, all]) => [kind, all.map(({ object_id }) => object_id)]),
  );
  const found = new Map((await readThings(db, things)).map((one) => [`${one.kind}:${one.id}`, one]));
  return shown.flatMap(({ kind, object_id, number }) => {
    const one = found.get(`${kind}:${object_id}`);
    return one ? [{ ...one, number }] : [];
  });
}
