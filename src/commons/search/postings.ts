/** X7: the rows of the index: term and segment → the entries. */
import { type Db, run } from '#kernel/database/dialect.ts';
import {
  type Bits,
  clearBit,
  countBits,
  intersect,
  noBits,
  packed,
  SEGMENT,
  setBit,
  unite,
  unpacked,
} from './segment.ts';

/** Terms of entries by their numbers. */
export type Postings = ReadonlyMap<number, readonly string[]>;

export interface IndexOf {
  hubId: number;
  generation: number;
}

interface Row {
  gram: string;
  segment: number;
  entries: Buffer;
}

/** As many rows leave in one statement. */
const ROWS_AT_ONCE = 5000;

/** segment → term → places */
type Places = Map<number, Map<string, number[]>>;

function placesOf(postings: Postings): Places {
  const places: Places = new Map();
  for (const [number, terms] of postings) {
    const segment = Math.floor(number / SEGMENT);
    const rows = places.get(segment) ?? new Map<string, number[]>();
    places.set(segment, rows);
    for (const term of terms) {
      const row = rows.get(term);
      if (row) row.push(number % SEGMENT);
      else rows.set(term, [number % SEGMENT]);
    }
  }
  return places;
}

/** Writes entries into the index that were not in it, and takes those out of the terms of `gone` that are gone. */
export async function writePostings(
  db: Db,
  index: IndexOf,
  { added, gone }: { added: Postings; gone: Postings },
): Promise<void> {
  const [set, cleared] = [placesOf(added), placesOf(gone)];
  for (const segment of new Set([...set.keys(), ...cleared.keys()])) {
    const [adds, clears] = [set.get(segment) ?? new Map(), cleared.get(segment) ?? new Map()];
    const grams = [...new Set<string>([...adds.keys(), ...clears.keys()])];
    const kept = await keptRows(db, index, segment, grams);
    await upsert(
      db,
      index,
      grams.map((gram) => {
        const bits = kept.get(gram) ?? noBits();
        for (const place of adds.get(gram) ?? []) setBit(bits, place);
        for (const place of clears.get(gram) ?? []) clearBit(bits, place);
        return { gram, segment, entries: packed(bits) };
      }),
    );
  }
}

async function keptRows(
  db: Db,
  { hubId, generation }: IndexOf,
  segment: number,
  grams: readonly string[],
): Promise<Map<string, Bits>> {
  const rows = await run<Pick<Row, 'gram' | 'entries'>>(
    db,
    'select gram, entries from search_postings where hub_id = $1 and generation = $2 and gram = any($3::text[]) and segment = $4',
    [hubId, generation, grams, segment],
  );
  return new Map(rows.map(({ gram, entries }) => [gram, unpacked(entries)]));
}

async function upsert(db: Db, { hubId, generation }: IndexOf, rows: readonly Row[]): Promise<void> {
  const slices = Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, at) =>
    rows.slice(at * ROWS_AT_ONCE, (at + 1) * ROWS_AT_ONCE),
  );
  await Promise.all(
    slices.map((slice) =>
      run(
        db,
        `insert into search_postings (hub_id, generation, gram, segment, entries)
         select $1, $2, t.gram, t.segment, t.entries from unnest($3::text[], $4::int[], $5::bytea[]) as t (gram, segment, entries)
         on conflict (hub_id, generation, gram, segment) do update set entries = excluded.entries`,
        [
          hubId,
          generation,
          slice.map((one) => one.gram),
          slice.map((one) => one.segment),
          slice.map((one) => one.entries),
        ],
      ),
    ),
  );
}

/** term → segment → entries, of the generation that is read now; `generation` is null before anything was kept. */
export interface ReadPostings {
  generation: number | null;
  of(term: string): ReadonlyMap<number, Bits>;
  /** every term from one to the other, both included, as one */
  between(first: string, last: string): ReadonlyMap<number, Bits>;
  /** several terms as one */
  either(terms: readonly string[]): ReadonlyMap<number, Bits>;
}

export interface TermRange {
  first: string;
  last: string;
}

const NONE: ReadonlyMap<number, Bits> = new Map();

/** `ranges`: at most two */
export async function readPostings(
  db: Db,
  hubId: number,
  terms: readonly string[],
  ranges: readonly TermRange[] = [],
): Promise<ReadPostings> {
  const [one, other] = ranges;
  const rows = await run<Row & { generation: number }>(
    db,
    `with now as (select hub_id, generation from search_states where hub_id = $1)
     select p.generation, p.gram, p.segment, p.entries
     from now s join search_postings p on p.hub_id = s.hub_id and p.generation = s.generation and p.gram = any($2::text[])
     union all
     select p.generation, p.gram, p.segment, p.entries
     from now s join search_postings p on p.hub_id = s.hub_id and p.generation = s.generation and p.gram >= $3 and p.gram <= $4
     union all
     select p.generation, p.gram, p.segment, p.entries
     from now s join search_postings p on p.hub_id = s.hub_id and p.generation = s.generation and p.gram >= $5 and p.gram <= $6`,
    [hubId, terms, one?.first ?? '', one?.last ?? '', other?.first ?? '', other?.last ?? ''],
  );
  const all = new Map<string, Map<number, Bits>>();
  for (const { gram, segment, entries } of rows) {
    const segments = all.get(gram) ?? new Map<number, Bits>();
    all.set(gram, segments.set(segment, unpacked(entries)));
  }
  return {
    generation: rows[0]?.generation ?? null,
    of: (term) => all.get(term) ?? NONE,
    either: (terms) => united(terms.flatMap((term) => all.get(term) ?? [])),
    between: (first, last) => united([...all].flatMap(([term, one]) => (term >= first && term <= last ? [one] : []))),
  };
}

function united(all: readonly ReadonlyMap<number, Bits>[]): ReadonlyMap<number, Bits> {
  const union = new Map<number, Bits>();
  for (const [segment, bits] of all.flatMap((one) => [...one])) {
    const into = union.get(segment) ?? noBits();
    unite(into, bits);
    union.set(segment, into);
  }
  return union;
}

/** How many of the entries in `bits` (by segment) stand under each of the terms, and under each of a range. */
export async function countUnder(
  db: Db,
  { hubId, generation }: IndexOf,
  { terms, range }: { terms: readonly string[]; range: TermRange },
  bits: ReadonlyMap<number, Bits>,
): Promise<Map<string, number>> {
  const rows = await run<Row>(
    db,
    `select gram, segment, entries from search_postings
     where hub_id = $1 and generation = $2 and gram = any($3::text[]) and segment = any($4::int[])
     union all
     select gram, segment, entries from search_postings
     where hub_id = $1 and generation = $2 and gram >= $5 and gram <= $6 and segment = any($4::int[])`,
    [hubId, generation, terms, [...bits.keys()], range.first, range.last],
  );
  const counts = new Map<string, number>();
  for (const { gram, segment, entries } of rows) {
    const both = unpacked(entries);
    intersect(both, bits.get(segment) ?? noBits());
    const count = countBits(both);
    if (count > 0) counts.set(gram, (counts.get(gram) ?? 0) + count);
  }
  return counts;
}
