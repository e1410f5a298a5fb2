/** X10: files that hang on nothing a day after they came are cleared away: forms that were never finished, files taken off a draft. */
import { run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { holdContent } from './hold-content.ts';
import { files } from './setting.ts';
import { storeKey } from './store.ts';

const DAY_MS = 24 * 3_600_000;
const AT_ONCE = 100;

/** Idempotent; one file a transaction, so that a store that falters stops nothing that is done. */
export async function clearAway({
  hub,
  hubwise,
  now,
  log,
}: Pick<JobContext, 'hub' | 'hubwise' | 'now' | 'log'>): Promise<void> {
  const before = new Date(now.getTime() - DAY_MS);
  const loose = await hubwise.read(hub.id, (db) =>
    run<{ id: string }>(
      db,
      `select f.id from files f where f.uploaded_at < $1
         and not exists (select from attachments x where x.hub_id = f.hub_id and x.file_id = f.id)
       order by f.uploaded_at limit ${AT_ONCE}`,
      [before],
    ),
  );
  for (const { id } of loose) {
    await hubwise
      .write(hub.id, async (db) => {
        // Whoever hangs it on something at this moment is waited for, or waits and finds it gone.
        const [row] = await run<{ sha256: string; widths: number[] }>(
          db,
          "select encode(sha256, 'hex') as sha256, widths from files where hub_id = $1 and id = $2 for update skip locked",
          [hub.id, id],
        );
        if (!row) return;
        await holdContent(db, hub.id, row.sha256);
        const gone = await run(
          db,
          `delete from files f where f.hub_id = $1 and f.id = $2
             and not exists (select from attachments x where x.hub_id = f.hub_id and x.file_id = f.id) returning f.id`,
          [hub.id, id],
        );
        if (gone.length === 0) return;
        const same = await run(db, "select id from files where hub_id = $1 and sha256 = decode($2, 'hex') limit 1", [
          hub.id,
          row.sha256,
        ]);
        if (same.length > 0) return;
        const { store } = files();
        await Promise.all(row.widths.map((width) => store.remove(storeKey(hub.id, row.sha256, width))));
        await store.remove(storeKey(hub.id, row.sha256));
      })
      .catch((error: unknown) => log.warn('a file could not be cleared away', { hub: hub.id, error }));
  }
}
