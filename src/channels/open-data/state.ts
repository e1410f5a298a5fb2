/**
 * X8: whether a file could be another one by now. What changes public things is an event, and its place in the journal is given in the order in which
 * acts become visible: how long the journal is, and which of the newest events are there (some wait for their place, some have none),
 * are the same only while nothing happened. Numbers alone wouldn't do: of two acts at once, the later number may be seen first.
 */
import { createHash } from 'node:crypto';
import { run } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';
import type { Dataset } from '#kernel/open-data.ts';
import type { Visit } from '#kernel/web/visit.ts';

/** More events than are ever carried out beside one another. */
const NEWEST = 500;
const MINUTE = 60_000;

const STATE = `select
    (select n from journal_leaves order by n desc limit 1)::text as leaf,
    md5(coalesce(string_agg(e.id::text, '' order by e.id), '')) as events,
    max(e.at) as changed_at
  from (select id, at from events order by id desc limit ${NEWEST}) e`;

export interface FileState {
  etag: string;
  /** the last act; null: nothing has happened yet */
  changedAt: Date | null;
}

/** One round of queries. `dataset`: what it alone depends on is looked at, too. */
export async function fileState(
  visit: Visit,
  dataset: Pick<Dataset, 'byClock' | 'counted'> | null,
): Promise<FileState> {
  const [[row], counted] = await visit.read((db) =>
    Promise.all([
      run<{ leaf: string | null; events: string; changed_at: Date | null }>(db, STATE),
      dataset?.counted?.(db) ?? '',
    ]),
  );
  const { hub, lang, now, url } = visit;
  // Once a day in any case: what nobody thought of is a day old at most.
  const clock = dataset?.byClock ? Math.floor(now.getTime() / MINUTE) : tokyoDate(now);
  const said = [
    url.pathname,
    url.search,
    lang,
    hub.rulesVersion,
    visit.assets.css,
    row!.leaf,
    row!.events,
    counted,
    clock,
  ];
  const hash = createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22);
  return { etag: `W/"${hash}"`, changedAt: row!.changed_at };
}
