/** X1: codes for the day the telephone is gone. Ten at a time, each good once, shown once; kept as fingerprints. */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Accounts } from '../accounts.ts';
import type { Means } from '../means.ts';
import { newBytes } from '../session-token.ts';

export const RECOVERY_CODES = 10;
/** Without letters that are taken for one another (0 O, 1 I L, U V). */
const ALPHABET = '23456789abcdefghjkmnpqrstwxyz';
const LETTERS = 10;

/** `k7m2p-9xq4r`: ten letters of 29, 48 bits. Bytes that would make some letters likelier than others are thrown away. */
export function newRecoveryCode(): string {
  let code = '';
  while (code.length < LETTERS) {
    for (const byte of newBytes(2 * LETTERS)) {
      if (code.length < LETTERS && byte < 256 - (256 % ALPHABET.length)) code += ALPHABET[byte % ALPHABET.length];
    }
  }
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** As it is compared: small letters, without dashes and spaces. Null when it can't be a recovery code. */
export function readRecoveryCode(typed: string): string | null {
  const code = typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');
  return code.length === LETTERS && [...code].every((letter) => ALPHABET.includes(letter)) ? code : null;
}

const fingerprint = (accounts: Accounts, accountId: string, code: string) =>
  accounts.seal.fingerprint('recovery', accountId, code);

/** New codes in the place of all earlier ones. They are given here and kept nowhere. */
export async function newRecoveryCodes(accounts: Accounts, db: Db, accountId: string, means: Means): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await run(db, 'delete from auth.recovery_codes where account_id = $1', [accountId]);
  await run(db, 'insert into auth.recovery_codes (account_id, code_hash, made_at) select $1, unnest($2::text[]), $3', [
    accountId,
    codes.map((code) => fingerprint(accounts, accountId, readRecoveryCode(code)!)),
    means.now,
  ]);
  return codes;
}

/** Uses a code up. False: it isn't one of this account's, or was used before; of two who come at once, one is told so. */
export async function useRecoveryCode(
  accounts: Accounts,
  db: Db,
  who: { accountId: string; typed: string; now: Date },
): Promise<boolean> {
  const code = readRecoveryCode(who.typed);
  if (code === null) return false;
  const used = await run(
    db,
    `update auth.recovery_codes set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null
     returning account_id`,
    [who.accountId, fingerprint(accounts, who.accountId, code), who.now],
  );
  return used.length > 0;
}
