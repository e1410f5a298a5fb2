/** X8: signatures as Standard Webhooks describe them: HMAC-SHA-256 over number, time and content. Pure. */
import { createHmac } from 'node:crypto';

/** Seconds since 1970, as the headers carry it. */
export interface Message {
  id: string;
  at: Date;
  body: string;
}

export function signedHeaders(key: Buffer, { id, at, body }: Message): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

/** As receivers are given it. */
export function keyText(key: Buffer): string {
  return `whsec_${key.toString('base64')}`;
}
