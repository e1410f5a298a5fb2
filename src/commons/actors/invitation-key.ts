/** The one-time key of an invitation: in the letter or link, nowhere else. */
import { createHash, randomBytes } from 'node:crypto';

/** 192 random bits, 32 characters. */
export function newInvitationKey(): string {
  return randomBytes(24).toString('base64url');
}

export function invitationHash(key: string): string {
  return createHash('sha256').update(`invitation:${key}`).digest('base64url');
}
