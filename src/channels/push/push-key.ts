/**
 * X3: the deployment's one key for Web Push (VAPID, RFC 8292), kept as the journal's key is: a file beside the data. With another key every
 * subscription would be void, so it belongs into the backup.
 */
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { KeyFileError, loadKeyFile } from '#kernel/key-file.ts';

/** Both in base64url, as browsers and push services take them: an uncompressed point of P-256, and its scalar. */
export interface PushKey {
  publicKey: string;
  privateKey: string;
}

/** Where the key is: `MINNA_PUSH_KEY` if set, else `push.key` in the data folder. */
export function pushKeyPath(dataDir: string, environment: Record<string, string | undefined>): string {
  return environment.MINNA_PUSH_KEY || join(dataDir, 'push.key');
}

/**
 * Loads the key, or makes it where there is none; processes that start together end up with one and the same.
 * @throws KeyFileError if the file is no P-256 key, or if everybody on the machine may read it
 */
export async function loadPushKey(path: string): Promise<PushKey> {
  const key = await loadKeyFile(path, () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
  return pushKeyOf(key, path);
}

function pushKeyOf(key: KeyObject, path: string): PushKey {
  const secret = key.export({ format: 'jwk' });
  const { crv, x, y } = createPublicKey(key).export({ format: 'jwk' });
  if (crv !== 'P-256' || !x || !y || !secret.d) throw new KeyFileError(`${path} has to be a P-256 key`);
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return { publicKey: point.toString('base64url'), privateKey: secret.d };
}

let opened: PushKey | null = null;

/** Called once by web and worker. */
export function openPush(key: PushKey): void {
  opened = key;
}

/** Null where nothing is pushed: in a command, in a test. */
export function pushKey(): PushKey | null {
  return opened;
}
