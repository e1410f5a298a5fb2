/**
 * P6, P4, the journal: the log as the files that C2SP tlog-tiles names, by their path below the log's address:
 * `checkpoint`, `tile/<L>/<N>[.p/<W>]`, `tile/entries/<N>[.p/<W>]`, and `key`, the verifier key, which is ours.
 */
import { latestCheckpoint, readEntriesTile, readTile } from './reads.ts';
import type { Sql } from './storage.ts';
import { parseTilePath } from './tiles.ts';

export interface JournalFile {
  body: string | Buffer;
  type: string;
  /** For the header Cache-Control. Tiles never change; the newest checkpoint is new every minute. */
  cacheControl: string;
}

const TEXT = 'text/plain; charset=utf-8';
const BYTES = 'application/octet-stream';
const FOR_EVER = 'public, max-age=31536000, immutable';
const FOR_SECONDS = 'public, max-age=5';

/** A file of the log, or null where there is none. At most one query. */
export async function journalFile(sql: Sql, hub: number, path: string, vkey: string): Promise<JournalFile | null> {
  if (path === 'key') return { body: `${vkey}\n`, type: TEXT, cacheControl: FOR_SECONDS };
  if (path === 'checkpoint') {
    const head = await latestCheckpoint(sql, hub);
    return head && { body: head.note, type: TEXT, cacheControl: FOR_SECONDS };
  }
  const tile = parseTilePath(path);
  if (!tile) return null;
  const { level, index, width } = tile;
  const body =
    level === 'entries'
      ? await readEntriesTile(sql, hub, { index, width })
      : await readTile(sql, hub, { level, index, width });
  return body && { body, type: BYTES, cacheControl: FOR_EVER };
}
