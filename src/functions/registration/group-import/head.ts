/** F7.5 Which line of a list names its columns: towns write a title above, and break heads over two lines. Pure. */
import { foldText } from '#kernel/grams.ts';
import { isSound, normaliseLine } from '#kernel/text.ts';
import { guessColumns, isPortalFile } from './columns.ts';
import type { Head, Line } from './list.ts';

/** A head stands within the first lines of a sheet. */
export const HEAD_WITHIN = 20;
const HEAD_MAX = 60;
/** A second line is one of the head when so many more columns are known with it. */
const WORTH_TWO = 2;

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

function headCell(cell: string): string {
  return isSound(cell) ? normaliseLine(cell).slice(0, HEAD_MAX) : '';
}

/** Cells that were merged hold their text in the first of them alone. */
function filled(cells: readonly string[]): string[] {
  let last = '';
  return cells.map((cell) => {
    last = cell || last;
    return last;
  });
}

function together(upper: readonly string[], lower: readonly string[]): string[] {
  const over = filled(upper);
  const width = Math.max(upper.length, lower.length);
  return Array.from({ length: width }, (_, at) => {
    const below = lower[at] ?? '';
    return below === '' ? (upper[at] ?? '') : `${over[at] ?? ''} ${below}`.trim();
  });
}

function knownIn(columns: readonly string[]): number {
  if (isPortalFile(columns)) return Number.POSITIVE_INFINITY;
  const guessed = guessColumns(columns);
  return Object.keys(guessed).length + (guessed.name === undefined ? 0 : 1);
}

/** A line of heads with merged cells; a title has one cell alone. */
function isMerged(cells: readonly string[]): boolean {
  return cells.includes('') && cells.filter((cell) => cell !== '').length > 1;
}

/** What stands in a line of entries and never in a head. */
function isOfEntries(cells: readonly string[]): boolean {
  return cells.some((cell) => /\d{3}|@/.test(foldText(cell)));
}

/**
 * The head among the first lines. `chosen`: the row that whoever sends it says it is; 0: not said. Null when every line is empty.
 * Where no line names a column, it is the first one.
 */
export function findHead(lines: readonly Line[], chosen = 0): Head | null {
  const here = lines.filter(({ cells }) => !isEmpty(cells)).map((one) => ({ ...one, cells: one.cells.map(headCell) }));
  const among = chosen > 0 ? here.filter(({ row }) => row === chosen) : here;
  let best: (Head & { known: number }) | null = null;
  for (const { row, cells } of among) {
    const known = knownIn(cells);
    if (best === null || known > best.known) best = { row, rows: 1, columns: cells, known };
    const next = here.find((one) => one.row === row + 1);
    if (!next || !isMerged(cells) || isOfEntries(next.cells)) continue;
    const both = together(cells, next.cells);
    const knownTogether = knownIn(both);
    if (knownTogether >= known + WORTH_TWO && knownTogether > best.known)
      best = { row, rows: 2, columns: both, known: knownTogether };
  }
  if (!best) return null;
  const { known: _known, ...head } = best;
  return head;
}
