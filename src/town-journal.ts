/**
 * P6: the journal is opened with the key that signed it, or not at all. A process that made a key of its own beside a journal that
 * is there would sign a second history; so one that was started without the key says so and ends.
 */
import { access } from 'node:fs/promises';
import type { ClientConfig } from 'pg';
import { encodeVkey, openCheckpoint, parseVkey } from '#commons/journal/checkpoint.ts';
import { loadSigningKey, openJournal, type SigningKey, signingKeyPath } from '#commons/journal/index.ts';
import { NoteError, parseCheckpoint, parseNote } from '#commons/journal/note.ts';
import { latestCheckpoint, sqlOf } from '#commons/journal/storage.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { run } from '#kernel/database/dialect.ts';

export class WrongJournalKey extends Error {}

/**
 * Loads the key (making it for a journal that does not exist yet) and opens the journal with it.
 * @throws WrongJournalKey with a sentence for the operator
 */
export async function openTownJournal(
  app: ClientConfig,
  dataDir: string,
  environment: Record<string, string | undefined>,
): Promise<void> {
  const path = signingKeyPath(dataDir, environment);
  const heads = await signedHeads(app);
  if (heads.length > 0 && !(await exists(path))) {
    throw new WrongJournalKey(
      `The journal of this database is signed, and its key is not at ${path}. Copy journal.key there from where the other processes ` +
        'or your backups have it, or set MINNA_JOURNAL_KEY. If it is lost: ./minna backup, then ./minna restore --new-key.',
    );
  }
  const key = await loadSigningKey(path);
  const strange = heads.find((note) => !signedBy(note, key));
  if (strange !== undefined) {
    const { origin } = parseCheckpoint(parseNote(strange).text);
    throw new WrongJournalKey(
      `The key at ${path} is not the one that signed the journal ${origin}. Put that one there, or set MINNA_JOURNAL_KEY to it.`,
    );
  }
  openJournal(key);
}

/** The newest signed head of every hub's journal, as notes. */
export async function signedHeads(app: ClientConfig): Promise<string[]> {
  const hubwise = new Hubwise({ connection: app, max: 1, applicationName: 'minna key', onError: () => {} });
  try {
    const hubs = await hubwise.deployment((db) => run<{ id: number }>(db, 'select id from hubs order by id'));
    const notes: string[] = [];
    for (const { id } of hubs) {
      const head = await hubwise.read(id, (db) => latestCheckpoint(sqlOf(db), id));
      if (head) notes.push(head.note);
    }
    return notes;
  } finally {
    await hubwise.close();
  }
}

/** Whether this key signed a head. */
export function signedBy(note: string, key: SigningKey): boolean {
  const { origin } = parseCheckpoint(parseNote(note).text);
  try {
    openCheckpoint(note, parseVkey(encodeVkey(origin, key.publicKey)));
    return true;
  } catch (error) {
    if (error instanceof NoteError) return false;
    throw error;
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
