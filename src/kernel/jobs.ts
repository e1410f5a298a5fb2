/** What work in the background knows. Jobs run at least once: handlers are idempotent by their key. */
import type { Hub } from './context.ts';
import type { Hubwise } from './database/database.ts';
import type { Log } from './log.ts';

export interface JobContext {
  hub: Hub;
  hubwise: Hubwise;
  now: Date;
  log: Log;
  newId(): string;
  randomId(): string;
  /** tell every web process that these pages changed */
  invalidate(tags: readonly string[]): Promise<void>;
}
