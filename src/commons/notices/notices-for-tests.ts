/** What the worker does about notices, done at once. For tests. */
import { KEY, ORIGIN } from '#commons/journal/sample-key.ts';
import { sequence } from '#commons/journal/sequencer.ts';
import { sqlOf } from '#commons/journal/storage.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import type { JobContext } from '#kernel/jobs.ts';
import type { Log } from '#kernel/log.ts';
import type { TestTown } from '#test/support/town.ts';
import { spread } from './spread.ts';

const silent: Log = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  child: () => silent,
  flush: () => {},
};

export function jobOf(town: TestTown, more: Partial<JobContext> = {}): JobContext {
  return {
    hub: town.hub,
    hubwise: town.hubwise,
    now: town.now(),
    log: silent,
    newId: () => uuidv7(town.now()),
    randomId,
    by: null,
    record: async () => {},
    invalidate: async () => {},
    ...more,
  };
}

/** Gives every public act its place in the journal, as the worker does. */
export async function sequenceAll(town: TestTown): Promise<void> {
  const parts = { now: town.now(), key: KEY, origin: ORIGIN, limit: 5000 };
  await town.hubwise.write(town.hub.id, (db) => sequence(sqlOf(db), town.hub.id, parts));
}

/** Tells followers of everything that has happened. */
export async function spreadAll(town: TestTown): Promise<void> {
  await sequenceAll(town);
  await spread(jobOf(town));
}

export interface NoticeRow {
  id: string;
  kind: string;
  topic: string;
  title: string;
  href: string | null;
  facts: Record<string, unknown>;
  mail_after: Date | null;
  is_push_due: boolean;
  read_at: Date | null;
  is_hushed: boolean;
}

export function noticeRows(town: TestTown, personId: string): Promise<NoticeRow[]> {
  return town.rows<NoticeRow>(
    `select id, kind, topic, title, href, facts, mail_after, is_push_due, read_at, is_hushed from notices
     where person_id = $1 order by id`,
    [personId],
  );
}
