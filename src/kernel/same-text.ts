/** X12: whether what was shown is what is known, in a time that tells nothing of how much of it is right. */
import { createHash, timingSafeEqual } from 'node:crypto';

export function isSameText(shown: string, known: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(shown), hash(known));
}
