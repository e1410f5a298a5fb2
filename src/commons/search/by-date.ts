/** F1.1: what is found in the order in which it happens: the soonest first, the days of a month, the timeline in both directions. */
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { stillGoing } from '#kernel/database/still-going.ts';
import { bitsIn } from './candidates.ts';
import { confirmed } from './confirm.ts';
import { isWithin } from './filter.ts';
import { type Hit, hitsOf } from './find.ts';
import { EXACT_UP_TO, type Looked, look, type Question } from './look.ts';
import type { IndexOf } from './postings.ts';
import { type Bits, countBits, hasBit, placesDown, SEGMENT } from './segment.ts';

export interface Occurrence {
  start: Date;
  end: Date;
  /** false: it has no dates, and this is the moment of its publication */
  happens: boolean;
  hit: Hit;
}

export interface DatesAsked {
  /** what ends before is left out */
  from: Date | null;
  /** what starts then or later is left out */
  until: Date | null;
  order: 'asc' | 'desc';
  /** what happens alone; left out: what has no dates stands at its publication */
  happening?: true;
  /** each thing once, at the first of its dates in question */
  once?: true;
  after: string;
  limit: number;
}

export interface Row {
  number: number;
  starts_at: Date;
  ends_at: Date;
  happens: boolean;
}

const ROWS_AT_ONCE = 500;
const MOST_TURNS = 8;
export interface Occurrences {
  all: Occurrence[];
  /** key of what follows; null: nothing does */
  next: string | null;
}

interface Key {
  at: Date;
  number: number;
}

export function dateKeyFrom(text: string): Key | null {
  const match = /^(-?\d{1,14})\.(\d{1,9})$/.exec(text);
  return match ? { at: new Date(Number(match[1])), number: Number(match[2]) } : null;
}

const keyOf = ({ starts_at, number }: Row): string => `${starts_at.getTime()}.${number}`;

/** At most `limit` occurrences of what is found, in order. */
export async function findDates(
  db: Db,
  hub: Hub,
  question: Question,
  asked: DatesAsked,
  known?: Looked | null,
): Promise<Occurrences> {
  const looked = known === undefined ? await look(db, hub, question) : known;
  if (!looked) return { all: [], next: null };
  const bits = bitsIn(looked.matched, looked.wanted);
  const numbers = fewNumbers(bits);
  const { since, until } = question.filter;
  const rows: Row[] = [];
  const sure = new Map<number, { kind: string; object_id: string; number: number }>();
  let key = dateKeyFrom(asked.after);
  let isOver = false;
  for (let turn = 0; turn < MOST_TURNS && !isOver && rows.length <= asked.limit; turn += 1) {
    const batch = await readDates(db, looked.index, asked, key, numbers);
    const maybe = batch.filter((row) => isIn(bits, row.number) && isAsked(row, since, until));
    const unknown = [...new Set(maybe.map(({ number }) => number))].filter((number) => !sure.has(number));
    for (const one of await confirmed(db, looked.index, question, { numbers: unknown, needsFacets: false }))
      sure.set(one.number, one);
    rows.push(...maybe.filter(({ number }) => sure.has(number)));
    const last = batch.at(-1);
    if (last) key = { at: last.starts_at, number: last.number };
    isOver = batch.length < ROWS_AT_ONCE;
  }
  const shown = rows.slice(0, asked.limit);
  const hits = await hitsOf(
    db,
    [...new Set(shown.map(({ number }) => number))].map((number) => sure.get(number)!),
  );
  const byNumber = new Map(hits.map((hit) => [hit.number, hit]));
  const all = shown.flatMap(({ number, starts_at, ends_at, happens }) => {
    const hit = byNumber.get(number);
    return hit ? [{ start: starts_at, end: ends_at, happens, hit }] : [];
  });
  const next =
    rows.length > asked.limit ? keyOf(shown.at(-1)!) : isOver || !key ? null : `${key.at.getTime()}.${key.number}`;
  return { all, next };
}

/** Days are asked for of what happens; what was published has none. */
export function isAsked({ starts_at, ends_at, happens }: Row, since: string, until: string): boolean {
  return !(since || until) || (happens && isWithin({ start: starts_at, end: ends_at }, since, until));
}

export function isIn(bits: ReadonlyMap<number, Bits>, number: number): boolean {
  const segment = bits.get(Math.floor(number / SEGMENT));
  return segment !== undefined && hasBit(segment, number % SEGMENT);
}

/** Null where there are so many that reading by date is quicker. */
export function fewNumbers(bits: ReadonlyMap<number, Bits>): number[] | null {
  let count = 0;
  for (const one of bits.values()) count += countBits(one);
  if (count > EXACT_UP_TO) return null;
  return [...bits].flatMap(([segment, one]) => [...placesDown(one)].map((place) => segment * SEGMENT + place));
}

export function readDates(
  db: Db,
  { hubId, generation }: IndexOf,
  { from, until, order, happening, once }: DatesAsked,
  key: Key | null,
  numbers: readonly number[] | null,
): Promise<Row[]> {
  const [later, first] = order === 'asc' ? ['>', 'asc'] : ['<', 'desc'];
  const branch = (time: string) => `(select d.number, d.starts_at, d.ends_at, d.happens from search_dates d
     where d.hub_id = $1 and d.generation = $2 and ${time}
       and ($4::timestamptz is null or d.starts_at < $4)
       and ($5::timestamptz is null or d.starts_at ${later}= $5 and (d.starts_at ${later} $5 or d.number ${later} $6))
       and ($7::int[] is null or d.number = any($7::int[]))
       ${happening ? 'and d.happens' : ''}
       ${
         once
           ? `and not exists (select from search_dates x where x.hub_id = d.hub_id and x.generation = d.generation
                and x.number = d.number and x.starts_at < d.starts_at and ($3::timestamptz is null or x.ends_at >= $3))`
           : ''
       }
     order by d.starts_at ${first}, d.number ${first} limit ${ROWS_AT_ONCE})`;
  const branches = from ? stillGoing('d', '$3', '>=') : ['$3::timestamptz is null'];
  return run<Row>(
    db,
    `select d.number, d.starts_at, d.ends_at, d.happens from (${branches.map(branch).join(' union all ')}) d
     order by d.starts_at ${first}, d.number ${first} limit ${ROWS_AT_ONCE}`,
    [hubId, generation, from, until, key?.at ?? null, key?.number ?? 0, numbers],
  );
}
