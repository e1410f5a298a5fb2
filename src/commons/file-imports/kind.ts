/** F1.3, F7.5 What is brought in from a file: read by the worker and shown first, then all of it or nothing, and undone as one. */

/** One kind of import, with its tables: an import a row, its file in pieces. Names of the house, never typed ones. */
export interface ImportKind {
  /** has hub_id, id, person_id, state, percent and begun_at */
  table: `${string}_imports`;
  /** has hub_id, import_id, n and bytes */
  pieces: `${string}_import_pieces`;
  largestMb: number;
}

export const IMPORT_STATES = ['sending', 'looking', 'looked', 'bringing', 'done', 'refused', 'undone'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export function isUnderWay({ state }: { state: ImportState }): boolean {
  return state === 'sending' || state === 'looking' || state === 'bringing';
}
