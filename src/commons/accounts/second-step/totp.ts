/** X1: codes of six digits by the clock: RFC 4226 (HOTP) and RFC 6238 (TOTP, SHA-1, 30 seconds), as every authenticator app makes them. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
export const TOTP_SECONDS = 30;
export const TOTP_DIGITS = 6;
/** RFC 4226, 4: at least 128 bits, 160 recommended. */
export const SECRET_BYTES = 20;

/** RFC 4648 without padding: how a secret is typed by hand. */
export function base32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      text += ALPHABET[(value >>> (bits - 5)) & 31];
      bits -= 5;
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text;
}

/** RFC 4226, 5.3: dynamic truncation of the HMAC of a counter. */
export function hotp(secret: Uint8Array, counter: number, digits = TOTP_DIGITS): string {
  const moving = Buffer.alloc(8);
  moving.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', secret).update(moving).digest();
  const offset = mac[mac.length - 1]! & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

/** RFC 6238, 4: the half minute a moment lies in. */
export function counterAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / TOTP_SECONDS);
}

/**
 * The half minute `code` belongs to; null when it is wrong. One before and one after the present count, too: clocks differ, and typing
 * takes time. A code of `after` or earlier has been taken already and is refused (RFC 6238, 5.2: once only).
 */
export function matchingCounter(secret: Uint8Array, code: string, now: Date, after: number | null): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const typed = Buffer.from(code);
  const present = counterAt(now);
  const found = [present, present - 1, present + 1].filter((counter) =>
    timingSafeEqual(typed, Buffer.from(hotp(secret, counter))),
  );
  return found.find((counter) => after === null || counter > after) ?? null;
}

/** The address behind the QR code, as authenticator apps read it: who issued it, whose it is, the secret. */
export function otpauthUri({
  secret,
  issuer,
  account,
}: {
  secret: Uint8Array;
  issuer: string;
  account: string;
}): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const query = `secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${TOTP_DIGITS}&period=${TOTP_SECONDS}`;
  return `otpauth://totp/${label}?${query}`;
}
