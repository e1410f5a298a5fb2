/** X1: which providers an account is linked to. A link is made only by somebody who is signed in here already, or with a new account. */
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Accounts } from '../accounts.ts';
import type { Means } from '../means.ts';
import { refuse } from '../refusals.ts';
import { tellOwner } from '../second-step/second-step.ts';
import { type Provider, providersOf } from './provider.ts';

export interface LinkedProvider {
  provider: Provider;
  linkedAt: Date | null;
}

/** Every provider of this hub, with the moment it was linked to the account; null: it isn't. */
export async function linkedProviders(
  accounts: Accounts,
  db: Db,
  hub: Pick<Hub, 'key'>,
  accountId: string,
): Promise<LinkedProvider[]> {
  const providers = providersOf(accounts, hub);
  if (providers.length === 0) return [];
  const rows = await run<{ provider_id: string; created_at: Date }>(
    db,
    `select provider_id, min(created_at) as created_at from auth.credentials
     where user_id = $1 and provider_id = any($2::text[]) group by provider_id`,
    [accountId, providers.map(({ id }) => id)],
  );
  const since = new Map(rows.map((row) => [row.provider_id, row.created_at]));
  return providers.map((provider) => ({ provider, linkedAt: since.get(provider.id) ?? null }));
}

/** The account this person of the provider signs in to; null: none yet. */
export async function accountOf(db: Db, provider: Provider, subject: string): Promise<string | null> {
  const [row] = await run<{ user_id: string }>(
    db,
    'select user_id from auth.credentials where provider_id = $1 and account_id = $2',
    [provider.id, subject],
  );
  return row?.user_id ?? null;
}

/** Keeps the link, in the caller's transaction. @throws Refusal outside-taken when it leads to another account already */
export async function keepLink(
  db: Db,
  accountId: string,
  { provider, subject }: { provider: Provider; subject: string },
  means: Means,
): Promise<void> {
  await run(
    db,
    `insert into auth.credentials (id, account_id, provider_id, user_id, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $5) on conflict (provider_id, account_id) do nothing`,
    [means.randomId(), subject, provider.id, accountId, means.now],
  );
  if ((await accountOf(db, provider, subject)) !== accountId) throw refuse('outside-taken', { status: 409 });
}

/** Links a provider to the account of somebody who is signed in, and tells them by letter. @throws Refusal outside-taken */
export async function linkProvider(
  accounts: Accounts,
  hub: Hub,
  accountId: string,
  link: { provider: Provider; subject: string },
  means: Means,
): Promise<void> {
  await accounts.hubwise.write(hub.id, async (db) => {
    await keepLink(db, accountId, link, means);
    await tellOwner(db, hub, accountId, 'outsideLinked', means);
  });
}

/** A forgotten password is replaced by letter, so nobody is locked out by this. @throws Refusal outside-gone */
export async function unlinkProvider(accounts: Accounts, accountId: string, provider: Provider): Promise<void> {
  const gone = await accounts.hubwise.deployment((db) =>
    run(db, 'delete from auth.credentials where user_id = $1 and provider_id = $2 returning id', [
      accountId,
      provider.id,
    ]),
  );
  if (gone.length === 0) throw refuse('outside-gone');
}
