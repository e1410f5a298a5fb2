/** F7.5 A town's list of groups as a file: what may be in it, and the words that may be said against bringing it in. */
import { z } from 'zod';
import type { ImportKind } from '#commons/file-imports/index.ts';
import { refuse as refuseKernel, refuser } from '#kernel/refusal.ts';

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

export interface ListFormat {
  encoding: 'utf-8' | 'shift_jis' | 'utf-16le';
  delimiter: ',' | '\t' | ';';
  columns: string[];
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
  | 'too-many-rows';

export interface Problem {
  line: number;
  column: string;
  code: ProblemCode;
  cell: string;
}

/** How an entry of the list is one that is here, or stands earlier in the list. */
export interface Double {
  line: number;
  name: string;
  by: 'number' | 'name' | 'reading';
  /** null: earlier in the same list */
  id: string | null;
  other: string;
}

export interface Sight {
  rows: Record<string, string>[];
  doubles: Double[];
}

export interface Counts {
  rows: number;
  /** would come, or have come */
  coming: number;
  doubles: number;
  problems: number;
  invited?: number;
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
});

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
