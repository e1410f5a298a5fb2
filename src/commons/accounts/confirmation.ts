/**
 * X2: level 1 is a confirmed contact. The letter brings a one-time key; opening its page does nothing (mail scanners open
 * every link), pressing its button does.
 */
import { queueMail, queueNothing } from '#commons/letters/index.ts';
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Accounts } from './accounts.ts';
import { finishHalf, type HalfChange, holdAccount } from './change-address.ts';
import { enterHub } from './enter-hub.ts';
import { confirmationLetter } from './letters.ts';
import type { Means } from './means.ts';
import { askGuardian, minorOf } from './minors.ts';
import { keepKey, lookAtKey, useKey } from './one-time-keys.ts';
import { openSession } from './open-session.ts';
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
}

/** The account has another address so far, and gets this one. */
type NewAddress = KeyValue & HalfChange & { isNew: true };

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
  /** X13: a guardian has still to agree before anything can be written */
  waits?: boolean;
  /** of an account that gets another address: whether the old one still has to agree */
  half?: 'done' | 'waits';
}

/**
 * Confirms an address, once. @throws Refusal key-over when the key is unknown, used, over, or the address was changed since
 */
export async function confirmAddress(
  accounts: Accounts,
  hub: Hub,
  sent: { key: string; browserKey: string | undefined; device: string; deviceKey?: string | undefined },
  means: Means,
): Promise<Confirmed> {
  return accounts.hubwise.write(hub.id, async (db) => {
    const seen = await lookAtKey<KeyValue>(db, 'confirm-address', sent.key, means.now);
    if (seen) await holdAccount(db, seen.user);
    const value = await useKey<KeyValue | NewAddress>(db, 'confirm-address', sent.key, means.now);
    if (!value) throw refuse('key-over', { status: 410 });
    if ('isNew' in value) {
      const half = await finishHalf(db, hub, value, means);
      return { accountId: value.user, token: undefined, next: value.next, half };
    }
    await confirmOwn(db, value, means);
    await enterHub(db, hub.id, value.user, means);
    await askGuardian(db, hub, value.user, means);
    const waits = (await minorOf(db, value.user))?.waits ?? false;
    const done = { accountId: value.user, token: undefined, next: value.next, waits };
    if (sent.browserKey === undefined || value.browser !== hashOf(sent.browserKey)) return done;
    const { device, deviceKey } = sent;
    const opening = { accountId: value.user, device, deviceKey, method: 'letter' as const, second: null };
    return { ...done, token: await openSession(accounts, db, hub, opening, means) };
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
