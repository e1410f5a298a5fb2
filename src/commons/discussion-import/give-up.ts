/** Uploads that never ended and imports that no worker could do leave nothing behind. */
import { run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';

const HOUR = 3_600_000;
/** Far longer than an upload may take. */
const UPLOADING_MS = 2 * HOUR;
/** So long a fault that isn't the files' is tried again. */
const WORKING_MS = 24 * HOUR;

/** A tick; doing it twice changes nothing. */
export async function giveUpImports({ hub, hubwise, now }: JobContext): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  await hubwise.write(hub.id, async (db) => {
    const left = await run<{ id: string }>(
      db,
      "select id from imports where hub_id = $1 and ended_at is null and begun_at < $2 and state = 'uploading' for update skip locked",
      [hub.id, before(UPLOADING_MS)],
    );
    const stuck = await run<{ id: string }>(
      db,
      `update imports set state = 'failed', failure = 'given-up', ended_at = $3
       where hub_id = $1 and ended_at is null and begun_at < $2 and state in ('waiting', 'working') returning id`,
      [hub.id, before(WORKING_MS), now],
    );
    const ids = [...left, ...stuck].map(({ id }) => id);
    if (ids.length === 0) return;
    await run(db, 'delete from import_chunks where hub_id = $1 and import_id = any($2::uuid[])', [hub.id, ids]);
    await run(db, 'delete from imports where hub_id = $1 and id = any($2::uuid[])', [hub.id, left.map(({ id }) => id)]);
  });
}
