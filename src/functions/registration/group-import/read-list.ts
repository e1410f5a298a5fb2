/** F7.5 A list read line by line, with commas, tabs or semicolons. */
import { Readable } from 'node:stream';
import { type Encoding, encodingOf, textOf } from './encoding.ts';
import { HEAD_WITHIN } from './head.ts';
import { type Bytes, type Line, type ListFormat, MOST_ROWS, UnreadableList } from './list.ts';

const SEEN_OF_HEAD = 100_000;

/** What separates the cells of the first lines: a title above the heads may have none of it. */
export function delimiterOf(top: string): ListFormat['delimiter'] {
  const bare = top.replace(/"[^"]*"/g, '');
  const count = (sign: string) => bare.split(sign).length - 1;
  return (['\t', ';'] as const).find((sign) => count(sign) > count(',')) ?? ',';
}

async function topOf(bytes: Bytes, encoding: Encoding): Promise<string> {
  let top = '';
  for await (const text of textOf(bytes, encoding)) {
    top += text;
    if (top.length > SEEN_OF_HEAD) break;
  }
  return top
    .slice(0, SEEN_OF_HEAD)
    .split(/\r\n?|\n/, HEAD_WITHIN)
    .join('\n');
}

/**
 * Every line that has a cell, with the line in the file at which it begins and its row in a spreadsheet, which shows line breaks within one.
 * @throws UnreadableList
 */
export async function* linesOf(bytes: Bytes, encoding: Encoding, delimiter: string): AsyncGenerator<Line> {
  const { CsvError, parse } = await import('csv-parse');
  let head: string[] | null = null;
  /** the last line, and the number, of the newest record that could be read, however far the reader of this is behind */
  let read = 0;
  let records = 0;
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    max_record_size: 1_000_000,
    on_record: (met: unknown, { lines }) => {
      const { record } = met as { record: string[] };
      if (head === null && record.length > 1) head = record;
      read = lines;
      records += 1;
      return met as never;
    },
  });
  const source = Readable.from(textOf(bytes, encoding));
  source.on('error', (error) => parser.destroy(error)).pipe(parser);
  let row = 0;
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      row += 1;
      if (row > MOST_ROWS + HEAD_WITHIN) throw new UnreadableList('too-many-rows', line);
      if (record.length > 1 || record[0]?.trim()) yield { line, row, cells: record };
      line = info.lines + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quote that is never closed is noticed at the end of the file; it stands in the record behind the last one that could be read.
    const at = (error as { column?: unknown }).column;
    const column = typeof at === 'number' ? ((head as string[] | null)?.[at] ?? '') : '';
    throw new UnreadableList('stray-quote', read + 1, column, records + 1);
  } finally {
    source.destroy();
  }
}

/** @throws UnreadableList */
export async function formatOf(bytes: Bytes): Promise<Pick<ListFormat, 'encoding' | 'sha256' | 'delimiter'>> {
  const { encoding, sha256 } = await encodingOf(bytes);
  return { encoding, sha256, delimiter: delimiterOf(await topOf(bytes, encoding)) };
}
