/** F1.3 Keys of links to look before something is published: only their hash is kept. */
import { createHash, randomBytes } from 'node:crypto';

/** 192 random bits, 32 characters. */
export function newPreviewKey(): string {
  return randomBytes(24).toString('base64url');
}

export function keyHash(key: string): string {
  return createHash('sha256').update(`site-preview:${key}`).digest('base64url');
}
