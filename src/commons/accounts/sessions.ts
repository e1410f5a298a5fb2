/** X1: sessions are listed and can be ended, one by one or all at once. */
import { createHash } from 'node:crypto';
import type { Reader } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Method, Second } from './open-session.ts';
import { refuse } from './refusals.ts';
import { hashOf } from './session-token.ts';

export interface SessionItem {
  id: string;
  /** see `deviceOf` */
  device: string;
  openedAt: Date;
  /** exact to a day: a session is written at most once a day */
  lastSeenAt: Date;
  isThisOne: boolean;
  method: Method;
  second: Second | null;
}

interface SessionRow {
  id: string;
  user_agent: string | null;
  created_at: Date;
  updated_at: Date;
  method: Method;
  second: Second | null;
}

/** Newest use first; at most 50 are shown. */
export async function listSessions(db: Db, reader: Reader, now: Date): Promise<SessionItem[]> {
  const rows = await run<SessionRow>(
    db,
    `select id, user_agent, created_at, updated_at, method, second from auth.sessions
     where user_id = $1 and expires_at > $2 order by updated_at desc, id limit 50`,
    [reader.accountId, now],
  );
  return rows.map((row) => ({
    id: row.id,
    device: row.user_agent ?? 'other/other',
    openedAt: row.created_at,
    lastSeenAt: row.updated_at,
    isThisOne: row.id === reader.sessionId,
    method: row.method,
    second: row.second,
  }));
}

/** Ends one of the reader's own sessions. @throws Refusal session-gone */
export async function revokeSession(db: Db, reader: Reader, sessionId: string): Promise<void> {
  const family = await familyOf(db, { id: sessionId, accountId: reader.accountId });
  const gone = await run(db, 'delete from auth.sessions where id = any($1) and user_id = $2 returning id', [
    family,
    reader.accountId,
  ]);
  if (gone.length === 0) throw refuse('session-gone');
}

/** Ends every session of an account, this one too. */
export async function revokeAllSessions(db: Db, accountId: string): Promise<void> {
  await run(db, 'delete from auth.sessions where user_id = $1', [accountId]);
}

/** Ends the session a browser came with and those of the same signing in; nothing happens when there is none. */
export async function endSession(db: Db, token: string): Promise<void> {
  const [own] = await run<{ id: string; accountId: string }>(
    db,
    'select id, user_id as "accountId" from auth.sessions where token = $1',
    [hashOf(token)],
  );
  if (own) await run(db, 'delete from auth.sessions where id = any($1)', [await familyOf(db, own)]);
}

/**
 * The number of the session that this one, on the accounts host, was handed over to in a town. Made of it, so that both are known to
 * be of one signing in: otherwise whoever signs out in a town would be let in again by the accounts host without being asked.
 */
export function handedOverId(sessionId: string, hubId: number): string {
  const hex = createHash('sha256').update(`hand-over:${sessionId}:${hubId}`).digest('hex');
  // RFC 9562, version 8: a number made in a way of our own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** This session, the one on the accounts host it was handed over from, and those handed over from the same one. */
async function familyOf(db: Db, { id, accountId }: { id: string; accountId: string }): Promise<string[]> {
  const [sessions, hubs] = await Promise.all([
    run<{ id: string }>(db, 'select id from auth.sessions where user_id = $1', [accountId]),
    run<{ id: number }>(db, 'select id from hubs'),
  ]);
  const families = sessions.map((one) => [one.id, ...hubs.map((hub) => handedOverId(one.id, hub.id))]);
  return families.find((all) => all.includes(id) && all[0] !== id) ?? families.find((all) => all[0] === id) ?? [id];
}

/** A browser that wasn't seen for so long is a new one again. */
const DEVICE_DAYS = 400;
/** A second step that was begun and never confirmed opens nothing and is forgotten. */
const BEGUN_DAYS = 1;

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 24 * 3_600_000);

/** Removes what is over: expired sessions and one-time keys, browsers not seen for long, second steps nobody went on with. */
export async function sweepExpired(db: Db, now: Date): Promise<void> {
  await Promise.all([
    run(db, 'delete from auth.sessions where expires_at <= $1', [now]),
    run(db, 'delete from auth.verifications where expires_at <= $1', [now]),
    run(db, 'delete from auth.known_devices where last_at <= $1', [daysBefore(now, DEVICE_DAYS)]),
    run(db, 'delete from auth.second_steps where confirmed_at is null and begun_at <= $1', [
      daysBefore(now, BEGUN_DAYS),
    ]),
  ]);
}
