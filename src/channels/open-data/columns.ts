/** X8: columns of a file with their names for people and for programs. Pure. */
import type { CellType, Dataset } from '#kernel/open-data.ts';

export interface Column {
  /** for programs: the English heading, in small letters */
  name: string;
  ja: string;
  en: string;
  type: CellType;
}

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** National columns have no English heading: they are counted. */
function programName(heading: string, at: number): string {
  if (JAPANESE.test(heading)) return `column_${at + 1}`;
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}

/** @throws where there are as many types as there are headings no more */
export function columnsOf({ name, columns, types }: Pick<Dataset, 'name' | 'columns' | 'types'>): Column[] {
  const [ja, en] = [columns('ja'), columns('en')];
  if (ja.length !== types.length || en.length !== types.length)
    throw new Error(`${name}: ${ja.length} columns in Japanese, ${en.length} in English, ${types.length} types`);
  return types.map((type, at) => ({
    name: programName(en[at]!, at),
    ja: ja[at]!,
    en: en[at]!,
    type,
  }));
}
