/** F7.5 A list read line by line, however it was saved: UTF-8 with or without its mark, CP932, UTF-16; commas, tabs or semicolons. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type ListFormat, MOST_ROWS, type Problem } from './list.ts';

/** The bytes of a list, from its beginning, each time it is called. */
export type Bytes = () => AsyncIterable<Uint8Array>;

/** CP932 is what WHATWG calls shift_jis. */
export async function encodingOf(bytes: Bytes): Promise<{ encoding: ListFormat['encoding']; sha256: string }> {
  const hash = createHash('sha256');
  const strict = new TextDecoder('utf-8', { fatal: true });
  let encoding: ListFormat['encoding'] = 'utf-8';
  let first = true;
  for await (const piece of bytes()) {
    hash.update(piece);
    if (first && piece[0] === 0xff && piece[1] === 0xfe) encoding = 'utf-16le';
    first = false;
    if (encoding !== 'utf-8') continue;
    try {
      strict.decode(piece, { stream: true });
    } catch {
      encoding = 'shift_jis';
    }
  }
  return { encoding, sha256: hash.digest('hex') };
}

async function* textOf(bytes: Bytes, encoding: ListFormat['encoding']): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of bytes()) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** What separates the cells of the head line. */
export function delimiterOf(head: string): ListFormat['delimiter'] {
  const bare = head.replace(/"[^"]*"/g, '');
  const count = (sign: string) => bare.split(sign).length - 1;
  return (['\t', ';'] as const).find((sign) => count(sign) > count(',')) ?? ',';
}

async function headOf(bytes: Bytes, encoding: ListFormat['encoding']): Promise<string> {
  let head = '';
  for await (const text of textOf(bytes, encoding)) {
    head += text;
    const end = head.trimStart().search(/[\r\n]/);
    if (end !== -1 || head.length > 100_000) return head.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  }
  return head.trimStart();
}

export interface Line {
  line: number;
  cells: string[];
}

/** Where reading can't go on. */
export class UnreadableList extends Error {
  readonly problem: Problem;

  constructor(code: Problem['code'], line: number, column = '') {
    super(code);
    this.problem = { line, column, code, cell: '' };
  }
}

/** Lines with their number in the file, the head line first. @throws UnreadableList */
export async function* linesOf(
  bytes: Bytes,
  encoding: ListFormat['encoding'],
  delimiter: string,
): AsyncGenerator<Line> {
  const { CsvError, parse } = await import('csv-parse');
  let head: string[] | null = null;
  /** the last line of the newest record that could be read, however far the reader of this is behind */
  let read = 0;
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 1_000_000,
    on_record: (met: unknown, { lines }) => {
      head ??= (met as { record: string[] }).record;
      read = lines;
      return met as never;
    },
  });
  const source = Readable.from(textOf(bytes, encoding));
  source.on('error', (error) => parser.destroy(error)).pipe(parser);
  let rows = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      rows += 1;
      if (rows > MOST_ROWS + 1) throw new UnreadableList('too-many-rows', info.lines);
      yield { line: info.lines, cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quote that is never closed is noticed at the end of the file; it stands in the record behind the last one that could be read.
    const at = (error as { column?: unknown }).column;
    throw new UnreadableList(
      'stray-quote',
      read + 1,
      typeof at === 'number' ? ((head as string[] | null)?.[at] ?? '') : '',
    );
  } finally {
    source.destroy();
  }
}

export async function formatOf(bytes: Bytes): Promise<Omit<ListFormat, 'columns' | 'isPortal' | 'rows'>> {
  const { encoding, sha256 } = await encodingOf(bytes);
  return { encoding, sha256, delimiter: delimiterOf(await headOf(bytes, encoding)) };
}
