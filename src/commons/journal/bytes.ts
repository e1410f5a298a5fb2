/**
 * P6, the journal: bytes, hexadecimal, Base64 and UTF-8 without anything that only Node or only a browser has,
 * because the server, the command line and the reader's browser check the same proofs with the same code.
 */

/** Bytes that both Node's and the browser's cryptography accept. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
/** Strict, and keeping a byte order mark: what is hashed must be what is read. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** All parts, one after the other, in a new array. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Whether two byte strings are the same. Nothing compared here is secret, so no constant time. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** False for text with a lone surrogate, which UTF-8 cannot say. Older browsers have no `isWellFormed`. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** The UTF-8 bytes of a well-formed text. */
export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/** The text of UTF-8 bytes. @throws TypeError if they are not valid UTF-8. */
export function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += hexOfByte[byte];
  return hex;
}

/** Bytes of lower-case hexadecimal. @throws RangeError for anything else. */
export function fromHex(hex: string): Bytes {
  if (hex.length % 2 !== 0 || !/^[0-9a-f]*$/.test(hex)) throw new RangeError('not lower-case hexadecimal');
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/** Standard Base64 with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/**
 * Bytes of standard Base64 with padding.
 * @throws RangeError for anything else, also for a second spelling of the same bytes: a hash has one spelling.
 */
export function fromBase64(base64: string): Bytes {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64) || base64.length % 4 !== 0) throw new RangeError('not Base64');
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  if (toBase64(bytes) !== base64) throw new RangeError('not canonical Base64');
  return bytes;
}
