/**
 * P6, the journal: after a restored backup or a promoted replica. The log that was published may be longer than the one
 * in the database; going on with that would sign a second history. So the log starts again under a new name, with the
 * last checkpoint anybody has of the old one as its first entry, and every public act is numbered anew. Proofs that
 * people have keep holding by themselves; checkpoints they have can be compared with that first entry.
 */
import { signCheckpoint } from './checkpoint.ts';
import { buildEntry } from './entry.ts';
import { GrowingTree } from './growing-tree.ts';
import { leafHash } from './merkle.ts';
import { parseCheckpoint, parseNote } from './note.ts';
import type { SequencerParts } from './sequencer.ts';
import {
  forgetLog,
  insertCheckpoint,
  insertLeaves,
  latestCheckpoint,
  type Sql,
  takeTurn,
  upsertTiles,
} from './storage.ts';

/** The name of a hub's log before any restart: its host and `/journal`. */
export function firstOrigin(host: string): string {
  return `${host}/journal`;
}

/** `host/journal`, `host/journal/2`, `host/journal/3`… */
export function nextOrigin(origin: string): string {
  const match = /^(.*)\/(\d+)$/.exec(origin);
  return match ? `${match[1]}/${Number(match[2]) + 1}` : `${origin}/2`;
}

/** The name a hub's log has now. A hub that moved to another host begins with that one's name. */
export async function currentOrigin(sql: Sql, hub: number, host: string): Promise<string> {
  const head = await latestCheckpoint(sql, hub);
  const first = firstOrigin(host);
  if (!head) return first;
  const { origin } = parseCheckpoint(parseNote(head.note).text);
  return origin === first || origin.startsWith(`${first}/`) ? origin : first;
}

export interface RestartParts extends Pick<SequencerParts, 'now' | 'key'> {
  /** The newest checkpoint that was published, as a signed note: from a mirror, a reader, or the backup. */
  lastCheckpoint: string;
  /** The new log's name, where the town goes on at another host; else the next one after the old log's. */
  origin?: string;
}

/**
 * Starts the hub's log again; the next turns of the sequencer fill it.
 *
 * @param sql one open transaction of the hub, with nothing sequencing meanwhile
 * @returns the log's new origin
 * @throws NoteError if the last checkpoint is none; Error if a sequencer is at work
 */
export async function restartLog(sql: Sql, hub: number, parts: RestartParts): Promise<string> {
  const { lastCheckpoint, now, key } = parts;
  const last = parseCheckpoint(parseNote(lastCheckpoint).text);
  const origin = parts.origin ?? nextOrigin(last.origin);
  if (!(await takeTurn(sql, hub))) throw new Error(`hub ${hub}: the journal is being written`);
  await forgetLog(sql, hub);
  const entry = buildEntry({ hub, at: now.toISOString(), continues: lastCheckpoint });
  const hash = leafHash(entry);
  const tree = new GrowingTree();
  tree.append(hash);
  const root = Buffer.from(tree.root());
  await insertLeaves(sql, hub, [{ n: 0, eventId: null, entry, hash }]);
  await upsertTiles(sql, hub, tree.takePartial());
  await insertCheckpoint(sql, hub, { size: 1, root, note: signCheckpoint({ origin, size: 1, root }, key) }, now);
  return origin;
}
