/** F1.3 What was scheduled begins to be shown by its own date; the clock only announces it, and clears away links that ended. */

import { run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { shownEvent } from './publish.ts';
import { type PageKind, siteTags } from './site.ts';

const MOST_AT_ONCE = 100;

interface Due {
  id: string;
  kind: PageKind;
  title: string;
  words: string;
  version: number;
  valid_from: Date;
  site_id: string;
  key: string;
  group_id: string;
}

export async function announceScheduled(job: JobContext): Promise<void> {
  const { hub, hubwise, now } = job;
  const due = await hubwise.write(hub.id, async (db) => {
    const found = await run<Due>(
      db,
      `select p.id, p.kind, v.title, v.words, v.version, v.valid_from, s.id as site_id, s.key, s.group_id
       from site_page_versions v join site_pages p on p.hub_id = v.hub_id and p.id = v.page_id
       join sites s on s.hub_id = p.hub_id and s.id = p.site_id
       where v.cancelled_at is null and v.valid_from <= $1 and v.version > p.shown_version and s.closed_at is null
       order by v.valid_from, v.page_id limit ${MOST_AT_ONCE} for update of p skip locked`,
      [now],
    );
    for (const one of found) {
      await run(
        db,
        `update site_pages set shown_version = $3, shown_at = coalesce(shown_at, $4), withdrawn_at = null where hub_id = $1 and id = $2`,
        [hub.id, one.id, one.version, one.valid_from],
      );
      await run(db, 'update sites set changed_at = greatest(changed_at, $3) where hub_id = $1 and id = $2', [
        hub.id,
        one.site_id,
        one.valid_from,
      ]);
      const { id, kind, title, words, version, key, group_id } = one;
      const site = { id: one.site_id, key, group_id };
      await job.record(db, shownEvent({ site, page: { id, kind, title }, version }, { title, words }));
    }
    await run(db, 'delete from site_previews where hub_id = $1 and expires_at <= $2', [hub.id, now]);
    return found;
  });
  if (due.length > 0) await job.invalidate(due.flatMap((one) => siteTags(one.site_id, one.group_id)));
}
