/** X10: parts of a file, as RFC 9110 (14.1, 14.2) asks for them. Pure. */
import type { ByteRange } from './store.ts';

/**
 * The one range a request asks for, cut to what is there; null: the whole (no range, several, or nonsense, which a server may
 * overlook); 'outside': nothing of it is there.
 * @param size bytes of the whole, at least 1
 */
export function byteRange(header: string | undefined, size: number): ByteRange | null | 'outside' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.replace(/\s/g, '') ?? '');
  if (!match) return null;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return null;
  if (from === '') {
    const last = Number(to);
    return last === 0 ? 'outside' : { start: Math.max(size - last, 0), end: size - 1 };
  }
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start >= size) return 'outside';
  return end < start ? null : { start, end };
}

/** True when If-None-Match names this entity tag (RFC 9110 13.1.2: weak comparison). */
export function isSame(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
