/** X8: CSV that a spreadsheet in Japan opens rightly (UTF-8 with BOM, CRLF) and that runs nothing there. */
import { Readable } from 'node:stream';
import type { Reply } from '#kernel/web/reply.ts';
import { download } from '#kernel/web/reply.ts';

export type Cell = string | number | boolean | Date | null | undefined;

/** A cell that begins like a formula gets an apostrophe before it: spreadsheets would run it. Numbers stay numbers. */
export function csvCell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** Text of rows that come some at a time. */
export function* csvLines(batches: Iterable<readonly (readonly Cell[])[]>): Iterable<string> {
  for (const batch of batches) yield batch.map(csvLine).join('');
}

/** Streams a table: head line, then the rows as they come. */
export function csvReply(
  name: string,
  head: readonly string[],
  batches: AsyncIterable<readonly (readonly Cell[])[]>,
): Reply {
  async function* lines() {
    yield `\uFEFF${csvLine(head)}`;
    for await (const batch of batches) yield batch.map(csvLine).join('');
  }
  return download(Readable.from(lines()), 'text/csv; charset=utf-8', name);
}

/** Streams {"licence", …facts, "items": […]}, however long. */
export function jsonReply(facts: Record<string, unknown>, batches: AsyncIterable<readonly unknown[]>): Reply {
  async function* pieces() {
    const head = JSON.stringify({ licence: 'CC BY 4.0', ...facts });
    yield `${head.slice(0, -1)},"items":[`;
    let first = true;
    for await (const batch of batches) {
      for (const item of batch) {
        yield `${first ? '' : ','}${JSON.stringify(item)}`;
        first = false;
      }
    }
    yield ']}';
  }
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: Readable.from(pieces()) };
}
