/** What work in the background knows. Jobs run at least once: handlers are idempotent by their key. */
import type { EventInput, Hub } from './context.ts';
import type { Hubwise } from './database/database.ts';
import type { Db } from './database/dialect.ts';
import type { Log } from './log.ts';

/** Whoever asked for a job, as its act was recorded: for whom it acted, and the person. */
export interface JobBy {
  actorId: string;
  personId: string;
}

export interface JobContext {
  hub: Hub;
  hubwise: Hubwise;
  now: Date;
  log: Log;
  newId(): string;
  randomId(): string;
  /** whoever's act asked for this job; null: the clock did, under the hub's rules */
  by: JobBy | null;
  /** an event of whoever asked for the job, or of the clock; in the transaction that changes the rows */
  record(db: Db, event: EventInput): Promise<void>;
  /** tell every web process that these pages changed */
  invalidate(tags: readonly string[]): Promise<void>;
}
