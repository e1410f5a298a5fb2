/** X1: the second step of signing in, by an authenticator app. Begun, confirmed with its first code, from then on asked for. */
import { queueMail } from '#commons/letters/index.ts';
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Accounts } from '../accounts.ts';
import { safetyLetter } from '../letters.ts';
import type { Means } from '../means.ts';
import type { Second } from '../open-session.ts';
import { refuse } from '../refusals.ts';
import { newBytes } from '../session-token.ts';
import { sealedAbout as about } from './carried-secret.ts';
import { newRecoveryCodes, useRecoveryCode } from './recovery-codes.ts';
import { matchingCounter, SECRET_BYTES } from './totp.ts';

export interface SecondStepState {
  confirmedAt: Date | null;
  isBegun: boolean;
  /** recovery codes that are still good */
  codesLeft: number;
}

export async function secondStepOf(db: Db, accountId: string): Promise<SecondStepState> {
  const [row] = await run<{ begun: boolean; confirmed_at: Date | null; left: number }>(
    db,
    `select s.account_id is not null as begun, s.confirmed_at,
       (select count(*)::int from auth.recovery_codes c where c.account_id = u.id and c.used_at is null) as left
     from auth.users u left join auth.second_steps s on s.account_id = u.id where u.id = $1`,
    [accountId],
  );
  return { confirmedAt: row?.confirmed_at ?? null, isBegun: row?.begun ?? false, codesLeft: row?.left ?? 0 };
}

/** A new secret, which asks for nothing until it is confirmed. @throws Refusal second-step-there */
export async function beginSecondStep(accounts: Accounts, db: Db, accountId: string, now: Date): Promise<void> {
  const secret = accounts.seal.close(newBytes(SECRET_BYTES), about(accountId));
  const begun = await run(
    db,
    `insert into auth.second_steps (account_id, secret, begun_at) values ($1, $2, $3)
     on conflict (account_id) do update set secret = excluded.secret, begun_at = excluded.begun_at, last_counter = null
     where auth.second_steps.confirmed_at is null returning account_id`,
    [accountId, secret, now],
  );
  if (begun.length === 0) throw refuse('second-step-there');
}

/** The secret while it waits for its first code; null when there is none, or it is confirmed and never shown again. */
export async function begunSecret(accounts: Accounts, db: Db, accountId: string): Promise<Buffer | null> {
  const [row] = await run<{ secret: Buffer }>(
    db,
    'select secret from auth.second_steps where account_id = $1 and confirmed_at is null',
    [accountId],
  );
  return row ? accounts.seal.open(row.secret, about(accountId)) : null;
}

/** Takes a code of the app, once. `wanted`: of a step that is confirmed, or of one that waits for it. */
async function takeCode(
  accounts: Accounts,
  db: Db,
  who: { accountId: string; typed: string; now: Date },
  wanted: 'confirmed' | 'begun',
): Promise<boolean> {
  const [row] = await run<{ secret: Buffer; last_counter: string | null }>(
    db,
    `select secret, last_counter from auth.second_steps
     where account_id = $1 and (confirmed_at is not null) = $2 for update`,
    [who.accountId, wanted === 'confirmed'],
  );
  const secret = row && accounts.seal.open(row.secret, about(who.accountId));
  if (!row || !secret) return false;
  const code = who.typed.normalize('NFKC').replace(/[\s-]/g, '');
  const counter = matchingCounter(secret, code, who.now, row.last_counter === null ? null : Number(row.last_counter));
  if (counter === null) return false;
  await run(db, 'update auth.second_steps set last_counter = $2 where account_id = $1', [who.accountId, counter]);
  return true;
}

/** Confirms a step that was begun, raises this session, and gives the recovery codes. @throws Refusal wrong-code */
export async function confirmSecondStep(
  accounts: Accounts,
  hub: Hub,
  who: { accountId: string; sessionId: string; typed: string },
  means: Means,
): Promise<string[]> {
  return accounts.hubwise.write(hub.id, async (db) => {
    const isRight = await takeCode(accounts, db, { ...who, now: means.now }, 'begun');
    if (!isRight) throw refuse('wrong-code', { field: 'code' });
    await run(db, 'update auth.second_steps set confirmed_at = $2 where account_id = $1', [who.accountId, means.now]);
    await run(db, `update auth.sessions set second = 'totp' where id = $1`, [who.sessionId]);
    await tellOwner(db, hub, who.accountId, 'secondStepOn', means);
    return newRecoveryCodes(accounts, db, who.accountId, means);
  });
}

/** Ends the second step; its recovery codes go with it, and sessions opened by it are as strong as a password again. */
export async function removeSecondStep(accounts: Accounts, hub: Hub, accountId: string, means: Means): Promise<void> {
  await accounts.hubwise.write(hub.id, async (db) => {
    const gone = await run(db, 'delete from auth.second_steps where account_id = $1 returning account_id', [accountId]);
    if (gone.length === 0) throw refuse('no-second-step');
    await run(db, 'delete from auth.recovery_codes where account_id = $1', [accountId]);
    await run(db, `update auth.sessions set second = null where user_id = $1 and second in ('totp', 'recovery')`, [
      accountId,
    ]);
    await tellOwner(db, hub, accountId, 'secondStepOff', means);
  });
}

/** New recovery codes; the earlier ones open nothing any more. @throws Refusal no-second-step */
export async function renewRecoveryCodes(
  accounts: Accounts,
  hub: Hub,
  accountId: string,
  means: Means,
): Promise<string[]> {
  return accounts.hubwise.write(hub.id, async (db) => {
    const { confirmedAt } = await secondStepOf(db, accountId);
    if (confirmedAt === null) throw refuse('no-second-step');
    return newRecoveryCodes(accounts, db, accountId, means);
  });
}

/** What was typed as the second factor: a code of the app or a recovery code; null when it is neither. Uses it up. */
export async function secondFactor(
  accounts: Accounts,
  db: Db,
  who: { accountId: string; typed: string; now: Date },
): Promise<Extract<Second, 'totp' | 'recovery'> | null> {
  if (await takeCode(accounts, db, who, 'confirmed')) return 'totp';
  return (await useRecoveryCode(accounts, db, who)) ? 'recovery' : null;
}

export type SafetyChange = 'secondStepOn' | 'secondStepOff' | 'passkeyAdded' | 'passkeyHalted' | 'outsideLinked';

/** The owner is told of every change to the ways in. */
export async function tellOwner(db: Db, hub: Hub, accountId: string, what: SafetyChange, means: Means): Promise<void> {
  const [user] = await run<{ name: string; email: string; lang: Lang }>(
    db,
    'select name, email, lang from auth.users where id = $1',
    [accountId],
  );
  if (!user) throw new Error('the account is gone');
  await queueMail(db, { hubId: hub.id, to: user.email, ...safetyLetter(hub, user.lang, user.name, what) }, means);
}
