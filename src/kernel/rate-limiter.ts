// Serves X4 (rate limits that never block in silence) and X1: how often something may be tried. Two of them: one in the
// database, exact over all processes, for what is worth guarding (signing in, sending mail, posting); one in memory, for
// floods of anonymous requests, which must cost nothing.
import { createHmac } from 'node:crypto';
import { type QueryExecutorProvider, sql } from 'kysely';

export interface RateLimit {
  /** How often within one window. */
  limit: number;
  /** A window begins with the first try and is this long. */
  windowSeconds: number;
}

export interface RateAnswer {
  allowed: boolean;
  /** 0 when allowed; else whole seconds until the next try can succeed, at least 1: for `Retry-After` and for the words. */
  retryAfterSeconds: number;
}

/**
 * The key of what is counted: a keyed hash, so that the table holds no personal data and an address can't be found by trying
 * all of them. `parts` name the limit and its subject: `rateKey(secret, 'sign-in', email)`.
 */
export function rateKey(secret: string | Uint8Array, ...parts: readonly string[]): string {
  return createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex');
}

/**
 * Counts one try and says whether it is within the limit; one statement on `rate_limits`. A refused try doesn't prolong the
 * wait. Run it outside the transaction of the act: a try that fails must count as well.
 */
export async function allow(
  db: QueryExecutorProvider,
  key: string,
  { limit, windowSeconds }: RateLimit,
  now: Date,
): Promise<RateAnswer> {
  const windowEnded = sql<boolean>`rate_limits.window_start <= ${now}::timestamptz - make_interval(secs => ${windowSeconds})`;
  const { rows } = await sql<{ window_start: Date; count: number }>`
    insert into rate_limits as rate_limits (key, window_start, count) values (${key}, ${now}, 1)
    on conflict (key) do update set
      window_start = case when ${windowEnded} then excluded.window_start else rate_limits.window_start end,
      count = case when ${windowEnded} then 1 else least(rate_limits.count, ${limit}) + 1 end
    returning window_start, count`.execute(db);
  const { window_start: start, count } = rows[0]!;
  if (count <= limit) return { allowed: true, retryAfterSeconds: 0 };
  const waitMs = start.getTime() + windowSeconds * 1000 - now.getTime();
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) };
}

/** Removes what can't count any more; for a nightly job. `longestWindowSeconds`: of all limits in use. */
export async function sweepRateLimits(
  db: QueryExecutorProvider,
  longestWindowSeconds: number,
  now: Date,
): Promise<void> {
  await sql`delete from rate_limits where window_start <= ${now}::timestamptz - make_interval(secs => ${longestWindowSeconds})`.execute(
    db,
  );
}

export interface FloodGateOptions {
  /** Requests a second that one peer may make for ever. */
  perSecond: number;
  /** Requests that one peer may make at once after a pause. */
  burst: number;
  /** Peers remembered, default 20,000; the one heard of longest ago is forgotten first. */
  maxPeers?: number;
}

/** Token buckets in the memory of one process, one for each peer (`peerGroup` of `peer-address.ts`). */
export class FloodGate {
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #maxPeers: number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor({ perSecond, burst, maxPeers = 20_000 }: FloodGateOptions) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#maxPeers = maxPeers;
  }

  /** Takes one token of the peer, and says false when it has none. */
  admit(peer: string, now: Date): boolean {
    const at = now.getTime();
    const bucket = this.#buckets.get(peer);
    if (!bucket) {
      this.#buckets.set(peer, { tokens: this.#burst - 1, at });
      if (this.#buckets.size > this.#maxPeers) this.#forgetOne();
      return this.#burst >= 1;
    }
    // A clock that was set back gives nothing and takes nothing.
    const gained = Math.max(0, ((at - bucket.at) / 1000) * this.#perSecond);
    bucket.tokens = Math.min(this.#burst, bucket.tokens + gained);
    bucket.at = at;
    this.#buckets.delete(peer);
    this.#buckets.set(peer, bucket);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }

  /** Peers remembered now. */
  get size(): number {
    return this.#buckets.size;
  }

  #forgetOne(): void {
    for (const peer of this.#buckets.keys()) {
      this.#buckets.delete(peer);
      return;
    }
  }
}
