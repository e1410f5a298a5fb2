/** X12: private keys that a deployment makes for itself and keeps as files, outside the database. */
import { createPrivateKey, type KeyObject, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The file cannot be used; the message says what to do about it. */
export class KeyFileError extends Error {
  override name = 'KeyFileError';
}

/**
 * Loads the key in a PEM file, or makes it with `make` where there is none; processes that start together end up with one and the same.
 * @throws KeyFileError if the file holds no private key, or if everybody on the machine may read it
 */
export async function loadKeyFile(path: string, make: () => KeyObject): Promise<KeyObject> {
  await createIfMissing(path, make);
  const { mode } = await stat(path);
  if (mode & 0o007) throw new KeyFileError(`${path} is open to everybody on this machine: chmod 600 ${path}`);
  const pem = await readFile(path, 'utf8');
  try {
    return createPrivateKey(pem);
  } catch {
    throw new KeyFileError(`${path} is not a private key in PEM form`);
  }
}

async function createIfMissing(path: string, make: () => KeyObject): Promise<void> {
  if (await exists(path)) return;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(make().export({ type: 'pkcs8', format: 'pem' }));
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    // A link appears whole or not at all, and never over a key that another process made in the meantime.
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
