/** X1: passwords are compared by better-auth alone: at signing in, and when somebody shows again that they are the account's owner. */
import type { Db } from '#kernel/database/dialect.ts';
import type { Accounts } from './accounts.ts';
import { PASSWORD_MAX, readPassword } from './rules.ts';

/** The account of this address if the password is its own; else null, after as much work. */
export async function passwordOf(
  accounts: Accounts,
  db: Db,
  who: { email: string; password: string; now: Date },
): Promise<string | null> {
  // Nobody has a longer one; hashing it would only cost time.
  const password = readPassword(who.password).slice(0, PASSWORD_MAX * 2);
  const { result } = await accounts.engine.use({ db, now: who.now }, async ({ context }) => {
    const found = await context.internalAdapter.findUserByEmail(who.email, { includeAccounts: true });
    const credential = found?.accounts.find(({ providerId }) => providerId === 'credential');
    if (!found || !credential?.password) {
      await context.password.hash(password);
      return null;
    }
    return (await context.password.verify({ hash: credential.password, password })) ? found.user.id : null;
  });
  return result;
}

/** Compares what was typed with the account's password. 'none': it has none yet. */
export async function ownPassword(
  accounts: Accounts,
  db: Db,
  who: { accountId: string; password: string; now: Date },
): Promise<'right' | 'wrong' | 'none'> {
  const { result } = await accounts.engine.use({ db, now: who.now }, async ({ context }) => {
    const credential = await context.internalAdapter.findCredentialAccount(who.accountId);
    if (!credential?.password) return 'none' as const;
    const given = { hash: credential.password, password: readPassword(who.password) };
    return (await context.password.verify(given)) ? ('right' as const) : ('wrong' as const);
  });
  return result;
}
