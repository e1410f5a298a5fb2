/** X1: what becomes of a provider's answer: somebody known here is let in; for somebody who isn't, what was said is kept for a while. */
import type { Hub } from '#kernel/context.ts';
import type { Accounts } from '../accounts.ts';
import type { Means } from '../means.ts';
import { type Admitted, type Asking, admit } from '../open-session.ts';
import type { Answered } from './ask-provider.ts';
import { applyClaims } from './claims.ts';
import { accountOf } from './linked.ts';
import { type Provider, says } from './provider.ts';

/** Lets in whoever is linked; null: nobody here is. */
export async function signInOutside(
  accounts: Accounts,
  hub: Hub,
  provider: Provider,
  { subject, claims }: Answered,
  asking: Asking,
  means: Means,
): Promise<Admitted | null> {
  return accounts.hubwise.write(hub.id, async (db) => {
    const accountId = await accountOf(db, provider, subject);
    if (accountId === null) return null;
    await applyClaims(accounts, db, hub, { accountId, provider, claims }, means);
    const second = provider.strong && says(claims, provider.strong) ? ('outside' as const) : null;
    return admit(accounts, db, hub, { ...asking, accountId, method: 'outside', second }, means);
  });
}
