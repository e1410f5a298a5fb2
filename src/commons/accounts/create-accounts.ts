/** X1, X12: accounts that are not made by their person: the demo town's cast, imports, the desk. No letter is sent. */

import { type Db, run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';

export interface NewAccount {
  id: string;
  /** kept in lower case */
  email: string;
  /** from `hashPassword`; null: nobody can sign in with a password until they reset it by letter */
  passwordHash: string | null;
  name: string;
  /** true: the address counts as confirmed (level 1) */
  confirmed: boolean;
  at: Date;
  lang?: Lang;
}

/** Makes many accounts in two statements. Rejects with the database's error when an address has an account already. */
export async function createAccounts(db: Db, accounts: readonly NewAccount[]): Promise<void> {
  const ids = accounts.map((account) => account.id);
  const moments = accounts.map((account) => account.at);
  await run(
    db,
    `insert into auth.users (id, email, name, email_confirmed, lang, created_at, updated_at)
     select id, lower(email), name, confirmed, lang, at, at
     from unnest($1::uuid[], $2::text[], $3::text[], $4::boolean[], $5::text[], $6::timestamptz[])
       as t (id, email, name, confirmed, lang, at)`,
    [
      ids,
      accounts.map((account) => account.email),
      accounts.map((account) => account.name),
      accounts.map((account) => account.confirmed),
      accounts.map((account) => account.lang ?? 'ja'),
      moments,
    ],
  );
  await run(
    db,
    `insert into auth.credentials (account_id, provider_id, user_id, password, created_at, updated_at)
     select id::text, 'credential', id, password, at, at
     from unnest($1::uuid[], $2::text[], $3::timestamptz[]) as t (id, password, at)`,
    [ids, accounts.map((account) => account.passwordHash), moments],
  );
}

export async function createAccount(db: Db, account: NewAccount): Promise<void> {
  await createAccounts(db, [account]);
}

/** The hash a password is kept as (scrypt, by better-auth). */
export async function hashPassword(password: string): Promise<string> {
  const { hashPassword: hash } = await import('better-auth/crypto');
  return hash(password.normalize('NFKC'));
}
