/**
 * X7: compares the index with the town, for what came or went without an act of its own: a conversation brought in, a date that
 * passed. It goes piece by piece, each a transaction of its own, so that nobody who writes beside it waits for more than one.
 */
import { searchables } from '#commons/happenings/index.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import type { Db } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { keepEntries, lockedState } from './keep-entries.ts';
import { goneThings, unknownThings } from './sources.ts';

/** Things, and numbers of the index, that are compared in one piece. */
const THINGS_AT_ONCE = 2000;
const NUMBERS_AT_ONCE = 5000;
/** A round begins this long after the last one began, or when that one has ended. */
const ROUND_MS = 3_600_000;
/** Things and numbers of one turn: a town of a hundred acts a day is looked through in one, one of a million opinions in half an hour. */
const A_TURN = 5000;

type Write = <T>(work: (db: Db) => Promise<T>) => Promise<T>;

/** What one piece looked at, and what was not as the town is. */
interface Piece {
  looked: number;
  missed: number;
}

interface Round {
  began: number;
  /** null: it has ended */
  pieces: AsyncGenerator<Piece> | null;
}

/** Of each worker, by hub. */
const rounds = new WeakMap<Hubwise, Map<number, Round>>();

/** One turn of the round that is under way in this hub, or of a new one when it is time; within the hour or two everything was looked at. */
export async function mendInTurns(job: JobContext, aTurn = A_TURN): Promise<void> {
  const round = roundOf(job);
  for (let looked = 0; round.pieces && looked < aTurn; ) {
    try {
      const { value, done } = await round.pieces.next();
      if (done) round.pieces = null;
      else looked += value.looked;
    } catch (error) {
      // The next turn begins anew.
      rounds.get(job.hubwise)?.delete(job.hub.id);
      throw error;
    }
  }
}

function roundOf({ hub, hubwise, now }: JobContext): Round {
  const ours = rounds.get(hubwise) ?? new Map<number, Round>();
  rounds.set(hubwise, ours);
  const last = ours.get(hub.id);
  if (last && (last.pieces !== null || now.getTime() - last.began < ROUND_MS)) return last;
  const round = { began: now.getTime(), pieces: everything((work) => hubwise.write(hub.id, work), hub.id) };
  ours.set(hub.id, round);
  return round;
}

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
