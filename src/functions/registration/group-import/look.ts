/** F7.5 The dry run: a list is read to its end, what would come of it is said, nothing is kept of it. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { foldText } from '#kernel/grams.ts';
import { nameKey } from '../groups/index.ts';
import { type Entry, readRow, shownEntry } from './cells.ts';
import { firstMapping, isPortalFile } from './columns.ts';
import { type Counts, type Double, type ListFormat, type Mapping, type Problem, type Sight, TOLD } from './list.ts';
import { type Bytes, formatOf, type Line, linesOf, UnreadableList } from './read-list.ts';

const SHOWN_ROWS = 10;

interface Known {
  id: string | null;
  name: string;
}

/** Entries that are here, and those met in the list so far, by what makes two of them the same. */
export class Doubles {
  readonly #numbers = new Map<string, Known>();
  readonly #names = new Map<string, Known>();
  readonly #readings = new Map<string, Known>();

  static async open(db: Db): Promise<Doubles> {
    const doubles = new Doubles();
    const rows = await run<{ id: string; name: string; name_key: string; reading: string; number: string | null }>(
      db,
      'select id, name, name_key, reading, number from groups where withdrawn_at is null',
    );
    for (const row of rows) doubles.#keep(row, row.name_key, row.reading, row.number);
    return doubles;
  }

  #keep(known: Known, name: string, reading: string, number: string | null): void {
    if (number) this.#numbers.set(number, known);
    this.#names.set(name, known);
    if (reading !== '') this.#readings.set(readingKey(reading), known);
  }

  /** The entry this one repeats; otherwise null, and it is kept for those to come. */
  meet({ line, declaration: { name, reading, number } }: Entry): Double | null {
    const key = nameKey(name);
    const found: [Double['by'], Known | undefined][] = [
      ['number', number ? this.#numbers.get(number) : undefined],
      ['name', this.#names.get(key)],
      ['reading', reading === '' ? undefined : this.#readings.get(readingKey(reading))],
    ];
    for (const [by, known] of found) if (known) return { line, name, by, id: known.id, other: known.name };
    this.#keep({ id: null, name }, key, reading, number);
    return null;
  }
}

function readingKey(reading: string): string {
  return foldText(reading).replace(/[\s・]/g, '');
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

/** Reads the head line. @throws UnreadableList */
export async function readHead(bytes: Bytes, mapping: Mapping | null): Promise<Reading> {
  const format = await formatOf(bytes);
  for await (const { cells } of linesOf(bytes, format.encoding, format.delimiter)) {
    const columns = cells.map((cell) => cell.trim().slice(0, 60));
    const isPortal = isPortalFile(columns);
    const used = mapping ?? firstMapping(columns, isPortal);
    return { format: { ...format, columns, isPortal, rows: 0 }, mapping: used };
  }
  throw new UnreadableList('empty-file', 1);
}

/** Every line behind the head. */
export async function* rowsOf(bytes: Bytes, { format, mapping }: Reading) {
  let isHead = true;
  for await (const { line, cells } of linesOf(bytes, format.encoding, format.delimiter) as AsyncGenerator<Line>) {
    if (isHead) isHead = false;
    else yield readRow(line, cells, mapping, format.columns, format.isPortal);
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
  const sight: Sight = { rows: [], doubles: [] };
  const counts: Counts = { rows: 0, coming: 0, doubles: 0, problems: 0 };
  const nothing: ListFormat = { encoding: 'utf-8', delimiter: ',', columns: [], isPortal: false, rows: 0, sha256: '' };
  const tell = (problem: Problem) => {
    counts.problems += 1;
    if (problems.length < TOLD) problems.push(problem);
  };
  let reading: Reading = { format: nothing, mapping: given ?? firstMapping([], false) };
  try {
    reading = await readHead(bytes, given);
    if (reading.mapping.columns.name === undefined) tell({ line: 1, column: '', code: 'no-name-column', cell: '' });
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
  for await (const { entry, problems } of rowsOf(bytes, reading)) {
    counts.rows += 1;
    onRow(counts.rows);
    for (const problem of problems) tell(problem);
    if (!entry) continue;
    const double = doubles.meet(entry);
    if (double) {
      counts.doubles += 1;
      if (sight.doubles.length < TOLD) sight.doubles.push(double);
      if (reading.mapping.double === 'skip') continue;
    }
    counts.coming += 1;
    if (sight.rows.length < SHOWN_ROWS) sight.rows.push(shownEntry(entry));
  }
}
