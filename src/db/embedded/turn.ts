/**
 * One process at a time may look at a cluster, start a server on it, or throw it away. The operating system holds the
 * lock for us (through SQLite, which Node brings), so that it ends with its process, however that ends.
 */
import { chownSync, closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { Home } from './home.ts';

const SQLITE_BUSY = 5;
const POLL_MS = 20;
const WORD_AFTER_POLLS = 250;

/** Runs `work` while no other process (and no other call in this one) is in its turn on this home. */
export async function inTurn<T>(home: Home, log: (line: string) => void, work: () => Promise<T>): Promise<T> {
  const lock = new DatabaseSync(lockFile(home), { timeout: 0 });
  try {
    for (let polls = 1; !isMine(lock); polls++) {
      if (polls === WORD_AFTER_POLLS) log('Another Minna is starting on this data; waiting for it.');
      await pause(POLL_MS);
    }
    return await work();
  } finally {
    lock.close();
  }
}

/** The file stays: a lock on a file that somebody removed would lock nothing. */
function lockFile(home: Home): string {
  const path = join(home.folder, 'turn');
  // Opened only when missing: closing any descriptor of it would end a lock that this process holds.
  if (!existsSync(path)) {
    closeSync(openSync(path, 'a', 0o600));
    if (home.runAs) chownSync(path, home.runAs.uid, home.runAs.gid);
  }
  return path;
}

function isMine(lock: DatabaseSync): boolean {
  try {
    lock.exec('begin exclusive');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false;
    throw error;
  }
}
