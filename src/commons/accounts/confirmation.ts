/**
 * X2: level 1 is a confirmed contact. The letter brings a one-time key; opening its page does nothing (mail scanners open
 * every link), pressing its button does.
 */
import { queueMail, queueNothing } from '#commons/letters/index.ts';
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Accounts } from './accounts.ts';
import { enterHub } from './enter-hub.ts';
import { addressChangedLetter, confirmationLetter } from './letters.ts';
import type { Means } from './means.ts';
import { askGuardian } from './minors.ts';
import { keepKey, lookAtKey, useKey } from './one-time-keys.ts';
import { refuse } from './refusals.ts';
import { CONFIRMATION_HOURS } from './rules.ts';
import { hashOf } from './session-token.ts';

interface KeyValue {
  user: string;
  email: string;
  /** hash of the key of the browser that signed up */
  browser: string | null;
  /** path to go on to */
  next: string | null;
  /** the account has another address so far, and gets this one */
  isNew?: true;
}

/** Keeps a new one-time key and queues its letter, in the caller's transaction. */
export async function askConfirmation(
  db: Db,
  hub: Hub,
  lang: Lang,
  account: { id: string; name: string; email: string },
  means: Means,
  from: Pick<KeyValue, 'browser' | 'next'> = { browser: null, next: null },
): Promise<void> {
  const value = { user: account.id, email: account.email, ...from };
  const key = await keepKey(db, 'confirm-address', value, CONFIRMATION_HOURS, means);
  const letter = confirmationLetter(hub, lang, account.name, key);
  await queueMail(db, { hubId: hub.id, to: account.email, ...letter }, means);
}

/** Sends the letter again where it is still needed. Answers alike for every address. */
export async function repeatConfirmation(accounts: Accounts, hub: Hub, email: string, means: Means): Promise<void> {
  await accounts.hubwise.write(hub.id, async (db) => {
    const [account] = await run<{ id: string; name: string; email: string; lang: Lang }>(
      db,
      'select id, name, email, lang from auth.users where email = $1 and not email_confirmed',
      [email],
    );
    if (account) await askConfirmation(db, hub, account.lang, account, means);
    else await queueNothing(db, hub.id, means);
  });
}

/** Whose address this key would confirm; null when it is unknown, used or over. Changes nothing. */
export async function confirmationOf(db: Db, key: string, now: Date): Promise<{ email: string } | null> {
  const value = await lookAtKey<KeyValue>(db, 'confirm-address', key, now);
  return value && { email: value.email };
}

export interface Confirmed {
  accountId: string;
  /** token of a session opened for the browser that signed up; absent in any other browser */
  token: string | undefined;
  next: string | null;
}

/**
 * Confirms an address, once. @throws Refusal key-over when the key is unknown, used, over, or the address was changed since
 */
export async function confirmAddress(
  accounts: Accounts,
  hub: Hub,
  sent: { key: string; browserKey: string | undefined; device: string },
  means: Means,
): Promise<Confirmed> {
  return accounts.hubwise.write(hub.id, async (db) => {
    const value = await useKey<KeyValue>(db, 'confirm-address', sent.key, means.now);
    if (!value) throw refuse('key-over', { status: 410 });
    await (value.isNew ? takeAddress(db, hub, value, means) : confirmOwn(db, value, means));
    await enterHub(db, hub.id, value.user, means);
    await askGuardian(db, hub, value.user, means);
    const done = { accountId: value.user, token: undefined, next: value.next };
    if (sent.browserKey === undefined || value.browser !== hashOf(sent.browserKey)) return done;
    const { issued } = await accounts.engine.use({ db, now: means.now, device: sent.device }, ({ context }) =>
      context.internalAdapter.createSession(value.user),
    );
    return { ...done, token: issued };
  });
}

async function confirmOwn(db: Db, { user, email }: KeyValue, means: Means): Promise<void> {
  const confirmed = await run(
    db,
    'update auth.users set email_confirmed = true, updated_at = $3 where id = $1 and email = $2 returning id',
    [user, email, means.now],
  );
  if (confirmed.length === 0) throw refuse('key-over', { status: 410 });
}

/** The new address is the account's from now on; the old one is told. Refused when somebody else has it by now. */
async function takeAddress(db: Db, hub: Hub, { user, email }: KeyValue, means: Means): Promise<void> {
  const [before] = await run<{ name: string; email: string; lang: Lang }>(
    db,
    'select name, email, lang from auth.users where id = $1 for update',
    [user],
  );
  const taken = await run(
    db,
    `update auth.users set email = $2, email_confirmed = true, updated_at = $3
     where id = $1 and not exists (select from auth.users where email = $2) returning id`,
    [user, email, means.now],
  );
  if (!before || taken.length === 0) throw refuse('key-over', { status: 410 });
  const letter = addressChangedLetter(hub, before.lang, before.name, email);
  await queueMail(db, { hubId: hub.id, to: before.email, ...letter }, means);
}
