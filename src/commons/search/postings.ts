/** X7: the rows of the index: term and segment → the entries. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { type Bits, clearBit, countKept, noBits, packed, SEGMENT, setBit, unite, unpacked } from './segment.ts';

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

/** One row a term: of each segment its number and length (4 bytes each) and its entries. A million entries have thousands of rows, whose way would cost more than what they say. */
const JOINED = `string_agg(int4send(p.segment) || int4send(length(p.entries)) || p.entries, ''::bytea) as segments`;

interface Joined {
  gram: string;
  segments: Buffer;
}

function* segmentsIn({ segments }: Joined): Generator<[segment: number, kept: Buffer]> {
  for (let at = 0; at < segments.length; ) {
    const end = at + 8 + segments.readInt32BE(at + 4);
    yield [segments.readInt32BE(at), segments.subarray(at + 8, end)];
    at = end;
  }
}

/** `ranges`: at most two */
export async function readPostings(
  db: Db,
  hubId: number,
  terms: readonly string[],
  ranges: readonly TermRange[] = [],
): Promise<ReadPostings> {
  const [one, other] = ranges;
  const joined = (which: string) => `select p.generation, p.gram, ${JOINED}
     from now s join search_postings p on p.hub_id = s.hub_id and p.generation = s.generation and ${which}
     group by p.generation, p.gram`;
  const rows = await run<Joined & { generation: number }>(
    db,
    `with now as (select hub_id, generation from search_states where hub_id = $1)
     ${joined('p.gram = any($2::text[])')}
     union all ${joined('p.gram >= $3 and p.gram <= $4')}
     union all ${joined('p.gram >= $5 and p.gram <= $6')}`,
    [hubId, terms, one?.first ?? '', one?.last ?? '', other?.first ?? '', other?.last ?? ''],
  );
  const all = new Map<string, Map<number, Bits>>();
  for (const row of rows)
    all.set(row.gram, new Map([...segmentsIn(row)].map(([segment, kept]) => [segment, unpacked(kept)])));
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
  const joined = (which: string) => `select p.gram, ${JOINED} from search_postings p
     where p.hub_id = $1 and p.generation = $2 and ${which} and p.segment = any($4::int[]) group by p.gram`;
  const rows = await run<Joined>(
    db,
    `${joined('p.gram = any($3::text[])')} union all ${joined('p.gram >= $5 and p.gram <= $6')}`,
    [hubId, generation, terms, [...bits.keys()], range.first, range.last],
  );
  const counts = new Map<string, number>();
  for (const row of rows) {
    let count = counts.get(row.gram) ?? 0;
    for (const [segment, kept] of segmentsIn(row)) count += countKept(kept, bits.get(segment) ?? noBits());
    if (count > 0) counts.set(row.gram, count);
  }
  return counts;
}
