/** X1: the secret a browser keeps while somebody is signed in. The database keeps only its SHA-256. */
import { createHash, randomBytes } from 'node:crypto';
import type { Hub } from '#kernel/context.ts';
import { removeCookie, serialiseCookie } from '#kernel/web/cookies.ts';
import { SESSION_COOKIE } from '#kernel/web/listener.ts';

/** Secrets come from the machine's own source alone; ids and moments come from the context. */
export function newBytes(count: number): Buffer {
  return randomBytes(count);
}

/** 256 random bits, 43 characters. */
export function newToken(): string {
  return newBytes(32).toString('base64url');
}

/** What is kept of a token or one-time key: SHA-256, base64url. A plain hash is enough for 128 random bits and more. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Browsers keep a cookie 400 days at most. When a session ends is decided by its row alone, which slides with each visit. */
const COOKIE_SECONDS = 400 * 24 * 3600;

/** True where the browser sees https: the cookie then has the prefix `__Host-`. */
export function isSecure(hub: Hub): boolean {
  return hub.origin.startsWith('https:');
}

export function sessionCookie(hub: Hub, token: string): string {
  return serialiseCookie(SESSION_COOKIE, token, { secure: isSecure(hub), maxAgeSeconds: COOKIE_SECONDS });
}

export function endedSessionCookie(hub: Hub): string {
  return removeCookie(SESSION_COOKIE, { secure: isSecure(hub) });
}

/** The token this request came with. */
export function sentToken(visit: { hub: Hub; cookies: Map<string, string> }): string | undefined {
  return visit.cookies.get(isSecure(visit.hub) ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE);
}
