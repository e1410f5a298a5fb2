/**
 * Bytes of a file as sound text in whole lines: UTF-8, no NUL, lines that end with LF. What isn't sound is named by its line and
 * made harmless, so that the rest of the file can be looked through as well.
 */
import { isUtf8 } from 'node:buffer';
import type { Problems } from './problems.ts';

const LF = 10;
const CR = 13;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const LINE_BYTES_MAX = 4 * 1024 * 1024;

/**
 * Lines are counted by their LF, as editors and `sed -n` do. CR LF becomes LF; a CR alone, which some programs leave within a
 * text, becomes U+0085 (next line), which `normalise` understands and which ends no line of the file.
 */
export async function* soundLines(
  bytes: AsyncIterable<Uint8Array>,
  problems: Problems,
  onBytes: (count: number) => void,
): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  let first = true;
  for await (const chunk of bytes) {
    onBytes(chunk.length);
    const joined =
      rest.length > 0 ? Buffer.concat([rest, chunk]) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    const end = joined.lastIndexOf(LF) + 1;
    rest = joined.subarray(end);
    if (rest.length > LINE_BYTES_MAX) {
      problems.add(line + count(joined.subarray(0, end)), 'line-too-long', { max: LINE_BYTES_MAX / 1024 / 1024 });
      return;
    }
    if (end === 0) continue;
    if (first && isUtf16(joined)) {
      problems.add(1, 'not-utf8');
      return;
    }
    const part = first ? withoutBom(joined.subarray(0, end)) : joined.subarray(0, end);
    first = false;
    yield sound(part, line, problems);
    line += count(part);
    if (problems.full) return;
  }
  if (rest.length > 0) yield sound(first ? withoutBom(rest) : rest, line, problems);
}

function sound(part: Buffer, firstLine: number, problems: Problems): Buffer {
  const checked = isUtf8(part) && !part.includes(0) ? part : mended(part, firstLine, problems);
  if (!checked.includes(CR)) return checked;
  const text = checked.toString('latin1').replaceAll('\r\n', '\n').replace(/\r$/, '').replaceAll('\r', '\xc2\x85');
  return Buffer.from(text, 'latin1');
}

function mended(part: Buffer, firstLine: number, problems: Problems): Buffer {
  const lines: Buffer[] = [];
  for (let start = 0, line = firstLine; start < part.length; line += 1) {
    const at = part.indexOf(LF, start);
    const end = at === -1 ? part.length : at + 1;
    const bytes = part.subarray(start, end);
    if (!isUtf8(bytes)) problems.add(line, 'not-utf8');
    else if (bytes.includes(0)) problems.add(line, 'nul');
    lines.push(Buffer.from(bytes.toString('utf8').replaceAll('\0', '')));
    start = end;
  }
  return Buffer.concat(lines);
}

function count(part: Buffer): number {
  let lines = 0;
  for (let at = part.indexOf(LF); at !== -1; at = part.indexOf(LF, at + 1)) lines += 1;
  return lines;
}

function withoutBom(part: Buffer): Buffer {
  return part.subarray(0, BOM.length).equals(BOM) ? part.subarray(BOM.length) : part;
}

/** What some spreadsheets write as "Unicode text": every line of it would be bad. */
function isUtf16(part: Buffer): boolean {
  const mark = part.length > 1 ? part.readUInt16BE(0) : 0;
  return mark === 0xfffe || mark === 0xfeff;
}
