/** F1.4 A seat in the hall: who has no account takes one with the six digits shown there, or with the code of their registration. */
import { createHash, randomBytes } from 'node:crypto';
import { type Db, run } from '#kernel/database/dialect.ts';
import { isUuid, parseShortId, uuidv7 } from '#kernel/ids.ts';
import { allow, rateKey } from '#kernel/rate-limiter.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { readCookie, serialiseCookie } from '#kernel/web/cookies.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { checkedInByCode } from '../events/index.ts';
import type { Speaker } from './live-queries.ts';
import { isLive, SEATS_KEPT } from './rules.ts';
import { refusalFor } from './showcase.ts';

const COOKIE = 'seat';
/** Tries of one address in a quarter of an hour: a million codes aren't gone through in an afternoon. A hall shares one address. */
const TRIES = { limit: 120, windowSeconds: 900 };

const hashOf = (key: string) => createHash('sha256').update(`seat:${key}`).digest('base64url');
const isSecure = (visit: Visit) => visit.hub.origin.startsWith('https:');

/** The seat this browser holds in this showcase. */
async function seatOf(db: Db, showcaseId: string, key: string | undefined): Promise<string | null> {
  if (!key) return null;
  const [seat] = await run<{ id: string }>(
    db,
    'select id from showcase_seats where key_hash = $1 and showcase_id = $2',
    [hashOf(key), showcaseId],
  );
  return seat?.id ?? null;
}

/** Whom the browser speaks for: whoever is signed in, else the seat it took. */
export async function speakerOf(visit: Visit, db: Db, showcaseId: string): Promise<Speaker> {
  if (visit.reader) return { personId: visit.reader.person.id, seatId: null };
  const key = readCookie(visit.request.headers.cookie, COOKIE, { secure: isSecure(visit) });
  return { personId: null, seatId: await seatOf(db, showcaseId, key) };
}

interface Hall {
  id: string;
  event_id: string | null;
  hall_code: string;
}

async function opens(db: Db, hall: Hall, typed: string): Promise<boolean> {
  if (typed.replace(/\s/g, '') === hall.hall_code) return true;
  const code = isUuid(typed) ? typed : parseShortId(typed.split('/').at(-1) ?? '');
  return code !== null && hall.event_id !== null && (await checkedInByCode(db, hall.event_id, code)) !== null;
}

/**
 * Takes a seat; gives the cookie that holds it. Tries are counted outside of the transaction, so that a refused one counts.
 * @throws Refusal wrong-code, not-live, too-fast
 */
export async function takeSeat(visit: Visit, showcaseId: string, typed: string): Promise<string> {
  const { hub, now } = visit;
  const counted = rateKey(hub.key, 'stage-seat', showcaseId, visit.peer);
  const answer = await visit.hubwise.deployment((db) => allow(db, counted, TRIES, now));
  if (!answer.allowed)
    throw refuseKernel('too-fast', { status: 429, facts: { minutes: Math.ceil(answer.retryAfterSeconds / 60) } });
  const key = randomBytes(24).toString('base64url');
  await visit.hubwise.write(hub.id, async (db) => {
    const [hall] = await run<Hall & Parameters<typeof isLive>[0]>(
      db,
      `select id, event_id, hall_code, host_id, rule, starts_at, ends_at, call_until, cancelled_at, drawn_at
       from showcases where id = $1`,
      [showcaseId],
    );
    if (!hall) throw refuseKernel('not-found', { status: 404 });
    if (!isLive(hall, now)) throw refusalFor('not-live');
    if (!(await opens(db, hall, typed.normalize('NFKC').trim()))) throw refusalFor('wrong-code', { field: 'code' });
    await run(
      db,
      'insert into showcase_seats (hub_id, id, showcase_id, key_hash, taken_at) values ($1, $2, $3, $4, $5)',
      [hub.id, uuidv7(now), showcaseId, hashOf(key), now],
    );
  });
  return serialiseCookie(COOKIE, key, { secure: isSecure(visit), maxAgeSeconds: SEATS_KEPT / 1000 });
}

/** Seats are forgotten some days after the showcase: what was said stays, from nobody. */
export async function forgetSeats(db: Db, hubId: number, now: Date): Promise<void> {
  await run(
    db,
    `delete from showcase_seats where hub_id = $1 and showcase_id in (
       select id from showcases where hub_id = $1 and ends_at < $2 order by ends_at desc limit 200)`,
    [hubId, new Date(now.getTime() - SEATS_KEPT)],
  );
}
