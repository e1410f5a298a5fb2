/** What work in the background knows. Jobs run at least once: handlers are idempotent by their key. */
import type { EventInput, Hub } from './context.ts';
import type { Hubwise } from './database/database.ts';
import type { Db } from './database/dialect.ts';
import type { Log } from './log.ts';

export interface JobContext {
  hub: Hub;
  hubwise: Hubwise;
  now: Date;
  log: Log;
  newId(): string;
  randomId(): string;
  /** an event of the clock, under the hub's rules; in the transaction that changes the rows */
  record(db: Db, event: EventInput): Promise<void>;
  /** tell every web process that these pages changed */
  invalidate(tags: readonly string[]): Promise<void>;
}
