// Serves X12 (speed is designed in): a page for people who are signed in is the same for all of them but for a few parts. A
// part says what of the reader it depends on (its state), and makes its HTML of that alone, so that the page and its parts
// can be kept and given to the next reader, and nothing of one reader can be shown to another.
import { randomBytes } from 'node:crypto';
import type { Reader } from '../context.ts';
import type { Db } from '../database/dialect.ts';

/** Reads what a page shows to this reader alone, e.g. its own choices. Run anew for every reader and request. */
export type OwnRead<T> = (db: Db, reader: Reader) => Promise<T>;

/** Who reads, and what was read for it. */
export interface Own {
  readonly reader: Reader | null;
  /** null where nobody is signed in */
  of<T>(read: OwnRead<T>): T | null;
}

export interface PersonalPart<State = unknown> {
  /** everything of the reader that the part depends on, as plain JSON; readers of equal state are shown the same */
  state: (own: Own) => State;
  /** HTML; depends on nothing but `state` and what is the same for everybody */
  render: (state: State) => string;
  /** false: differs for every reader or every time, never kept */
  isShared: boolean;
}

// Nobody can write a mark: it holds a number that is drawn at the start of the process, and marks never leave it.
const MARK = `\u0000${randomBytes(12).toString('base64url')}:`;
const END = '\u0000';

/** Stands in a page where part `number` belongs. */
export function markOf(number: number): string {
  return `${MARK}${number}${END}`;
}

/** Text and numbers of parts, in their order. */
export function splitAtMarks(body: string): (string | number)[] {
  const [first = '', ...rest] = body.split(MARK);
  const nodes: (string | number)[] = first === '' ? [] : [first];
  for (const piece of rest) {
    const end = piece.indexOf(END);
    nodes.push(Number(piece.slice(0, end)));
    if (end + 1 < piece.length) nodes.push(piece.slice(end + 1));
  }
  return nodes;
}

/** The page as `own` sees it; what was read for its parts is in `own`. */
export function fillParts(body: string, parts: readonly PersonalPart[], own: Own): string {
  if (!body.includes(MARK)) return body;
  let filled = '';
  for (const node of splitAtMarks(body)) {
    if (typeof node === 'string') filled += node;
    else {
      const part = parts[node]!;
      filled += fillParts(part.render(part.state(own)), parts, own);
    }
  }
  return filled;
}

/** Nobody is signed in. */
export const NOBODY: Own = { reader: null, of: () => null };

/** Runs the reads, all at once. */
export async function ownOf(
  reader: Reader | null,
  reads: readonly OwnRead<unknown>[],
  read: (work: (db: Db) => Promise<unknown[]>) => Promise<unknown[]>,
): Promise<Own> {
  if (!reader) return NOBODY;
  const found = new Map<OwnRead<unknown>, unknown>();
  if (reads.length > 0) {
    const results = await read((db) => Promise.all(reads.map((one) => one(db, reader))));
    for (const [at, one] of reads.entries()) found.set(one, results[at]);
  }
  return { reader, of: <T>(one: OwnRead<T>) => (found.get(one as OwnRead<unknown>) as T | undefined) ?? null };
}
