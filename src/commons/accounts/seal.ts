/** X1: what must be read again but not by whoever reads the database: sealed with a key made of the deployment's secret. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { newBytes } from './session-token.ts';

const NONCE = 12;
const TAG = 16;

export class Seal {
  readonly #key: Buffer;
  readonly #pepper: Buffer;

  /** `secret`: the deployment's, at least 32 characters. Another secret opens nothing that was sealed with this one. */
  constructor(secret: string) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'minna accounts: seal', 32));
    this.#pepper = Buffer.from(hkdfSync('sha256', secret, '', 'minna accounts: fingerprint', 32));
  }

  /** AES-256-GCM: nonce, sealed bytes, tag. `about` (whose it is) must be the same when it is opened. */
  close(bytes: Uint8Array, about: string): Buffer {
    const nonce = newBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(about));
    return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }

  /** Null when it was sealed with another secret, about somebody else, or changed since. */
  open(sealed: Uint8Array, about: string): Buffer | null {
    if (sealed.length < NONCE + TAG) return null;
    const bytes = Buffer.from(sealed);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, NONCE));
    decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-TAG));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
    } catch {
      return null;
    }
  }

  /**
   * What is kept of something too short for a plain hash (a code of 50 bits could be found again by trying all of them): HMAC-SHA-256,
   * base64url. Equal parts give the same; without the secret nobody can tell of which.
   */
  fingerprint(...parts: readonly string[]): string {
    return createHmac('sha256', this.#pepper).update(JSON.stringify(parts)).digest('base64url');
  }
}
