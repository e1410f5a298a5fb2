/** X2: codes a desk gives to whoever's document it has looked at, or sends to their address by post. */

import { z } from 'zod';
import { actsAsSecretariat } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Accounts } from '../accounts.ts';
import { readRecoveryCode } from '../second-step/recovery-codes.ts';

/** A letter takes days, and lies about. */
export const DESK_CODE_DAYS = 60;

/** What is kept of a code, made by `fingerprintOf`. */
export const codeHash = z.string().length(43);

/** Null when it can't be one of these codes. */
export function fingerprintOf(accounts: Accounts, hubId: number, typed: string): string | null {
  const code = readRecoveryCode(typed);
  return code === null ? null : accounts.seal.fingerprint('desk code', String(hubId), code);
}

/** Null for whoever may give codes: somebody of the secretariat who speaks for it now; else the reason. Pure. */
export function mayGiveCodes(
  hub: { secretariatId: string | null },
  reader: Pick<Reader, 'roles' | 'acting'>,
): 'desk-only' | null {
  return actsAsSecretariat({ hub, reader }) ? null : 'desk-only';
}

export interface OpenCode {
  id: string;
  madeAt: Date;
  expiresAt: Date;
}

/** Codes that were given and not used yet, the newest first; at most 100. */
export async function openCodes(db: Db, hubId: number, officeId: string, now: Date): Promise<OpenCode[]> {
  return run<OpenCode>(
    db,
    `select id, made_at as "madeAt", expires_at as "expiresAt" from desk_codes
     where hub_id = $1 and office_id = $2 and expires_at > $3 order by id desc limit 100`,
    [hubId, officeId, now],
  );
}

/** Removes codes that were never used in time. */
export async function sweepDeskCodes(db: Db, hubId: number, now: Date): Promise<void> {
  await run(db, 'delete from desk_codes where hub_id = $1 and expires_at <= $2', [hubId, now]);
}
