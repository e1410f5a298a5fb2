/**
 * X3: the deployment's one key for Web Push (VAPID, RFC 8292), kept as the journal's key is: a file beside the data. With another key every
 * subscription would be void, so it belongs into the backup.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { access, link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Both in base64url, as browsers and push services take them: an uncompressed point of P-256, and its scalar. */
export interface PushKey {
  publicKey: string;
  privateKey: string;
}

export class PushKeyError extends Error {
  override name = 'PushKeyError';
}

/** Where the key is: `MINNA_PUSH_KEY` if set, else `push.key` in the data folder. */
export function pushKeyPath(dataDir: string, environment: Record<string, string | undefined>): string {
  return environment.MINNA_PUSH_KEY || join(dataDir, 'push.key');
}

/**
 * Loads the key, or makes it where there is none; processes that start together end up with one and the same.
 * @throws PushKeyError if the file is no P-256 key, or if everybody on the machine may read it
 */
export async function loadPushKey(path: string): Promise<PushKey> {
  await createIfMissing(path);
  const { mode } = await stat(path);
  if (mode & 0o007) throw new PushKeyError(`${path} is open to everybody on this machine: chmod 600 ${path}`);
  return pushKeyOf(readKey(await readFile(path, 'utf8'), path), path);
}

function readKey(pem: string, path: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    throw new PushKeyError(`${path} is not a private key in PEM form`);
  }
}

function pushKeyOf(key: KeyObject, path: string): PushKey {
  const secret = key.export({ format: 'jwk' });
  const { crv, x, y } = createPublicKey(key).export({ format: 'jwk' });
  if (crv !== 'P-256' || !x || !y || !secret.d) throw new PushKeyError(`${path} has to be a P-256 key`);
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return { publicKey: point.toString('base64url'), privateKey: secret.d };
}

async function createIfMissing(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
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

let opened: PushKey | null = null;

/** Called once by web and worker. */
export function openPush(key: PushKey): void {
  opened = key;
}

/** Null where nothing is pushed: in a command, in a test. */
export function pushKey(): PushKey | null {
  return opened;
}
