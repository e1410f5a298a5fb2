// Serves X12: what a database that lags behind (a replica) may be asked. The primary's log has positions; this process asks for
// the current one after each change that it hears of. So it can say of a replica that has replayed the log up to some position
// which of those changes it certainly has, and how old at most what it shows is. Only this process's clock counts, and positions of one server.
import type { RenderTicket } from './page-cache.ts';
import type { Timers } from './timers.ts';

/** The primary's answer, in bytes of its log; not what is flushed, as a change may be told of before it is. */
export const PRIMARY_POSITION = `select (pg_current_wal_insert_lsn() - '0/0')::bigint as position`;
/** Asked of a replica before anything else in a transaction: what is read afterwards is at least as new. Null: it isn't a replica. */
export const REPLAYED_POSITION = `select (pg_last_wal_replay_lsn() - '0/0')::bigint as position`;

/** What was so when the primary was asked where its log is. */
export interface Mark {
  /** changes this process had heard of by then */
  ticket: RenderTicket;
  /** milliseconds, of the timers given */
  at: number;
}

/** Nothing older than this is of use to anybody. */
export const OLDEST_MS = 5_000;

export class Positions {
  readonly #now: Timers['now'];
  /** In the order in which they were asked for, so times and positions only grow. */
  #marks: (Mark & { position: number })[] = [];

  constructor(timers: Pick<Timers, 'now'>) {
    this.#now = () => timers.now();
  }

  /** To be taken before the primary is asked. */
  begin(ticket: RenderTicket): Mark {
    return { ticket, at: this.#now() };
  }

  /** Everything that was so at `mark` stands in the log before `position`. */
  note(mark: Mark, position: number): void {
    const oldest = this.#now() - OLDEST_MS;
    const stale = this.#marks.findIndex(({ at }) => at >= oldest);
    if (stale !== 0) this.#marks = stale === -1 ? [] : this.#marks.slice(stale);
    this.#marks.push({ ...mark, position });
  }

  /** Positions of another server, perhaps: what was noted is worth nothing. */
  clear(): void {
    this.#marks = [];
  }

  /** The newest mark that whoever has replayed the log up to `position` has reached; null: none that is young enough. */
  reached(position: number): Mark | null {
    const mark = this.#marks.findLast((one) => one.position <= position);
    return mark && this.#now() - mark.at <= OLDEST_MS ? mark : null;
  }

  /** How old at most, in milliseconds, what somebody at `position` shows is; Infinity: too old, or nobody knows. */
  age(position: number): number {
    const mark = this.reached(position);
    return mark === null ? Number.POSITIVE_INFINITY : this.#now() - mark.at;
  }
}
