/** X1: what was put together for somebody: listed, handed out piece by piece, and gone after a week. Only its owner finds it. */
import { Readable } from 'node:stream';
import type { Hubwise } from '#kernel/database/database.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';

export interface ExportItem {
  id: string;
  state: 'waiting' | 'working' | 'done';
  percent: number;
  bytes: number;
  asked_at: Date;
  expires_at: Date;
}

const SHOWN = 'id, state, percent, bytes::float8 as bytes, asked_at, expires_at';

/** Newest first; at most ten are shown. */
export function exportsOf(db: Db, hubId: number, personId: string, now: Date): Promise<ExportItem[]> {
  return run<ExportItem>(
    db,
    `select ${SHOWN} from account_exports where hub_id = $1 and person_id = $2 and expires_at > $3 order by id desc limit 10`,
    [hubId, personId, now],
  );
}

/** One that is ready and theirs; else null. */
export async function readyExport(
  db: Db,
  hubId: number,
  who: { id: string; personId: string; now: Date },
): Promise<ExportItem | null> {
  const [row] = await run<ExportItem>(
    db,
    `select ${SHOWN} from account_exports where hub_id = $1 and id = $2 and person_id = $3 and expires_at > $4 and state = 'done'`,
    [hubId, who.id, who.personId, who.now],
  );
  return row ?? null;
}

/** The bytes, read piece by piece as the browser takes them. */
export function exportBytes(hubwise: Hubwise, hubId: number, id: string): Readable {
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let n = 0; ; n += 1) {
      const [piece] = await hubwise.read(hubId, (db) =>
        run<{ bytes: Buffer }>(
          db,
          'select bytes from account_export_chunks where hub_id = $1 and export_id = $2 and n = $3',
          [hubId, id, n],
        ),
      );
      if (!piece) return;
      yield piece.bytes;
    }
  }
  return Readable.from(pieces(), { objectMode: false });
}

/** Regular work: what is over is removed, made or not. */
export async function forgetExports({ hub, hubwise, now }: JobContext): Promise<void> {
  await hubwise.write(hub.id, (db) =>
    run(db, 'delete from account_exports where hub_id = $1 and expires_at <= $2', [hub.id, now]),
  );
}
