/** X1: signing in with address and password. A wrong address and a wrong password are answered alike, in words and in time. */
import type { Hub } from '#kernel/context.ts';
import type { Accounts } from './accounts.ts';
import type { Means } from './means.ts';
import { type Admitted, type Asking, admit, openSession } from './open-session.ts';
import { passwordOf } from './own-password.ts';
import { refuse } from './refusals.ts';
import { mayPlayCast } from './rules.ts';

export interface SignInEntry extends Asking {
  email: string;
  password: string;
}

/** Opens a session, or asks for the second step where the account has one. @throws Refusal wrong-sign-in */
export async function signIn(accounts: Accounts, hub: Hub, entry: SignInEntry, means: Means): Promise<Admitted> {
  const { email, password, ...asking } = entry;
  return accounts.hubwise.write(hub.id, async (db) => {
    const accountId = await passwordOf(accounts, db, { email, password, now: means.now });
    if (accountId === null) throw refuse('wrong-sign-in', { field: 'password' });
    return admit(accounts, db, hub, { ...asking, accountId, method: 'password', second: null }, means);
  });
}

/**
 * The one-click cast of the demo town: signs in as an account without a password.
 * @throws Refusal no-cast (404) anywhere but in a demo hub, started with --demo, asked from this machine
 */
export async function signInAsCast(
  accounts: Accounts,
  hub: Hub,
  asked: { accountId: string; device: string; remoteAddress: string },
  means: Means,
): Promise<string> {
  const { accountId, device, remoteAddress } = asked;
  if (!mayPlayCast(hub, accounts.demo, remoteAddress)) throw refuse('no-cast', { status: 404 });
  return accounts.hubwise.write(hub.id, (db) =>
    openSession(accounts, db, hub, { accountId, device, method: 'cast', second: null }, means),
  );
}
