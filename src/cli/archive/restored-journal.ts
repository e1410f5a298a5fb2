/**
 * P6, X12: the journal after a restore. Others may have read further than the archive reaches; going on from there would sign a second
 * history. So the log begins anew under the next name with the last head anybody knows as its first entry, unless the operator
 * says that nothing was published after the archive was made.
 */

import { journalFile } from '#commons/journal/files.ts';
import { parseCheckpoint, parseNote } from '#commons/journal/note.ts';
import { logOf, openJournal } from '#commons/journal/opened.ts';
import { currentOrigin, firstOrigin, restartLog } from '#commons/journal/restart.ts';
import { sequence } from '#commons/journal/sequencer.ts';
import type { SigningKey } from '#commons/journal/signing-key.ts';
import type { LogSource } from '#commons/journal/source.ts';
import { latestCheckpoint, sqlOf } from '#commons/journal/storage.ts';
import { type VerifyReport, verifyLog } from '#commons/journal/verify.ts';
import type { Hub } from '#kernel/context.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import { renumberCursors } from './renumbered-cursors.ts';

const AT_ONCE = 2000;

export interface SettledJournal {
  hub: Hub;
  /** null where there was no journal yet */
  origin: string | null;
  report: VerifyReport | null;
}

export interface JournalParts {
  hubwise: Hubwise;
  key: SigningKey;
  now: Date;
  /** go on where the archive ends: nothing was published after it */
  goOn: boolean;
  /** heads that were published, as signed notes, of any of the hubs */
  published: readonly string[];
}

/** Settles one hub's journal and verifies all of it. */
export async function settleJournal(hub: Hub, parts: JournalParts): Promise<SettledJournal> {
  const { hubwise, key, now } = parts;
  openJournal(key);
  const head = await hubwise.read(hub.id, (db) => latestCheckpoint(sqlOf(db), hub.id));
  if (!head) return { hub, origin: null, report: null };
  if (!parts.goOn) {
    const lastCheckpoint = newestOf([head.note, ...parts.published.filter((note) => isOf(hub, note))]);
    await hubwise.write(hub.id, async (db) => {
      await renumberCursors(db, hub.id);
      await restartLog(sqlOf(db), hub.id, { lastCheckpoint, now, key });
    });
  }
  for (let added = AT_ONCE; added === AT_ONCE; ) {
    added = await hubwise.write(hub.id, async (db) => {
      const sql = sqlOf(db);
      const origin = await currentOrigin(sql, hub.id, hub.host);
      return sequence(sql, hub.id, { now, key, origin, limit: AT_ONCE });
    });
  }
  return { hub, ...(await verifyStored(hubwise, hub)) };
}

/** Verifies the log as the database has it, with this deployment's key; null where there is none yet. `openJournal` comes first. */
export async function verifyStored(
  hubwise: Hubwise,
  hub: Hub,
): Promise<{ origin: string | null; report: VerifyReport | null }> {
  const head = await hubwise.read(hub.id, (db) => latestCheckpoint(sqlOf(db), hub.id));
  if (!head) return { origin: null, report: null };
  const { origin, vkey } = await hubwise.read(hub.id, (db) => logOf(sqlOf(db), hub));
  const source: LogSource = {
    name: origin,
    read: async (path) => {
      const file = await hubwise.read(hub.id, (db) => journalFile(sqlOf(db), hub.id, path, vkey));
      return file === null ? null : Buffer.from(file.body as string);
    },
  };
  return { origin, report: await verifyLog(source, { vkey }) };
}

/** Whether a head is of this hub's log, before or after any restart. */
function isOf(hub: Hub, note: string): boolean {
  const { origin } = parseCheckpoint(parseNote(note).text);
  const first = firstOrigin(hub.host);
  return origin === first || origin.startsWith(`${first}/`);
}

/** A later restart counts more than a longer log before it. */
function newestOf(notes: readonly string[]): string {
  const rank = (note: string): [number, number] => {
    const { origin, size } = parseCheckpoint(parseNote(note).text);
    return [Number(/\/(\d+)$/.exec(origin)?.[1] ?? 1), size];
  };
  return notes.reduce((best, note) => {
    const [[a, b], [c, d]] = [rank(best), rank(note)];
    return c > a || (c === a && d > b) ? note : best;
  });
}
