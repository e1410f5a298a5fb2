/** X1: signing in. A wrong address and a wrong password are answered alike, in words and in time. */
import type { Hub } from '#kernel/context.ts';
import type { Accounts } from './accounts.ts';
import { engineCode } from './auth-engine.ts';
import { enterHub } from './enter-hub.ts';
import type { Means } from './means.ts';
import { refuse } from './refusals.ts';
import { mayPlayCast } from './rules.ts';
import { endSession } from './sessions.ts';

export interface SignInEntry {
  email: string;
  password: string;
  device: string;
  /** the session this browser had before: it ends */
  earlierToken: string | undefined;
}

const WRONG = new Set(['INVALID_EMAIL_OR_PASSWORD', 'INVALID_EMAIL', 'PASSWORD_TOO_LONG']);

/** Opens a session and gives its token, which is kept nowhere else. @throws Refusal wrong-sign-in */
export async function signIn(accounts: Accounts, hub: Hub, entry: SignInEntry, means: Means): Promise<string> {
  const { email, password, device, earlierToken } = entry;
  return accounts.hubwise.write(hub.id, async (db) => {
    try {
      const { result, issued } = await accounts.engine.use({ db, now: means.now, device }, ({ api }) =>
        api.signInEmail({ body: { email, password } }),
      );
      await enterHub(db, hub.id, result.user.id, means);
      if (earlierToken) await endSession(db, earlierToken);
      return issued!;
    } catch (error) {
      if (WRONG.has(engineCode(error) ?? '')) throw refuse('wrong-sign-in', { field: 'password' });
      throw error;
    }
  });
}

/** Opens a session without asking for anything. For this module's own use: whoever calls it has decided that it is right. */
async function openSession(
  accounts: Accounts,
  hub: Hub,
  accountId: string,
  device: string,
  means: Means,
): Promise<string> {
  return accounts.hubwise.write(hub.id, async (db) => {
    const { issued } = await accounts.engine.use({ db, now: means.now, device }, ({ context }) =>
      context.internalAdapter.createSession(accountId),
    );
    await enterHub(db, hub.id, accountId, means);
    return issued!;
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
  if (!mayPlayCast(hub, accounts.demo, asked.remoteAddress)) throw refuse('no-cast', { status: 404 });
  return openSession(accounts, hub, asked.accountId, asked.device, means);
}
