/** Columns are found by their names, in whatever order they come; those nobody knows are passed over. */

import type { SourceFile } from './conversation.ts';
import { excerpt } from './problems.ts';
import { type CsvRecord, csvRecords, type Reading } from './records.ts';

export interface Row {
  line: number;
  cells: readonly string[];
  /** The cell of a column, without spaces around it; '' where there is no such column. */
  get(column: string): string;
}

export interface Shape {
  required: readonly string[];
  /** told the names of all columns as they are written, once, before the first row */
  onHeader?(names: readonly string[], line: number): void;
}

/** `Comment ID`, `comment_id` and `comment-id` are the same column. */
export function columnName(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

/** The rows below the header. Without a header that has what is `required` there are none, and a problem says so. */
export async function* csvRows(file: SourceFile, shape: Shape, reading: Reading): AsyncGenerator<Row> {
  let at: Map<string, number> | null = null;
  let width = 0;
  for await (const record of csvRecords(file, reading)) {
    if (!at) {
      const names = record.cells.map(columnName);
      at = columnsIn(names, record, shape, reading);
      if (!at) return;
      width = names.length;
      shape.onHeader?.(record.cells, record.line);
    } else if (record.cells.length !== width) {
      reading.problems.add(record.line, 'cell-count', { found: record.cells.length, expected: width });
    } else {
      yield row(record, at);
    }
  }
  if (!at && reading.problems.none) reading.problems.add(1, 'empty-file');
}

function row({ line, cells }: CsvRecord, at: ReadonlyMap<string, number>): Row {
  return {
    line,
    cells,
    get(column) {
      const index = at.get(column);
      return index === undefined ? '' : cells[index]!.trim();
    },
  };
}

function columnsIn(
  names: readonly string[],
  { line }: CsvRecord,
  { required }: Shape,
  { problems }: Reading,
): Map<string, number> | null {
  const missing = required.filter((name) => !names.includes(name));
  const double = required.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (missing.length === 0 && double === undefined) return new Map(names.map((name, index) => [name, index]));
  if (missing.length > 0) {
    problems.add(line, 'missing-columns', { columns: missing.join(', '), found: excerpt(names.join(', ')) });
  } else problems.add(line, 'double-column', { column: double! });
  return null;
}
