/** F7.5 Which column of a list is which item, guessed by its name; the national portal's file is known by its own columns. Pure. */
import { foldText } from '#kernel/grams.ts';
import { LIST_ITEMS, type ListItem, type Mapping } from './list.ts';
import { COLUMN_NAMES, PORTAL_NAMES } from './list-words.ts';

function columnKey(name: string): string {
  return foldText(name)
    .replace(/[\s()（）[\]【】:：・_*※-]/g, '')
    .replace(/^\d{1,2}[.、]?(?=\D)/, '');
}

/** Each column is one item at most: first those whose name is the word, then those that contain it. */
export function guessColumns(columns: readonly string[]): Partial<Record<ListItem, number>> {
  const keys = columns.map(columnKey);
  const taken = new Set<number>();
  const found: Partial<Record<ListItem, number>> = {};
  const fits = [
    (key: string, word: string) => key === word,
    (key: string, word: string) => key.startsWith(word) || key.endsWith(word),
    (key: string, word: string) => word.length > 1 && key.includes(word),
  ];
  for (const fit of fits)
    for (const item of LIST_ITEMS) {
      if (found[item] !== undefined) continue;
      for (const word of COLUMN_NAMES[item].map(columnKey)) {
        const at = keys.findIndex((key, index) => !taken.has(index) && fit(key, word));
        if (at === -1) continue;
        found[item] = at;
        taken.add(at);
        break;
      }
    }
  return found;
}

/** 行政入力情報 of the NPO法人ポータルサイト: sixty columns, the 13th to 32nd a mark for each field. */
export const PORTAL_FIELDS_FROM = 12;
export const PORTAL_AUTHORITY = 2;
const PORTAL_DISSOLVED = 47;
const PORTAL: Partial<Record<ListItem, number>> = {
  name: 0,
  reading: 1,
  address: 4,
  representative: 7,
  founded: 10,
  purpose: 11,
  website: 48,
  number: 49,
};

export function isPortalFile(columns: readonly string[]): boolean {
  const keys = columns.map(columnKey);
  return (
    keys.length >= 50 &&
    keys[0]?.startsWith(columnKey(PORTAL_NAMES.name)) === true &&
    keys[2]?.startsWith(columnKey(PORTAL_NAMES.authority)) === true &&
    keys[49] === columnKey(PORTAL_NAMES.number)
  );
}

/** The mapping to begin with. What the portal publishes is public already; a town's list may not be. */
export function firstMapping(columns: readonly string[], isPortal: boolean): Mapping {
  if (isPortal)
    return { columns: PORTAL, open: ['representative', 'address', 'website'], double: 'skip', isLenient: true };
  return { columns: guessColumns(columns), open: ['website'], double: 'skip', isLenient: false };
}

/** Corporations that were dissolved stand in the portal's file, too. */
export function isDissolved(cells: readonly string[]): boolean {
  return (cells[PORTAL_DISSOLVED] ?? '').trim() !== '';
}
