/**
 * P6, the journal: the deployment's one Ed25519 key. It is a file outside the database, so that whoever copies or
 * restores a database cannot sign a second history with it.
 */
import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Bytes } from './bytes.ts';

/** Signs for every hub of the deployment; the name it signs with is the origin of the hub's log. */
export interface SigningKey {
  /** 32 bytes, as in RFC 8032. */
  publicKey: Bytes;
  /** 64 bytes, as in RFC 8032; the same message always gets the same signature. */
  sign(message: Uint8Array): Bytes;
}

/** The key file cannot be used; the message says what to do about it. */
export class SigningKeyError extends Error {
  override name = 'SigningKeyError';
}

/** Where the key is: `MINNA_JOURNAL_KEY` if set, else `journal.key` in the data folder. */
export function signingKeyPath(dataDir: string, environment: Record<string, string | undefined>): string {
  return environment.MINNA_JOURNAL_KEY || join(dataDir, 'journal.key');
}

/**
 * Loads the key, or makes it where there is none. Processes that start together end up with one and the same.
 * @throws SigningKeyError if the file is no Ed25519 key, or if everybody on the machine may read it.
 */
export async function loadSigningKey(path: string): Promise<SigningKey> {
  await createIfMissing(path);
  const { mode } = await stat(path);
  if (mode & 0o007) throw new SigningKeyError(`${path} is open to everybody on this machine: chmod 600 ${path}`);
  return signingKeyOf(privateKeyOf(await readFile(path, 'utf8'), path));
}

/** @throws SigningKeyError if the key is not Ed25519. */
export function signingKeyOf(key: KeyObject): SigningKey {
  const x = key.asymmetricKeyType === 'ed25519' ? key.export({ format: 'jwk' }).x : undefined;
  if (x === undefined) throw new SigningKeyError('the key of the journal has to be an Ed25519 key');
  return {
    publicKey: new Uint8Array(Buffer.from(x, 'base64url')),
    sign: (message) => new Uint8Array(sign(null, message, key)),
  };
}

function privateKeyOf(pem: string, path: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    throw new SigningKeyError(`${path} is not a private key in PEM form`);
  }
}

async function createIfMissing(path: string): Promise<void> {
  if (await exists(path)) return;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(privateKey.export({ type: 'pkcs8', format: 'pem' }));
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
