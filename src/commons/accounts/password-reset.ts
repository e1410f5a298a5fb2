/** X1: a new password by letter. The answer is the same, and takes the same time, whether the address has an account or not. */
import { queueMail, queueNothing } from '#commons/letters/index.ts';
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Accounts } from './accounts.ts';
import { passwordChangedLetter, resetLetter } from './letters.ts';
import type { Means } from './means.ts';
import { keepKey, lookAtKey, useKey } from './one-time-keys.ts';
import { refuse } from './refusals.ts';
import { RESET_HOURS } from './rules.ts';

interface Addressee {
  id: string;
  name: string;
  email: string;
  lang: Lang;
}

/** Keeps a one-time key and sends it, if somebody is there to get it; for nobody it does the same work. */
export async function askPasswordReset(accounts: Accounts, hub: Hub, email: string, means: Means): Promise<void> {
  await accounts.hubwise.write(hub.id, async (db) => {
    const [user] = await run<Addressee>(db, 'select id, name, email, lang from auth.users where email = $1', [email]);
    const key = await keepKey(db, 'reset-password', { user: user?.id ?? means.randomId() }, RESET_HOURS, means);
    if (!user) return queueNothing(db, hub.id, means);
    await queueMail(db, { hubId: hub.id, to: user.email, ...resetLetter(hub, user.lang, user.name, key) }, means);
  });
}

/** True while the key of a letter can still be used. */
export async function isResetKey(db: Db, key: string, now: Date): Promise<boolean> {
  return (await lookAtKey(db, 'reset-password', key, now)) !== null;
}

/**
 * Sets a new password and ends every session of the account. Having read the letter proves the address as well.
 * @throws Refusal key-over when the key is unknown, used or over
 */
export async function resetPassword(
  accounts: Accounts,
  hub: Hub,
  entry: { key: string; password: string },
  means: Means,
): Promise<void> {
  await accounts.hubwise.write(hub.id, async (db) => {
    const kept = await useKey<{ user: string }>(db, 'reset-password', entry.key, means.now);
    const [user] = await run<Addressee & { was_confirmed: boolean }>(
      db,
      `with before as (select id, email_confirmed from auth.users where id = $1 for update)
       update auth.users u set email_confirmed = true, updated_at = $2 from before where u.id = before.id
       returning u.id, u.name, u.email, u.lang, before.email_confirmed as was_confirmed`,
      [kept?.user ?? null, means.now],
    );
    if (!user) throw refuse('key-over', { status: 410 });
    if (!user.was_confirmed) await dropWaysIn(db, user.id);
    await setPassword(accounts, db, user.id, entry.password, means);
    await Promise.all([
      run(db, 'update actors set level = 1 where hub_id = $1 and account_id = $2 and level = 0', [hub.id, user.id]),
      // Another letter that was asked for meanwhile must not open the account once more.
      run(db, `delete from auth.verifications where value = $1`, [JSON.stringify({ user: user.id })]),
      queueMail(db, { hubId: hub.id, to: user.email, ...passwordChangedLetter(hub, user.lang, user.name) }, means),
    ]);
  });
}

/**
 * Somebody else may have made the account with this address before its owner ever heard of it, and left ways in of their own. Whoever reads
 * the letter is the owner, and only their password opens it from now on.
 */
async function dropWaysIn(db: Db, accountId: string): Promise<void> {
  await Promise.all([
    run(db, `delete from auth.credentials where user_id = $1 and provider_id like 'oidc:%'`, [accountId]),
    run(db, 'delete from auth.passkeys where account_id = $1', [accountId]),
    run(db, 'delete from auth.second_steps where account_id = $1', [accountId]),
    run(db, 'delete from auth.recovery_codes where account_id = $1', [accountId]),
  ]);
}

/** Sets the password of an account and ends all its sessions. */
export async function setPassword(
  accounts: Accounts,
  db: Db,
  accountId: string,
  password: string,
  means: Means,
): Promise<void> {
  await accounts.engine.use({ db, now: means.now }, async ({ context }) => {
    const { internalAdapter } = context;
    const hash = await context.password.hash(password);
    await internalAdapter.deleteUserSessions(accountId);
    if (await internalAdapter.findCredentialAccount(accountId)) await internalAdapter.updatePassword(accountId, hash);
    else {
      const credential = { userId: accountId, providerId: 'credential', accountId, password: hash };
      await internalAdapter.createAccount(credential);
    }
  });
}
