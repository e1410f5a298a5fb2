/** F7.5 The dry run: a list is read to its end, what would come of it is said, nothing is kept of it. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { foldText } from '#kernel/grams.ts';
import { nameKey } from '../groups/index.ts';
import { type Entry, readRow, shownEntry } from './cells.ts';
import { firstMapping, isPortalFile } from './columns.ts';
import { findHead, HEAD_WITHIN } from './head.ts';
import {
  type Bytes,
  type Counts,
  type Double,
  type Line,
  type ListFormat,
  type Mapping,
  type Problem,
  type Sight,
  TOLD,
  UnreadableList,
} from './list.ts';
import { formatOf, linesOf } from './read-list.ts';

const SHOWN_ROWS = 10;

interface Known {
  id: string | null;
  name: string;
  reading: string;
  number: string | null;
}

/** Entries that are here, and those met in the list so far, by what makes two of them the same. */
export class Doubles {
  readonly #numbers = new Map<string, Known>();
  readonly #names = new Map<string, Known>();
  readonly #readings = new Map<string, Known>();

  static async open(db: Db): Promise<Doubles> {
    const doubles = new Doubles();
    const rows = await run<Known & { name_key: string }>(
      db,
      'select id, name, name_key, reading, number from groups where withdrawn_at is null',
    );
    for (const row of rows) doubles.#keep(row, row.name_key);
    return doubles;
  }

  #keep(known: Known, name: string): void {
    const { number, reading } = known;
    if (number) this.#numbers.set(number, known);
    this.#names.set(name, known);
    if (reading !== '') this.#readings.set(readingKey(reading), known);
  }

  /** The entry this one repeats; otherwise null, and it is kept for those to come. Two corporations with numbers of their own are two, whatever they are called. */
  meet({ line, row, declaration: { name, reading, number } }: Entry): Double | null {
    const key = nameKey(name);
    const found: [Double['by'], Known | undefined][] = [
      ['number', number ? this.#numbers.get(number) : undefined],
      ['name', this.#names.get(key)],
      ['reading', reading === '' ? undefined : this.#readings.get(readingKey(reading))],
    ];
    for (const [by, known] of found) {
      if (!known || (by !== 'number' && number && known.number && number !== known.number)) continue;
      const isReadOtherwise =
        by === 'name' && reading !== '' && known.reading !== '' && readingKey(reading) !== readingKey(known.reading);
      const at = row === line ? { line } : { line, row };
      return { ...at, name, by: isReadOtherwise ? 'name-only' : by, id: known.id, other: known.name };
    }
    this.#keep({ id: null, name, reading, number }, key);
    return null;
  }
}

function readingKey(reading: string): string {
  return foldText(reading).replace(/[\s・]/g, '');
}

/** Whether an entry that repeats another one comes all the same. */
export function comesDouble(mapping: Mapping, { line }: Double): boolean {
  return mapping.double === 'bring' || (mapping.also ?? []).includes(line);
}

export interface Reading {
  format: ListFormat;
  mapping: Mapping;
}

export interface Looked extends Reading {
  sight: Sight;
  problems: Problem[];
  counts: Counts;
}

/** Reads the head. @throws UnreadableList */
export async function readHead(bytes: Bytes, mapping: Mapping | null): Promise<Reading> {
  const format = await formatOf(bytes);
  const top: Line[] = [];
  const upTo = Math.max(HEAD_WITHIN, (mapping?.headRow ?? 0) + 1);
  for await (const line of linesOf(bytes, format.encoding, format.delimiter)) {
    top.push(line);
    if (line.row >= upTo) break;
  }
  if (top.length === 0) throw new UnreadableList('empty-file', 1);
  const found = findHead(top, mapping?.headRow);
  if (!found) throw new UnreadableList('no-such-row', mapping?.headRow ?? 1);
  const { columns, ...head } = found;
  const isPortal = isPortalFile(columns);
  const guessed = firstMapping(columns, isPortal);
  const { isOpen, ...rest } = mapping ?? guessed;
  const used = isOpen ? { ...rest, columns: guessed.columns } : rest;
  return { format: { ...format, columns, head, isPortal, rows: 0 }, mapping: used };
}

/** Every line behind the head. */
export async function* rowsOf(bytes: Bytes, { format, mapping }: Reading) {
  const of = { mapping, columns: format.columns, isPortal: format.isPortal };
  let { head } = format;
  for await (const one of linesOf(bytes, format.encoding, format.delimiter)) {
    head ??= { row: one.row, rows: 1 };
    if (one.row >= head.row + head.rows) yield readRow(one, of);
  }
}

/** @param onRow told with every row how many were read */
export async function lookAt(
  db: Db,
  bytes: Bytes,
  given: Mapping | null,
  onRow: (rows: number) => void,
): Promise<Looked> {
  const problems: Problem[] = [];
  const sight: Sight = { rows: [], doubles: [], emptied: [] };
  const counts: Counts = { rows: 0, coming: 0, doubles: 0, problems: 0, emptied: 0, passed: 0 };
  const nothing: ListFormat = { encoding: 'utf-8', delimiter: ',', columns: [], isPortal: false, rows: 0, sha256: '' };
  const tell = (problem: Problem) => {
    counts.problems += 1;
    if (problems.length < TOLD) problems.push(problem);
  };
  let reading: Reading = { format: nothing, mapping: given ?? firstMapping([], false) };
  try {
    reading = await readHead(bytes, given);
    if (reading.mapping.columns.name === undefined)
      tell({ line: reading.format.head?.row ?? 1, column: '', code: 'no-name-column', cell: '' });
    else await lookAtRows(await Doubles.open(db), bytes, reading, { sight, counts, tell, onRow });
  } catch (error) {
    if (!(error instanceof UnreadableList)) throw error;
    tell(error.problem);
  }
  return { ...reading, format: { ...reading.format, rows: counts.rows }, sight, problems, counts };
}

interface Telling {
  sight: Sight;
  counts: Counts;
  tell(problem: Problem): void;
  onRow(rows: number): void;
}

async function lookAtRows(doubles: Doubles, bytes: Bytes, reading: Reading, { sight, counts, tell, onRow }: Telling) {
  for await (const { entry, problems, emptied } of rowsOf(bytes, reading)) {
    counts.rows += 1;
    onRow(counts.rows);
    for (const problem of problems) tell(problem);
    counts.emptied = (counts.emptied ?? 0) + emptied.length;
    sight.emptied?.push(...emptied.slice(0, TOLD - sight.emptied.length));
    if (!entry && problems.length === 0) counts.passed = (counts.passed ?? 0) + 1;
    if (!entry) continue;
    const double = doubles.meet(entry);
    if (double) {
      counts.doubles += 1;
      const comes = comesDouble(reading.mapping, double);
      if (sight.doubles.length < TOLD) sight.doubles.push({ ...double, comes });
      if (!comes) continue;
    }
    counts.coming += 1;
    if (sight.rows.length < SHOWN_ROWS) sight.rows.push(shownEntry(entry));
  }
}
