/** F7.2, F7.5 Keys that stand in letters: only their hash is kept. */
import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 192 random bits, 32 characters. */
export function newKey(): string {
  return randomBytes(24).toString('base64url');
}

/** Eight digits that can be read out on the telephone or typed from a postcard. */
export function newCode(): string {
  return String(randomInt(100_000_000)).padStart(8, '0');
}

export function keyHash(key: string): string {
  return createHash('sha256').update(`group:${key}`).digest('base64url');
}
