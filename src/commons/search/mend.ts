/**
 * X7: compares the index with the town, for what came or went without an act of its own: a conversation brought in, a date that
 * passed. It goes piece by piece, each a transaction of its own, so that nobody who writes beside it waits for more than one.
 */
import { searchables } from '#commons/happenings/index.ts';
import type { Db } from '#kernel/database/dialect.ts';
import { inTurns } from '#kernel/in-turns.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { keepEntries, lockedState } from './keep-entries.ts';
import { goneThings, unknownThings } from './sources.ts';

/** Things, and numbers of the index, that are compared in one piece. */
const THINGS_AT_ONCE = 2000;
const NUMBERS_AT_ONCE = 5000;

type Write = <T>(work: (db: Db) => Promise<T>) => Promise<T>;

/** What one piece looked at, and what was not as the town is. */
interface Piece {
  looked: number;
  missed: number;
}

/** A town of a hundred acts a day is looked through in one turn, one of a million opinions in half an hour; everything within the hour or two. */
export const mendInTurns = inTurns({
  everyMs: 3_600_000,
  aTurn: 5000,
  async *pieces({ hub, hubwise }) {
    for await (const { looked } of everything((work) => hubwise.write(hub.id, work), hub.id)) yield looked;
  },
});

async function* everything(write: Write, hubId: number): AsyncGenerator<Piece> {
  for (const kind of searchables().keys()) yield* addUnknown(write, hubId, kind);
  yield* dropGone(write, hubId, null);
}

/** Things of a kind that came or went by the thousand, with one act for all of them: found, or not any more, when this ends. */
export async function indexKind({ hub, hubwise }: JobContext, kind: string): Promise<void> {
  await mendAll((work) => hubwise.write(hub.id, work), hub.id, kind);
}

/** The same within one transaction. Gives how many things of the kind the index had missed. */
export async function mendKind(db: Db, hubId: number, kind: string): Promise<number> {
  return mendAll((work) => work(db), hubId, kind);
}

async function mendAll(write: Write, hubId: number, kind: string): Promise<number> {
  let all = 0;
  for await (const { missed } of addUnknown(write, hubId, kind)) all += missed;
  for await (const { missed } of dropGone(write, hubId, kind)) all += missed;
  return all;
}

async function* addUnknown(write: Write, hubId: number, kind: string): AsyncGenerator<Piece> {
  let after: string | null = null;
  do {
    const { looked, ids, last } = await write(async (db) => {
      const state = await lockedState(db, hubId);
      const unknown = await unknownThings(db, state, kind, after, THINGS_AT_ONCE);
      await keepEntries(db, state, new Map([[kind, unknown.ids]]));
      return unknown;
    });
    after = last;
    yield { looked, missed: ids.length };
  } while (after !== null);
}

async function* dropGone(write: Write, hubId: number, kind: string | null): AsyncGenerator<Piece> {
  let from = 0;
  let end = 0;
  do {
    const gone = await write(async (db) => {
      const state = await lockedState(db, hubId);
      end = state.next;
      const things = await goneThings(db, state, kind, from, NUMBERS_AT_ONCE);
      await keepEntries(db, state, idsByKind(things));
      return things;
    });
    yield { looked: Math.min(NUMBERS_AT_ONCE, Math.max(end - from, 0)), missed: gone.length };
    from += NUMBERS_AT_ONCE;
  } while (from < end);
}

function idsByKind(things: readonly { kind: string; id: string }[]): Map<string, string[]> {
  const byKind = Map.groupBy(things, ({ kind }) => kind);
  return new Map([...byKind].map(([kind, all]) => [kind, all.map(({ id }) => id)]));
}
