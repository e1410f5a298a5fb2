/** Records of a CSV file (RFC 4180) with the physical line on which each begins. */
import { pipeline, Readable } from 'node:stream';
import { type CsvError, type InfoRecord, type Options, parse } from 'csv-parse';
import type { SourceFile } from './conversation.ts';
import type { Problems } from './problems.ts';
import { soundLines } from './sound-lines.ts';

export interface CsvRecord {
  line: number;
  cells: string[];
}

export interface Reading {
  problems: Problems;
  /** told how many bytes came in */
  onBytes(count: number): void;
}

/** Characters of one record: some thousand opinions a line in participants-votes.csv, and never a whole file in memory. */
const RECORD_MAX = 4 * 1024 * 1024;

/** Reads a file as a stream. Quotes out of place are problems of their line; empty lines are passed over. */
export async function* csvRecords(file: SourceFile, reading: Reading): AsyncGenerator<CsvRecord> {
  const { problems } = reading;
  let lastLine = 0;
  const options: Options<CsvRecord, string[]> = {
    record_delimiter: ['\n'],
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: RECORD_MAX,
    on_record: (cells: string[], info: InfoRecord): CsvRecord | null => {
      lastLine = info.lines;
      if (cells.length === 1 && cells[0]!.trim() === '') return null;
      return { line: info.lines - breaksIn(cells), cells };
    },
    on_skip: (error: CsvError | undefined): undefined => {
      const found = Number(error?.lines ?? lastLine + 1);
      if (error?.code === 'INVALID_OPENING_QUOTE') {
        problems.add(found, 'stray-quote');
        lastLine = found;
      }
      // A quote that isn't closed swallows what follows: it began where the record begins.
      else problems.add(lastLine + 1, 'open-quote', { until: found });
    },
  };
  const parser = parse(options as object);
  const lines = Readable.from(soundLines(file.open(), problems, reading.onBytes), { objectMode: false });
  // Whatever fails in the source reaches the loop below as the parser's error.
  pipeline(lines, parser, () => {});
  for await (const record of parser) yield record as CsvRecord;
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) breaks += 1;
  }
  return breaks;
}
