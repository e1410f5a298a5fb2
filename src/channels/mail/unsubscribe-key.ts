/**
 * X3, RFC 8058: the key in a letter that ends such letters, without signing in. It says whose letters and in which hub, and is signed
 * (HMAC-SHA-256, cut to 128 bits), so that nobody can end another's. It ends letters and shows nothing, so it doesn't expire.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

let key: Buffer | null = null;

/** Called once by web and worker with the deployment's secret. */
export function openUnsubscribeKeys(secret: string): void {
  key = Buffer.from(hkdfSync('sha256', secret, '', 'minna unsubscribe', 32));
}

const SIGNATURE = 16;
const DATA = 20;

function signed(data: Buffer): Buffer {
  if (!key) throw new Error('openUnsubscribeKeys() must be called before letters are written');
  return createHmac('sha256', key).update(data).digest().subarray(0, SIGNATURE);
}

export interface Subscriber {
  hubId: number;
  personId: string;
}

export function unsubscribeKey({ hubId, personId }: Subscriber): string {
  const data = Buffer.alloc(DATA);
  data.writeUInt32BE(hubId);
  data.write(personId.replaceAll('-', ''), 4, 'hex');
  return Buffer.concat([data, signed(data)]).toString('base64url');
}

/** Null for anything we didn't sign. */
export function readUnsubscribeKey(text: string): Subscriber | null {
  if (!/^[A-Za-z0-9_-]{48}$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  const data = bytes.subarray(0, DATA);
  if (!timingSafeEqual(bytes.subarray(DATA), signed(data))) return null;
  const hex = data.subarray(4).toString('hex');
  const personId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { hubId: data.readUInt32BE(), personId };
}
