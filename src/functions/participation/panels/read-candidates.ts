/** F9.9 The list of candidates as a CSV file brings it: number, a column for each stratum, contact. Every line that is wrong is named. Pure. */
import { parse } from 'csv-parse/sync';
import { LANGS, type Lang } from '#kernel/lang.ts';
import type { LotEntry } from '#kernel/lot.ts';
import { Refusal, type RefusalItem } from '#kernel/refusal.ts';
import { isSound, normaliseLine } from '#kernel/text.ts';
import { MOST_CANDIDATES, type PanelRefusal, refuse } from './panel.ts';
import { words } from './words.ts';

export interface Candidate extends LotEntry {
  contact: string;
}

const NAMED = 10;
const field = 'csv';

/** The head of the file: number, the strata as the panel names them, contact. */
export function headOf(strata: readonly string[], lang: Lang): string[] {
  const { number, contact } = words(lang).fileHead;
  return [number, ...strata, contact];
}

/** @throws Refusal with every kind of mistake and its lines, counted with the head line as 1 */
export function readCandidates(csv: string, strata: readonly string[], size: number): Candidate[] {
  const [head, ...lines] = recordsOf(csv);
  if (!head || lines.length === 0) throw refuse('list-empty', { field });
  const same = (names: readonly string[]) =>
    names.length === head.length && names.every((name, at) => name === head[at]);
  if (!LANGS.some((lang) => same(headOf(strata, lang))))
    throw refuse('list-head', { field, facts: { head: headOf(strata, 'ja').join(',') } });
  if (lines.length > MOST_CANDIDATES) throw refuse('list-too-long', { field, facts: { most: MOST_CANDIDATES } });
  const wrong = new Map<PanelRefusal, number[]>();
  const met = new Set<string>();
  const candidates = lines.flatMap((cells, at): Candidate[] => {
    const mistake = mistakeIn(cells, head.length, met);
    if (mistake) wrong.set(mistake, [...(wrong.get(mistake) ?? []), at + 2]);
    const [number = '', ...rest] = cells;
    met.add(number);
    return [{ number, strata: rest.slice(0, -1), contact: rest.at(-1) ?? '' }];
  });
  if (wrong.size > 0)
    throw new Refusal(
      'panels',
      [...wrong].map(([code, at]) => named(code, at)),
    );
  if (candidates.length < size) throw refuse('list-too-short', { field, facts: { n: candidates.length, size } });
  return candidates;
}

function recordsOf(csv: string): string[][] {
  if (!isSound(csv)) throw refuse('list-quotes', { field });
  try {
    const records = parse(csv, {
      bom: true,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      skip_empty_lines: true,
    }) as string[][];
    return records.map((cells) => cells.map(normaliseLine));
  } catch {
    throw refuse('list-quotes', { field });
  }
}

function mistakeIn(cells: readonly string[], columns: number, met: ReadonlySet<string>): PanelRefusal | null {
  const [number = '', ...rest] = cells;
  if (cells.length !== columns) return 'lines-short';
  if (!/^[A-Za-z0-9-]{1,20}$/.test(number)) return 'lines-number';
  if (met.has(number)) return 'lines-twice';
  if (rest.slice(0, -1).some((value) => value === '' || value.length > 40)) return 'lines-stratum';
  const contact = rest.at(-1)!;
  return contact === '' || contact.length > 300 ? 'lines-contact' : null;
}

function named(code: PanelRefusal, at: readonly number[]): RefusalItem {
  const lines = at.slice(0, NAMED).join(', ') + (at.length > NAMED ? ' …' : '');
  return { code, field, facts: { lines, n: at.length } };
}
