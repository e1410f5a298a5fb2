/**
 * X1, X4: guessing and flooding are slowed down, per account and per address of the network; never in silence: the refusal
 * says how many minutes. Counted in the database and committed before anything else, so that a refused attempt counts, too,
 * and every process counts alike. What is counted under tells nobody who it was.
 */
import { run } from '#kernel/database/dialect.ts';
import { allow, type RateLimit } from '#kernel/rate-limiter.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Accounts } from './accounts.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

export type Attempt =
  | 'sign-in'
  | 'sign-up'
  | 'reset'
  | 'letter'
  | 'key'
  | 'second-step'
  | 'challenge'
  | 'outside'
  | 'desk-code';

interface Bounds {
  /** for one account */
  account: RateLimit;
  /** for one network address: a school or a town hall has one for everybody */
  peer: RateLimit;
}

export const BOUNDS: Record<Attempt, Bounds> = {
  'sign-in': { account: { limit: 10, windowSeconds: 15 * MINUTE }, peer: { limit: 100, windowSeconds: 15 * MINUTE } },
  'sign-up': { account: { limit: 5, windowSeconds: HOUR }, peer: { limit: 40, windowSeconds: HOUR } },
  reset: { account: { limit: 4, windowSeconds: HOUR }, peer: { limit: 40, windowSeconds: HOUR } },
  letter: { account: { limit: 4, windowSeconds: HOUR }, peer: { limit: 40, windowSeconds: HOUR } },
  // Six digits, three of a million right at any moment: 10 tries in a quarter of an hour find one in about a hundred years.
  'second-step': {
    account: { limit: 10, windowSeconds: 15 * MINUTE },
    peer: { limit: 100, windowSeconds: 15 * MINUTE },
  },
  challenge: { account: { limit: 300, windowSeconds: 15 * MINUTE }, peer: { limit: 300, windowSeconds: 15 * MINUTE } },
  outside: { account: { limit: 100, windowSeconds: 15 * MINUTE }, peer: { limit: 100, windowSeconds: 15 * MINUTE } },
  'desk-code': { account: { limit: 10, windowSeconds: HOUR }, peer: { limit: 60, windowSeconds: HOUR } },
  key: { account: { limit: 10, windowSeconds: 15 * MINUTE }, peer: { limit: 60, windowSeconds: 15 * MINUTE } },
};

/**
 * Counts one attempt against an account (its address, or a key's beginning) and the peer's network address.
 * @throws Refusal too-fast (429) with the minutes to wait
 */
export async function countAttempt(
  accounts: Accounts,
  attempt: Attempt,
  who: { account: string; peer: string },
  now: Date,
): Promise<void> {
  const bounds = BOUNDS[attempt];
  const answers = await accounts.hubwise.deployment((db) =>
    Promise.all(
      (['account', 'peer'] as const).map((kind) =>
        allow(db, accounts.limitKey(attempt, kind, who[kind]), bounds[kind], now),
      ),
    ),
  );
  const seconds = Math.max(...answers.map((answer) => answer.retryAfterSeconds));
  if (seconds > 0) throw refuse('too-fast', { status: 429, facts: { minutes: Math.ceil(seconds / 60) } });
}

/** Forgets the tries of an account whose owner has just shown that they are it. The network address stays counted. */
export async function forgiveAccount(accounts: Accounts, attempt: Attempt, account: string): Promise<void> {
  await accounts.hubwise.deployment((db) =>
    run(db, 'delete from rate_limits where key = $1', [accounts.limitKey(attempt, 'account', account)]),
  );
}

/** The beginning of a one-time key, by which guesses at it are counted: the rest stays unguessed. */
export function keyPrefix(key: string): string {
  return key.slice(0, 8);
}
