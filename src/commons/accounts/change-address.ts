/** X1: another address for an account: with the password, and confirmed by a letter to the new address before it counts. */
import { queueMail, queueNothing } from '#commons/letters/index.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Accounts } from './accounts.ts';
import { changeAddressLetter } from './letters.ts';
import type { Means } from './means.ts';
import { keepKey } from './one-time-keys.ts';
import { ownPassword } from './own-password.ts';
import { refuse } from './refusals.ts';
import { CONFIRMATION_HOURS } from './rules.ts';

/**
 * Sends the letter. Answers alike whether somebody else has the address already.
 * @throws Refusal wrong-password, same-address
 */
export async function askAddressChange(
  accounts: Accounts,
  hub: Hub,
  reader: Pick<Reader, 'accountId'>,
  entry: { email: string; password: string },
  means: Means,
): Promise<void> {
  await accounts.hubwise.write(hub.id, async (db) => {
    const who = { accountId: reader.accountId, password: entry.password, now: means.now };
    if ((await ownPassword(accounts, db, who)) !== 'right') throw refuse('wrong-password', { field: 'password' });
    const users = await run<{ id: string; name: string; email: string; lang: Lang }>(
      db,
      'select id, name, email, lang from auth.users where id = $1 or email = $2',
      [reader.accountId, entry.email],
    );
    const own = users.find((user) => user.id === reader.accountId);
    if (!own) throw new Error('the account is gone');
    if (own.email === entry.email) throw refuse('same-address', { field: 'email' });
    const value = { user: own.id, email: entry.email, browser: null, next: null, isNew: true as const };
    const key = await keepKey(db, 'confirm-address', value, CONFIRMATION_HOURS, means);
    if (users.length > 1) return queueNothing(db, hub.id, means);
    const letter = changeAddressLetter(hub, own.lang, own.name, key);
    await queueMail(db, { hubId: hub.id, to: entry.email, ...letter }, means);
  });
}
