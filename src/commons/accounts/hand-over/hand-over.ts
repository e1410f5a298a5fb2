/**
 * X1, X11: from the accounts host to a town on another domain. The town gives its browser a secret and sends the hash of it along; the accounts
 * host answers with a code that is good once, for a minute, in that town, and in the browser with that secret.
 */
import type { Hub, Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Accounts } from '../accounts.ts';
import type { Means } from '../means.ts';
import { keepKey, useKey } from '../one-time-keys.ts';
import { type Asking, openSession, type Second } from '../open-session.ts';
import { refuse } from '../refusals.ts';
import { hashOf } from '../session-token.ts';
import { handedOverId } from '../sessions.ts';

export const HAND_OVER_HOURS = 1 / 60;

interface HandOver {
  user: string;
  /** the session on the accounts host that vouches for them */
  session: string;
  /** the town it is for */
  hub: string;
  /** hash of the secret of the browser it is for */
  bound: string;
  second: Second | null;
  next: string | null;
}

/** What a town sends along: a SHA-256 in base64url. */
export function isBound(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** On the accounts host, for somebody signed in there: the code, and the town's address to bring it to. */
export async function handOver(
  accounts: Accounts,
  reader: Pick<Reader, 'accountId' | 'sessionId'>,
  to: { town: string; bound: string; next: string | null },
  means: Means,
): Promise<{ town: Hub; location: string }> {
  const town = accounts.hubs().find(({ key }) => key === to.town);
  if (!town || !isBound(to.bound)) throw refuse('hand-over-refused');
  return accounts.hubwise.deployment(async (db) => {
    const [session] = await run<{ second: Second | null }>(db, 'select second from auth.sessions where id = $1', [
      reader.sessionId,
    ]);
    const { bound, next } = to;
    const of = { user: reader.accountId, session: reader.sessionId, hub: String(town.id) };
    const value = { ...of, bound, second: session?.second ?? null, next };
    const code = await keepKey(db, 'hand-over', value, HAND_OVER_HOURS, means);
    return { town, location: `${town.origin}/hand-over/arrival?code=${code}` };
  });
}

/** In the town: opens a session there. @throws Refusal hand-over-refused: another town's, another browser's, used, over */
export async function arrive(
  accounts: Accounts,
  hub: Hub,
  sent: Asking & { code: string; secret: string },
  means: Means,
): Promise<{ token: string; next: string | null }> {
  const { code, secret, ...asking } = sent;
  // Used up before it is judged: a code that came to the wrong place is not to be tried again elsewhere.
  const kept = await accounts.hubwise.deployment((db) => useKey<HandOver>(db, 'hand-over', code, means.now));
  if (!kept || kept.hub !== String(hub.id) || kept.bound !== hashOf(secret))
    throw refuse('hand-over-refused', { status: 403 });
  return accounts.hubwise.write(hub.id, async (db) => {
    const id = handedOverId(kept.session, hub.id);
    const opening = { ...asking, id, accountId: kept.user, method: 'hand-over' as const, second: kept.second };
    return { token: await openSession(accounts, db, hub, opening, means), next: kept.next };
  });
}

/** What people know the accounts host by: the name of the town there. */
export function entranceName(accounts: Accounts, lang: Lang): string {
  const { origin } = accounts.host;
  return accounts.hubs().find((hub) => hub.origin === origin)?.name[lang] ?? new URL(origin!).host;
}

/** The town that sent somebody to sign in here, by the path they go on to; null when none did. */
export function sendingTown(accounts: Accounts, next: string | null): Hub | null {
  if (!next?.startsWith('/hand-over?')) return null;
  const key = new URLSearchParams(next.slice(next.indexOf('?'))).get('town');
  return accounts.hubs().find((hub) => hub.key === key) ?? null;
}
