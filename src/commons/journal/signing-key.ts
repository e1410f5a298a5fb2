/**
 * P6, the journal: the deployment's one Ed25519 key. It is a file outside the database, so that whoever copies or
 * restores a database cannot sign a second history with it.
 */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { join } from 'node:path';
import { KeyFileError, loadKeyFile } from '#kernel/key-file.ts';
import type { Bytes } from './bytes.ts';

/** Signs for every hub of the deployment; the name it signs with is the origin of the hub's log. */
export interface SigningKey {
  /** 32 bytes, as in RFC 8032. */
  publicKey: Bytes;
  /** 64 bytes, as in RFC 8032; the same message always gets the same signature. */
  sign(message: Uint8Array): Bytes;
}

/** Where the key is: `MINNA_JOURNAL_KEY` if set, else `journal.key` in the data folder. */
export function signingKeyPath(dataDir: string, environment: Record<string, string | undefined>): string {
  return environment.MINNA_JOURNAL_KEY || join(dataDir, 'journal.key');
}

/**
 * Loads the key, or makes it where there is none. Processes that start together end up with one and the same.
 * @throws KeyFileError if the file is no Ed25519 key, or if everybody on the machine may read it.
 */
export async function loadSigningKey(path: string): Promise<SigningKey> {
  return signingKeyOf(await loadKeyFile(path, () => generateKeyPairSync('ed25519').privateKey));
}

/** @throws KeyFileError if the key is not Ed25519. */
export function signingKeyOf(key: KeyObject): SigningKey {
  const x = key.asymmetricKeyType === 'ed25519' ? key.export({ format: 'jwk' }).x : undefined;
  if (x === undefined) throw new KeyFileError('the key of the journal has to be an Ed25519 key');
  return {
    publicKey: new Uint8Array(Buffer.from(x, 'base64url')),
    sign: (message) => new Uint8Array(sign(null, message, key)),
  };
}
