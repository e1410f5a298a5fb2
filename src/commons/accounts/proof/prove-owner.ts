/** X1: before what can't be undone, whoever is signed in shows again that they are the account's owner; it holds for ten minutes. */
import type { Hub, Reader } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Accounts } from '../accounts.ts';
import { countAttempt } from '../limits.ts';
import type { Means } from '../means.ts';
import { ownPassword } from '../own-password.ts';
import { refuse } from '../refusals.ts';
import { secondFactor } from '../second-step/second-step.ts';

export const PROOF_MINUTES = 10;

/** True when the owner of this session showed a short while ago that it is they. */
export function isProved(reader: Pick<Reader, 'provedAt'>, now: Date): boolean {
  const at = reader.provedAt ?? null;
  return at !== null && now.getTime() - at.getTime() < PROOF_MINUTES * 60_000 && at.getTime() <= now.getTime();
}

/** What an account has to show itself with. */
export interface Proofs {
  password: boolean;
  code: boolean;
  passkey: boolean;
  /** providers of OpenID Connect it is linked to */
  outside: string[];
}

export async function proofsOf(db: Db, accountId: string): Promise<Proofs> {
  const [row] = await run<Proofs>(
    db,
    `select exists (select from auth.credentials c where c.user_id = $1 and c.password is not null) as password,
       exists (select from auth.second_steps s where s.account_id = $1 and s.confirmed_at is not null) as code,
       exists (select from auth.passkeys p where p.account_id = $1 and p.halted_at is null) as passkey,
       (select coalesce(array_agg(c.provider_id), '{}') from auth.credentials c
        where c.user_id = $1 and c.provider_id like 'oidc:%') as outside`,
    [accountId],
  );
  return row!;
}

/** The session is proved from now on. */
export async function keepProof(db: Db, sessionId: string, now: Date): Promise<void> {
  await run(db, 'update auth.sessions set proved_at = $2 where id = $1', [sessionId, now]);
}

/** By the password. @throws Refusal wrong-password, no-password */
export async function proveByPassword(
  accounts: Accounts,
  hub: Hub,
  reader: Pick<Reader, 'accountId' | 'sessionId'>,
  password: string,
  means: Means,
): Promise<void> {
  await accounts.hubwise.write(hub.id, async (db) => {
    const is = await ownPassword(accounts, db, { accountId: reader.accountId, password, now: means.now });
    if (is !== 'right') throw refuse(is === 'none' ? 'no-password' : 'wrong-password', { field: 'password' });
    await keepProof(db, reader.sessionId, means.now);
  });
}

/** By a code of the app or a recovery code. @throws Refusal wrong-code */
export async function proveByCode(
  accounts: Accounts,
  hub: Hub,
  reader: Pick<Reader, 'accountId' | 'sessionId'>,
  typed: string,
  means: Means,
): Promise<void> {
  await accounts.hubwise.write(hub.id, async (db) => {
    const factor = await secondFactor(accounts, db, { accountId: reader.accountId, typed, now: means.now });
    if (factor === null) throw refuse('wrong-code', { field: 'code' });
    await keepProof(db, reader.sessionId, means.now);
  });
}

/**
 * For a form that asks for the password itself: nothing to type where the owner has shown lately that it is they. What is typed must be right
 * all the same. Guesses are counted as those at signing in.
 * @throws Refusal password-missing, wrong-password, no-password (all at the field `password`), too-fast
 */
export async function insistOnOwner(
  accounts: Accounts,
  reader: Pick<Reader, 'accountId' | 'provedAt'>,
  sent: { password: string; peer: string; now: Date },
): Promise<void> {
  const { password, peer, now } = sent;
  const field = 'password';
  if (password === '') {
    if (isProved(reader, now)) return;
    throw refuse('password-missing', { field });
  }
  await countAttempt(accounts, 'sign-in', { account: reader.accountId, peer }, now);
  const who = { accountId: reader.accountId, password, now };
  const is = await accounts.hubwise.deployment((db) => ownPassword(accounts, db, who));
  if (is !== 'right') throw refuse(is === 'none' ? 'no-password' : 'wrong-password', { field });
}
