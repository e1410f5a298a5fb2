/** X1: whoever does something that can't be undone shows again that they are the account's owner. */
import type { Db } from '#kernel/database/dialect.ts';
import type { Accounts } from './accounts.ts';
import { readPassword } from './rules.ts';

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
