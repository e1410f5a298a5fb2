/** X12: the secret of a second step where its town moves to a deployment with another secret: opened with the old seal, closed with the new. */
import type { Seal } from '../seal.ts';

/** Whose a sealed secret is, as the seal is told. */
export const sealedAbout = (accountId: string): string => `second step of ${accountId}`;

/** Null when the seal is of another deployment. */
export function openStepSecret(seal: Seal, accountId: string, sealed: Uint8Array): Buffer | null {
  return seal.open(sealed, sealedAbout(accountId));
}

export function closeStepSecret(seal: Seal, accountId: string, secret: Uint8Array): Buffer {
  return seal.close(secret, sealedAbout(accountId));
}
