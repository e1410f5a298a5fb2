/**
 * X13: people under 18. They say so themselves when they sign up; where the town wants a guardian's consent, they read only until the
 * guardian has agreed by the link of a letter. The guardian's address is forgotten then.
 */
import { queueMail } from '#commons/letters/index.ts';
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import { guardianLetter } from './letters.ts';
import type { Means } from './means.ts';
import { keepKey, lookAtKey, useKey } from './one-time-keys.ts';
import { refuse } from './refusals.ts';

/** Guardians read their mail less often. */
const GUARDIAN_HOURS = 14 * 24;

export interface Minor {
  waits: boolean;
  guardian_email: string | null;
}

/** Null: nothing was said of their age. */
export async function minorOf(db: Db, accountId: string): Promise<Minor | null> {
  const [row] = await run<Minor>(db, 'select waits, guardian_email from auth.minors where account_id = $1', [
    accountId,
  ]);
  return row ?? null;
}

/** `guardian`: an address; null where the town wants no consent. */
export async function declareMinor(db: Db, accountId: string, guardian: string | null, now: Date): Promise<void> {
  await run(
    db,
    `insert into auth.minors (account_id, declared_at, guardian_email, waits) values ($1, $2, $3, $4)
     on conflict (account_id) do nothing`,
    [accountId, now, guardian, guardian !== null],
  );
}

/** Writes to the guardian once the young person's own address is confirmed; again only when they ask. */
export async function askGuardian(db: Db, hub: Hub, accountId: string, means: Means, again = false): Promise<boolean> {
  const [row] = await run<{ guardian_email: string; name: string; lang: Lang }>(
    db,
    `update auth.minors m set asked_at = $2 from auth.users u
     where m.account_id = $1 and u.id = m.account_id and m.waits and m.guardian_email is not null and ($3 or m.asked_at is null)
     returning m.guardian_email, u.name, u.lang`,
    [accountId, means.now, again],
  );
  if (!row) return false;
  const key = await keepKey(db, 'guardian', { user: accountId }, GUARDIAN_HOURS, means);
  const letter = guardianLetter(hub, row.lang, row.name, key);
  await queueMail(db, { hubId: hub.id, to: row.guardian_email, ...letter }, means);
  return true;
}

/** Another address for the guardian, while the consent is not there. */
export async function changeGuardian(db: Db, accountId: string, guardian: string): Promise<void> {
  await run(db, 'update auth.minors set guardian_email = $2 where account_id = $1 and waits', [accountId, guardian]);
}

/** The nickname of whom this key is about; null when it is unknown, used or over. Changes nothing. */
export async function consentAsked(db: Db, key: string, now: Date): Promise<{ name: string } | null> {
  const kept = await lookAtKey<{ user: string }>(db, 'guardian', key, now);
  if (!kept) return null;
  const [user] = await run<{ name: string }>(db, 'select name from auth.users where id = $1', [kept.user]);
  return user ?? null;
}

/** From the next request on they may write. @throws Refusal key-over */
export async function giveConsent(db: Db, key: string, now: Date): Promise<void> {
  const kept = await useKey<{ user: string }>(db, 'guardian', key, now);
  const given = await run(
    db,
    `update auth.minors set waits = false, consented_at = $2, guardian_email = null where account_id = $1 and waits
     returning account_id`,
    [kept?.user ?? null, now],
  );
  if (given.length === 0) throw refuse('key-over', { status: 410 });
}
