/** F7.5 A town's list of groups as a file: what may be in it, and the words that may be said against bringing it in. */
import { z } from 'zod';
import type { ImportKind } from '#commons/file-imports/index.ts';
import { refuse as refuseKernel, refuser } from '#kernel/refusal.ts';
import type { Encoding } from './encoding.ts';

/** What a column may be. */
export const LIST_ITEMS = [
  'name',
  'reading',
  'kind',
  'purpose',
  'fields',
  'areas',
  'founded',
  'memberCount',
  'number',
  'representative',
  'person',
  'address',
  'phone',
  'email',
  'website',
  'seeks',
  'offers',
] as const;
export type ListItem = (typeof LIST_ITEMS)[number];

/** The bytes of a list, from its beginning, each time it is called. */
export type Bytes = () => AsyncIterable<Uint8Array>;

export interface Line {
  /** in the file, as an editor counts them */
  line: number;
  /** in a spreadsheet, which shows a line break within its cell */
  row: number;
  cells: string[];
}

/** The line that names the columns, or two where they are broken over two. */
export interface Head {
  row: number;
  rows: 1 | 2;
  columns: string[];
}

export interface ListFormat {
  encoding: Encoding;
  delimiter: ',' | '\t' | ';';
  columns: string[];
  /** without it (lists looked at before) the first line is the head */
  head?: Pick<Head, 'row' | 'rows'>;
  /** the national portal's own file, which has a column for each field */
  isPortal: boolean;
  rows: number;
  sha256: string;
}

export interface Mapping {
  /** which column is which item, counted from 0 */
  columns: Partial<Record<ListItem, number>>;
  /** contacts that become public; the others are kept */
  open: string[];
  /** what becomes of entries that are here already, or twice in the list */
  double: 'skip' | 'bring';
  /** cells that can't be read are left empty instead of being mistakes */
  isLenient: boolean;
  /** the row in which the columns are named, where somebody said so */
  headRow?: number;
  /** lines that come although they look like one that is here */
  also?: number[];
  /** which column is what has to be guessed: another row names them */
  isOpen?: boolean;
}

export type ProblemCode =
  | 'no-name'
  | 'too-long'
  | 'bad-number'
  | 'bad-date'
  | 'bad-count'
  | 'bad-address'
  | 'unknown-field'
  | 'broken-text'
  | 'stray-quote'
  | 'no-name-column'
  | 'empty-file'
  | 'is-workbook'
  | 'no-text'
  | 'no-such-row'
  | 'too-many-rows';

export interface Problem {
  line: number;
  /** in a spreadsheet, where it is another than the line */
  row?: number;
  column: string;
  code: ProblemCode;
  cell: string;
}

/** Where reading can't go on. */
export class UnreadableList extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, line: number, column = '', row = line) {
    super(code);
    this.problem = { line, column, code, cell: '', ...(row === line ? {} : { row }) };
  }
}

export const DOUBLE_BY = ['number', 'name', 'reading', 'name-only'] as const;
/** `name-only`: the same name, read otherwise. */
export type DoubleBy = (typeof DOUBLE_BY)[number];

/** How an entry of the list is one that is here, or stands earlier in the list. */
export interface Double {
  line: number;
  name: string;
  row?: number;
  by: DoubleBy;
  /** comes all the same: somebody said that it is another */
  comes?: boolean;
  /** null: earlier in the same list */
  id: string | null;
  other: string;
}

/** An entry as it would come; `kind` is its name in the house. */
export type ShownEntry = Record<string, string>;

export interface Sight {
  rows: ShownEntry[];
  doubles: Double[];
  /** cells that are left empty or cut because they can't be read */
  emptied?: Problem[];
}

export interface Counts {
  rows: number;
  /** would come, or have come */
  coming: number;
  doubles: number;
  problems: number;
  emptied?: number;
  /** rows that say nothing in any of the columns, and dissolved corporations */
  passed?: number;
  invited?: number;
  /** the last entry that was written to */
  invitedTo?: string;
  removed?: number;
  kept?: number;
}

export const MOST_ROWS = 200_000;
/** Problems and doubles that are told one by one. */
export const TOLD = 50;
export const LISTS: ImportKind = { table: 'group_imports', pieces: 'group_import_pieces', largestMb: 100 };

export const mappingInput = z.object({
  id: z.uuid(),
  columns: z.record(z.string(), z.coerce.number().int().min(-1).max(500)),
  open: z.array(z.string()),
  double: z.enum(['skip', 'bring'], { error: 'not-a-choice' }),
  isLenient: z.boolean(),
  headRow: z.coerce.number({ error: 'not-a-number' }).int('not-a-number').min(0, 'not-a-number').optional().default(0),
});

export const doublesInput = z.object({ id: z.uuid(), lines: z.array(z.coerce.number().int().min(1)).max(TOLD) });

export type ImportRefusal =
  | 'desk-only'
  | 'no-file'
  | 'not-looked'
  | 'has-problems'
  | 'not-done'
  | 'nothing-comes'
  | 'invited-already';

export const refuse = refuser<ImportRefusal>('groupImports');

export function notFound() {
  return refuseKernel('not-found', { status: 404 });
}
