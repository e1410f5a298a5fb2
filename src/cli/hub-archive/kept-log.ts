/**
 * P6: the journal of a town that moves. The new place has another key and another number for the town, so the log can't simply go on: it is
 * closed, goes along as the public files it always was, and stays verifiable by itself; the new log's first entry is its last signed head.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type pg from 'pg';
import { encodeVkey } from '#commons/journal/checkpoint.ts';
import { journalFile } from '#commons/journal/files.ts';
import { filesOf } from '#commons/journal/mirror.ts';
import { parseCheckpoint, parseNote } from '#commons/journal/note.ts';
import type { SigningKey } from '#commons/journal/signing-key.ts';
import type { LogSource } from '#commons/journal/source.ts';
import type { Sql } from '#commons/journal/storage.ts';
import { tilePath } from '#commons/journal/tiles.ts';
import { verifyLog } from '#commons/journal/verify.ts';
import type { ArchiveWriter } from '../archive/archive-file.ts';
import type { OpenArchive } from '../archive/archive-reading.ts';

const FOLDER = 'journal';

/** The journal's view of a connection that is in a transaction of the hub: one statement after the other. */
export function sqlOn(client: pg.ClientBase): Sql {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    query: <R>(text: string, values: unknown[]) => {
      const asked = turn.then(async () => (await client.query(text, values)).rows as R[]);
      turn = asked.catch(() => {});
      return asked;
    },
  };
}

/** The log as the database has it. `note`: its newest signed head. */
export function storedLog(sql: Sql, hub: number, note: string, key: SigningKey): { source: LogSource; vkey: string } {
  const { origin } = parseCheckpoint(parseNote(note).text);
  const vkey = encodeVkey(origin, key.publicKey as never);
  const read: LogSource['read'] = async (path) => {
    const file = await journalFile(sql, hub, path, vkey);
    return file && Buffer.from(file.body as string);
  };
  return { source: { name: origin, read }, vkey };
}

/** Whether all of the stored log holds, by this key. */
export async function storedLogHolds(sql: Sql, hub: number, note: string, key: SigningKey): Promise<boolean> {
  const { source, vkey } = storedLog(sql, hub, note, key);
  return (await verifyLog(source, { vkey })).holds;
}

/** Writes the log's files as members of an archive. */
export async function addLog(
  archive: ArchiveWriter,
  { sql, hub, note, key }: { sql: Sql; hub: number; note: string; key: SigningKey },
): Promise<void> {
  const { source } = storedLog(sql, hub, note, key);
  for (const path of logPaths(note)) {
    const bytes = await source.read(path, Number.POSITIVE_INFINITY);
    if (!bytes) throw new Error(`the journal lacks ${path}`);
    await archive.add(`${FOLDER}/${path}`, bytes as Buffer);
  }
}

function logPaths(note: string): string[] {
  const { size } = parseCheckpoint(parseNote(note).text);
  return ['key', 'checkpoint', ...[...filesOf(size)].map(tilePath)];
}

/** Whether the log in the archive holds by itself and ends with this head. */
export async function archivedLogHolds(archive: OpenArchive, note: string): Promise<boolean> {
  const listed = new Set(archive.manifest.members.map(({ path }) => path));
  const source: LogSource = {
    name: FOLDER,
    read: async (path) => (listed.has(`${FOLDER}/${path}`) ? buffer(await archive.read(`${FOLDER}/${path}`)) : null),
  };
  const { holds, note: last } = await verifyLog(source);
  return holds && last === note && listed.has(`${FOLDER}/key`);
}

/**
 * Lays the closed log out as a folder that can be served and verified as it is.
 * @returns the folder, or null where the town had no journal
 */
export async function layOutLog(archive: OpenArchive, parent: string, name: string): Promise<string | null> {
  const note = archive.manifest.hubs[0]!.checkpoint;
  if (note === null) return null;
  const { origin } = parseCheckpoint(parseNote(note).text);
  const folder = join(parent, `${name}-${origin.replace(/[^a-z0-9.-]+/gi, '-')}`);
  for (const path of logPaths(note)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await buffer(await archive.read(`${FOLDER}/${path}`)));
  }
  return folder;
}
