/** X8, X1: a token: 256 bits of chance behind a name that scanners of public code can find. Only its hash is kept. */
import { createHash, randomBytes } from 'node:crypto';

const PREFIX = 'minna_';
const FORM = /^minna_[\w-]{43}$/;

export function newToken(): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

/** 32 bytes. Slow hashing would guard nothing: nobody tries 2^256 tokens. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The token of an `Authorization` header; null: it names none, '' : it is no token of ours. */
export function bearerOf(header: string | undefined): string | null {
  if (header === undefined) return null;
  const [, token = ''] = /^bearer +(\S+) *$/i.exec(header) ?? [];
  return FORM.test(token) ? token : '';
}
