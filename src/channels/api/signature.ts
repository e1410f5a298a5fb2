/** X8: signatures as Standard Webhooks describe them: HMAC-SHA-256 over number, time and content. Pure. */
import { createHmac } from 'node:crypto';

/** Seconds since 1970, as the headers carry it. */
export interface Message {
  id: string;
  at: Date;
  body: string;
}

/** A signature of each key, the present one first: a receiver believes any of them. */
export function signedHeaders(keys: readonly Buffer[], { id, at, body }: Message): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signed = (key: Buffer) =>
    `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': keys.map(signed).join(' ') };
}

/** As receivers are given it. */
export function keyText(key: Buffer): string {
  return `whsec_${key.toString('base64')}`;
}
