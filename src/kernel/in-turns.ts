/**
 * Regular work that looks through a whole town, one turn of a few pieces at a time: whatever else the worker does waits for one turn at most, and its
 * end too.
 */
import type { Hubwise } from './database/database.ts';
import type { JobContext } from './jobs.ts';

export interface InTurns {
  /** a round begins this long after the last one began, or when that one has ended */
  everyMs: number;
  /** how much one turn looks at, in what `pieces` gives: a small town is looked through in one */
  aTurn: number;
  /** one round: does a piece, in a transaction of its own, and gives how much it looked at */
  pieces(job: Pick<JobContext, 'hub' | 'hubwise'>): AsyncGenerator<number>;
}

interface Round {
  began: number;
  /** null: it has ended */
  pieces: AsyncGenerator<number> | null;
}

/** Each worker has rounds of its own, by hub; the first begins with it. After a failure the next turn begins anew. */
export function inTurns(work: InTurns): (job: JobContext, aTurn?: number) => Promise<void> {
  const rounds = new WeakMap<Hubwise, Map<number, Round>>();

  function roundOf({ hub, hubwise, now }: JobContext): Round {
    const ours = rounds.get(hubwise) ?? new Map<number, Round>();
    rounds.set(hubwise, ours);
    const last = ours.get(hub.id);
    if (last && (last.pieces !== null || now.getTime() - last.began < work.everyMs)) return last;
    const round = { began: now.getTime(), pieces: work.pieces({ hub, hubwise }) };
    ours.set(hub.id, round);
    return round;
  }

  return async (job, aTurn = work.aTurn) => {
    const round = roundOf(job);
    for (let looked = 0; round.pieces && looked < aTurn; ) {
      try {
        const { value, done } = await round.pieces.next();
        if (done) round.pieces = null;
        else looked += value;
      } catch (error) {
        rounds.get(job.hubwise)?.delete(job.hub.id);
        throw error;
      }
    }
  };
}
