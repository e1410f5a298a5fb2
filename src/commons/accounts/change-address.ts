/**
 * X1: another address for an account, asked for by its owner. The new address confirms it by letter before it counts; so does the old one, where
 * it was confirmed: whoever finds a browser open and knows the password can't take the account away. Somebody who signed in with a second
 * factor may have lost the old mailbox: there the new address alone decides, and the old one is told.
 */
import { queueMail, queueNothing } from '#commons/letters/index.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Accounts } from './accounts.ts';
import { agreeToChangeLetter, changeAddressLetter } from './letters.ts';
import type { Means } from './means.ts';
import { identifierOf, keepKey, lookAtKey, useKey } from './one-time-keys.ts';
import { refuse } from './refusals.ts';
import { CONFIRMATION_HOURS } from './rules.ts';
import { takeAddress } from './take-address.ts';

/** What stands behind each of the two letters. */
export interface HalfChange {
  user: string;
  email: string;
  /** the other letter's key as it is kept; null: one letter is enough */
  other: string | null;
  /** the other half is there already */
  otherDone: boolean;
}

/**
 * Sends the letters. Answers alike whether somebody else has the address already. That it is the owner who asks is the caller's to see to.
 * @throws Refusal same-address
 */
export async function askAddressChange(
  accounts: Accounts,
  hub: Hub,
  reader: Pick<Reader, 'accountId' | 'isStrong'>,
  email: string,
  means: Means,
): Promise<void> {
  await accounts.hubwise.write(hub.id, async (db) => {
    const users = await run<{ id: string; name: string; email: string; lang: Lang; email_confirmed: boolean }>(
      db,
      'select id, name, email, lang, email_confirmed from auth.users where id = $1 or email = $2',
      [reader.accountId, email],
    );
    const own = users.find((user) => user.id === reader.accountId);
    if (!own) throw new Error('the account is gone');
    if (own.email === email) throw refuse('same-address', { field: 'email' });
    const asksOld = own.email_confirmed && !reader.isStrong;
    const [newKey, oldKey] = [means.newKey(), means.newKey()];
    const half = { user: own.id, email, browser: null, next: null, isNew: true, otherDone: false };
    const other = asksOld ? identifierOf('keep-address', oldKey) : null;
    await keepKey(db, 'confirm-address', { ...half, other }, CONFIRMATION_HOURS, means, newKey);
    if (asksOld) {
      const back = { ...half, other: identifierOf('confirm-address', newKey) };
      await keepKey(db, 'keep-address', back, CONFIRMATION_HOURS, means, oldKey);
      const letter = agreeToChangeLetter(hub, own.lang, own.name, { key: oldKey, email });
      await queueMail(db, { hubId: hub.id, to: own.email, ...letter }, means);
    }
    if (users.length > 1) return queueNothing(db, hub.id, means);
    const letter = changeAddressLetter(hub, own.lang, own.name, newKey);
    await queueMail(db, { hubId: hub.id, to: email, ...letter }, means);
  });
}

/** The new address somebody is asked to agree to; null when the key is unknown, used or over. Changes nothing. */
export async function changeAsked(db: Db, key: string, now: Date): Promise<{ email: string } | null> {
  const half = await lookAtKey<HalfChange>(db, 'keep-address', key, now);
  return half && { email: half.email };
}

/** The old address agrees. 'waits': the new one hasn't answered yet. @throws Refusal key-over */
export async function agreeToChange(
  accounts: Accounts,
  hub: Hub,
  key: string,
  means: Means,
): Promise<'done' | 'waits'> {
  return accounts.hubwise.write(hub.id, async (db) => {
    const seen = await lookAtKey<HalfChange>(db, 'keep-address', key, means.now);
    if (seen) await holdAccount(db, seen.user);
    const half = await useKey<HalfChange>(db, 'keep-address', key, means.now);
    if (!half) throw refuse('key-over', { status: 410 });
    return finishHalf(db, hub, half, means);
  });
}

/** Both letters may be answered at the same moment: one waits here for the other. */
export async function holdAccount(db: Db, accountId: string): Promise<void> {
  await run(db, 'select id from auth.users where id = $1 for update', [accountId]);
}

/** One half is there: changes the address if it is the second one, else notes it with the other. @throws Refusal key-over */
export async function finishHalf(db: Db, hub: Hub, half: HalfChange, means: Means): Promise<'done' | 'waits'> {
  if (half.other === null || half.otherDone) {
    await takeAddress(db, hub, half, means);
    return 'done';
  }
  const noted = await run(
    db,
    `update auth.verifications set value = jsonb_set(value::jsonb, '{otherDone}', 'true')::text
     where identifier = $1 and expires_at > $2 returning id`,
    [half.other, means.now],
  );
  if (noted.length === 0) throw refuse('key-over', { status: 410 });
  return 'waits';
}
