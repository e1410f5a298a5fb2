/**
 * X1: the keys in letters and of steps on the way in. Each works once and for a while; the database keeps only its hash. better-auth's own tokens are
 * not used for this: its confirmation is a signed text that stays good until it is over, and both are read on the
 * machine's clock, which can't be moved in a test.
 */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Means } from './means.ts';
import { after } from './rules.ts';
import { hashOf } from './session-token.ts';

export type KeyPurpose =
  | 'confirm-address'
  | 'keep-address'
  | 'reset-password'
  | 'stay'
  | 'guardian'
  | 'second-step'
  | 'passkey'
  | 'outside'
  | 'outside-person'
  | 'hand-over';

/** What is kept of a key. */
export const identifierOf = (purpose: KeyPurpose, key: string) => hashOf(`${purpose}:${key}`);

/** Makes a key, or keeps one that was made elsewhere (`key`); it is given here and kept nowhere. */
export async function keepKey(
  db: Db,
  purpose: KeyPurpose,
  value: Record<string, string | boolean | null>,
  hours: number,
  means: Means,
  key: string = means.newKey(),
): Promise<string> {
  await run(
    db,
    `insert into auth.verifications (id, identifier, value, expires_at, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $5)`,
    [means.randomId(), identifierOf(purpose, key), JSON.stringify(value), after(means.now, hours), means.now],
  );
  return key;
}

/** What stands behind a key; null when it is unknown, used or over. Changes nothing. */
export async function lookAtKey<T>(db: Db, purpose: KeyPurpose, key: string, now: Date): Promise<T | null> {
  const [row] = await run<{ value: string }>(
    db,
    'select value from auth.verifications where identifier = $1 and expires_at > $2',
    [identifierOf(purpose, key), now],
  );
  return row ? (JSON.parse(row.value) as T) : null;
}

/** Uses a key up: of two who come at once, one gets null. */
export async function useKey<T>(db: Db, purpose: KeyPurpose, key: string, now: Date): Promise<T | null> {
  const [row] = await run<{ value: string }>(
    db,
    'delete from auth.verifications where identifier = $1 and expires_at > $2 returning value',
    [identifierOf(purpose, key), now],
  );
  return row ? (JSON.parse(row.value) as T) : null;
}
