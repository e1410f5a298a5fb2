/**
 * What Minna does about a disk that fills up: PostgreSQL stops at once when it cannot write its log, and cannot start
 * again until space is freed. Sixty-four megabytes are therefore kept aside, to be given back on that day.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';

const MEGABYTE = 1024 * 1024;

/** Size of the reserve, in bytes. */
export const BALLAST_BYTES = 64 * MEGABYTE;

/** Below this many free bytes Minna refuses writes with a page that says so. */
export const WRITE_FLOOR_BYTES = 512 * MEGABYTE;

/** Bytes that an ordinary user may still write on the file system of `folder`. Throws when the folder is missing. */
export async function freeBytes(folder: string): Promise<number> {
  const figures = await statfs(folder);
  return figures.bavail * figures.bsize;
}

/**
 * Puts the reserve in place if it is missing and there is room for it. Returns whether it is there.
 * Random bytes, because file systems that compress would store zeros in nothing.
 */
export async function keepBallast(folder: string): Promise<boolean> {
  const path = join(folder, 'ballast');
  if (statSync(path, { throwIfNoEntry: false })?.size === BALLAST_BYTES) return true;
  if ((await freeBytes(folder)) < WRITE_FLOOR_BYTES + BALLAST_BYTES) return false;
  const unfinished = `${path}.new`;
  const file = openSync(unfinished, 'w', 0o600);
  try {
    for (let written = 0; written < BALLAST_BYTES; written += MEGABYTE) writeSync(file, randomBytes(MEGABYTE));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, path);
  return true;
}

/** Gives the reserve back to the disk. Harmless when it is already gone. */
export function dropBallast(folder: string): void {
  rmSync(join(folder, 'ballast'), { force: true });
}
