/** X3: letters that come back. An address that is gone gets no more notices; its person is told on the site, where it can be tried again. */
import { tell } from '#commons/notices/index.ts';
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';

/** Enhanced status codes (RFC 3463) of an address that doesn't exist or isn't served any more: one is enough. */
const GONE = /^5\.1\.(1|2|3|6|10)$/;
/** Other lasting failures (a full mailbox, a policy) may pass: so many are enough. */
const ENOUGH = 3;

interface Means {
  now: Date;
  newId(): string;
}

/**
 * Notes that letter `mailId` came back for good with `status` (5.x.x). A letter counts once, however often it is reported. `db` is bound to the hub.
 * Resolves with whether the address is stopped now.
 */
export async function noteBounce(
  db: Db,
  hub: Pick<Hub, 'id'>,
  mailId: string,
  status: string,
  means: Means,
): Promise<boolean> {
  const told = `bounced ${status}`;
  const [mail] = await run<{ recipient: string }>(
    db,
    `update mails set last_error = $3 where id = $1 and hub_id = $2 and coalesce(last_error, '') not like 'bounced %'
     returning lower(recipient) as recipient`,
    [mailId, hub.id, told],
  );
  if (!mail) return false;
  const isGone = GONE.test(status);
  const [address] = await run<{ is_new: boolean }>(
    db,
    `insert into mail_addresses (email, hard_bounces, last_status, last_at, stopped_at)
     values ($1, 1, $2, $3, case when $4 then $3::timestamptz end)
     on conflict (email) do update set hard_bounces = mail_addresses.hard_bounces + 1, last_status = excluded.last_status,
       last_at = excluded.last_at,
       stopped_at = coalesce(mail_addresses.stopped_at, case when $4 or mail_addresses.hard_bounces + 1 >= $5 then $3::timestamptz end)
     returning coalesce(stopped_at = $3, false) as is_new`,
    [mail.recipient, status, means.now, isGone, ENOUGH],
  );
  if (!address?.is_new) return false;
  const people = await run<{ id: string }>(
    db,
    'select a.id from actors a join auth.users u on u.id = a.account_id where a.hub_id = $1 and u.email = $2',
    [hub.id, mail.recipient],
  );
  for (const { id } of people) {
    await tell(
      { db, hub, now: means.now, newId: means.newId },
      {
        people: [id],
        kind: 'mail.address-stopped',
        about: { kind: 'actor', id },
        href: '/notices/settings',
        facts: { address: mail.recipient },
        hasLetter: true,
      },
    );
  }
  return true;
}

export interface AddressState {
  email: string;
  isConfirmed: boolean;
  stoppedAt: Date | null;
}

export async function addressOf(db: Db, accountId: string): Promise<AddressState | null> {
  const [row] = await run<{ email: string; email_confirmed: boolean; stopped_at: Date | null }>(
    db,
    `select u.email, u.email_confirmed, m.stopped_at from auth.users u left join mail_addresses m on m.email = u.email where u.id = $1`,
    [accountId],
  );
  return row ? { email: row.email, isConfirmed: row.email_confirmed, stoppedAt: row.stopped_at } : null;
}

/** Letters go to this account's address again, until they come back again. */
export async function tryAgain(db: Db, accountId: string): Promise<void> {
  await run(db, 'delete from mail_addresses m using auth.users u where u.id = $1 and m.email = u.email', [accountId]);
}
