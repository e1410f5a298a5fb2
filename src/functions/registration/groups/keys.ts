/** F7.2, F7.5 Keys that stand in letters: only their hash is kept. */
import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 192 random bits, 32 characters. */
export function newKey(): string {
  return randomBytes(24).toString('base64url');
}

/** Without what is taken for another when written by hand: 0 and O, 1, I and L. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE = 16;

/** Seventy-nine random bits as four groups of four signs, to be read from a receipt. */
export function newDeskCode(): string {
  const signs = Array.from({ length: CODE }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return signs.replace(/.{4}(?=.)/g, '$&-');
}

/** A code as people type it (any width, lower case, spaces), as `newDeskCode` gives it; null: it can't be one. */
export function readDeskCode(typed: string): string | null {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s‐‑‒–—―−ー-]/g, '');
  if (signs.length !== CODE || [...signs].some((sign) => !SIGNS.includes(sign))) return null;
  return signs.replace(/.{4}(?=.)/g, '$&-');
}

export function keyHash(key: string): string {
  return createHash('sha256').update(`group:${key}`).digest('base64url');
}
