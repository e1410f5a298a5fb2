/** X1: what somebody sees and sets of their own account. */
import type { Reader } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';

export interface OwnAccount {
  email: string;
  /** language of letters */
  lang: Lang;
  about: string;
  reading: string;
  /** when their data is erased, if they have asked to leave */
  leavesAt: Date | null;
}

/** `db` must be bound to the hub. */
export async function ownAccount(db: Db, hubId: number, reader: Reader): Promise<OwnAccount> {
  const [row] = await run<OwnAccount>(
    db,
    `select u.email, u.lang, p.about, coalesce(p.reading, '') as reading, d.due_at as "leavesAt" from auth.users u
     join actors p on p.hub_id = $1 and p.account_id = u.id left join auth.departures d on d.account_id = u.id
     where u.id = $2`,
    [hubId, reader.accountId],
  );
  if (!row) throw new Error('the account is gone');
  return row;
}

export async function setLetterLanguage(db: Db, accountId: string, lang: Lang, now: Date): Promise<void> {
  await run(db, 'update auth.users set lang = $2, updated_at = $3 where id = $1', [accountId, lang, now]);
}
