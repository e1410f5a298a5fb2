/** X1: opening a session, whichever way somebody showed who they are. The only place where one is made. */
import { queueMail } from '#commons/letters/index.ts';
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Accounts } from './accounts.ts';
import { enterHub } from './enter-hub.ts';
import { newDeviceLetter } from './letters.ts';
import type { Means } from './means.ts';
import { keepKey } from './one-time-keys.ts';
import { after, SESSION_DAYS } from './rules.ts';
import { hashOf } from './session-token.ts';

export type Method = 'password' | 'passkey' | 'outside' | 'letter' | 'cast' | 'hand-over';
export type Second = 'totp' | 'recovery' | 'passkey' | 'outside';

/** What is known of the browser that asks. */
export interface Asking {
  /** see `deviceOf` */
  device: string;
  /** the browser's own long-living key, if it has one: of a browser that isn't known yet the owner is told by letter */
  deviceKey?: string | undefined;
  /** the session this browser had before: it ends */
  earlierToken?: string | undefined;
}

export interface Opening extends Asking {
  /** made of the session on the accounts host that it comes from */
  id?: string;
  accountId: string;
  method: Method;
  second: Second | null;
}

/** A session, or the one-time key of the second step that is still to be taken. */
export type Admitted = { token: string; step?: undefined } | { step: string; token?: undefined };

/** What stands behind the key of a second step. */
export interface Step {
  user: string;
  method: 'password' | 'outside';
}

export const STEP_HOURS = 0.25;

/**
 * Lets somebody in who has shown one factor: opens the session, or asks for the second where the account has one.
 * In the caller's transaction, bound to the hub.
 */
export async function admit(
  accounts: Accounts,
  db: Db,
  hub: Hub,
  opening: Opening & { method: 'password' | 'outside' },
  means: Means,
): Promise<Admitted> {
  if (opening.second === null) {
    const steps = await run(
      db,
      'select account_id from auth.second_steps where account_id = $1 and confirmed_at is not null',
      [opening.accountId],
    );
    if (steps.length > 0) {
      const { accountId: user, method } = opening;
      return { step: await keepKey(db, 'second-step', { user, method }, STEP_HOURS, means) };
    }
  }
  return { token: await openSession(accounts, db, hub, opening, means) };
}

/** Opens a session and gives its token, which is kept nowhere else. Whoever calls it has decided that it is right. */
export async function openSession(
  accounts: Accounts,
  db: Db,
  hub: Hub,
  opening: Opening,
  means: Means,
): Promise<string> {
  const { accountId, device, method, second, deviceKey, earlierToken } = opening;
  const token = means.newKey();
  // The browser's own before, and the one that this takes the place of: signed in again from the same session elsewhere.
  const earlier = earlierToken ? hashOf(earlierToken) : null;
  if (earlier || opening.id)
    await run(db, 'delete from auth.sessions where token = $1 or id = $2', [earlier, opening.id ?? null]);
  await run(
    db,
    `insert into auth.sessions (id, user_id, token, user_agent, method, second, created_at, updated_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
    [
      opening.id ?? means.randomId(),
      accountId,
      hashOf(token),
      device,
      method,
      second,
      means.now,
      after(means.now, SESSION_DAYS * 24),
    ],
  );
  await enterHub(db, hub.id, accountId, means);
  if (deviceKey) await noteDevice(accounts, db, hub, { accountId, device, deviceKey }, means);
  return token;
}

/** The first browser of an account is its own; of each further one its owner gets a letter. */
async function noteDevice(
  accounts: Accounts,
  db: Db,
  hub: Hub,
  { accountId, device, deviceKey }: { accountId: string; device: string; deviceKey: string },
  means: Means,
): Promise<void> {
  const hash = accounts.seal.fingerprint('device', accountId, deviceKey);
  const [known] = await run<{ others: boolean; name: string; email: string; lang: Lang }>(
    db,
    `select u.name, u.email, u.lang, exists (select from auth.known_devices d where d.account_id = u.id) as others
     from auth.users u where u.id = $1`,
    [accountId],
  );
  const [row] = await run<{ is_new: boolean }>(
    db,
    `insert into auth.known_devices (account_id, device_hash, first_at, last_at) values ($1, $2, $3, $3)
     on conflict (account_id, device_hash) do update set last_at = excluded.last_at returning xmax::text = '0' as is_new`,
    [accountId, hash, means.now],
  );
  if (!known?.others || !row?.is_new) return;
  const letter = newDeviceLetter(hub, known.lang, known.name, { device, at: means.now });
  await queueMail(db, { hubId: hub.id, to: known.email, ...letter }, means);
}
