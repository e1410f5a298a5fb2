/**
 * How to reach the embedded server: over a unix socket in its own 0700 folder, never over TCP. The folder's mode is
 * the password: who can open the socket is the operating-system user that owns the data, or root.
 */
import { closeSync, constants, mkdtempSync, openSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';

/** Options for `new pg.Client()` and `new pg.Pool()`. */
export type ConnectionOptions = ClientConfig;

export const SUPERUSER = 'postgres';
export const OWNER_ROLE = 'minna_owner';
export const APP_ROLE = 'minna_app';
export const DATABASE = 'minna';

const PORT = 5432;
const SOCKET_FILE = `.s.PGSQL.${PORT}`;
/** A unix socket address holds 108 bytes with its closing NUL on Linux, 104 on macOS. */
const LONGEST_PATH = process.platform === 'darwin' ? 103 : 107;

const shortNames = new Map<string, string>();

/**
 * Connection options for one role. Valid in this process only when the folder's name is long (then it is reached
 * through an opened directory); another process calls this again with the same folder.
 */
export function socketConnection(socketFolder: string, user: string, database: string = DATABASE): ConnectionOptions {
  return { host: reachable(socketFolder), port: PORT, user, database };
}

/** A name for the folder that is short enough for a socket address. */
function reachable(folder: string): string {
  if (Buffer.byteLength(join(folder, SOCKET_FILE)) <= LONGEST_PATH) return folder;
  let name = shortNames.get(folder);
  if (!name) {
    name = process.platform === 'linux' ? throughDescriptor(folder) : throughLink(folder);
    shortNames.set(folder, name);
  }
  return name;
}

function throughDescriptor(folder: string): string {
  // Kept open for the life of the process: the number is the name.
  return `/proc/self/fd/${openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY)}`;
}

function throughLink(folder: string): string {
  // The folder must be there; a dangling link would be reported much later, as a failed connection.
  closeSync(openSync(folder, 'r'));
  const link = join(mkdtempSync(join(tmpdir(), 'minna-')), 's');
  symlinkSync(folder, link);
  return link;
}
