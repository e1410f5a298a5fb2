/**
 * X1, X13: somebody a provider vouches for and nobody here knows yet. They make an account, or sign in to the one they have and link it there:
 * an address alone, whoever vouches for it, never opens an account that is somebody's already.
 */
import { queueMail } from '#commons/letters/index.ts';
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Accounts } from '../accounts.ts';
import { askConfirmation } from '../confirmation.ts';
import { readAddress } from '../entries.ts';
import { knownAddressLetter } from '../letters.ts';
import type { Means } from '../means.ts';
import { askGuardian, declareMinor } from '../minors.ts';
import { keepKey, lookAtKey, useKey } from '../one-time-keys.ts';
import { type Asking, openSession } from '../open-session.ts';
import { refuse } from '../refusals.ts';
import { applyClaims } from './claims.ts';
import { keepLink } from './linked.ts';
import { type Claims, type Provider, says } from './provider.ts';

export const NEWCOMER_HOURS = 0.5;

export interface Newcomer {
  provider: string;
  subject: string;
  /** as the provider has it; null: it says none */
  email: string | null;
  /** the provider has checked that it is theirs */
  isVerified: boolean;
  next: string | null;
  /** those claims that are put into effect */
  claims: string;
}

/** Keeps what the provider said for half an hour; the key is for this browser's cookie. */
export async function keepNewcomer(
  accounts: Accounts,
  provider: Provider,
  said: { subject: string; claims: Claims; next: string | null },
  means: Means,
): Promise<string> {
  const { subject, claims, next } = said;
  const email = typeof claims.email === 'string' ? readAddress(claims.email) : null;
  const wanted = [provider.offices?.claim, provider.citizen?.claim, provider.strong?.claim].filter(
    (name) => name !== undefined,
  );
  const kept = Object.fromEntries(wanted.map((name) => [name, claims[name]]));
  const isVerified = email !== null && claims.email_verified === true;
  const value = { provider: provider.key, subject, email, isVerified, next, claims: JSON.stringify(kept) };
  return accounts.hubwise.deployment((db) => keepKey(db, 'outside-person', value, NEWCOMER_HOURS, means));
}

export async function newcomerOf(accounts: Accounts, key: string, now: Date): Promise<Newcomer | null> {
  return accounts.hubwise.deployment((db) => lookAtKey<Newcomer>(db, 'outside-person', key, now));
}

/** The same, once: for linking it to an account that is there. */
export async function takeNewcomer(accounts: Accounts, key: string, now: Date): Promise<Newcomer | null> {
  return accounts.hubwise.deployment((db) => useKey<Newcomer>(db, 'outside-person', key, now));
}

export interface NewcomerEntry {
  name: string;
  email: string;
  isMinor: boolean;
  guardian: string | null;
}

/**
 * Makes the account. Where the provider vouches for the address, it is confirmed and a session is opened; else a letter asks, and whether
 * the address has an account already is told to its owner alone.
 * @throws Refusal outside-over, outside-address-known (only for a verified address: it is theirs, so they may know)
 */
export async function signUpNewcomer(
  accounts: Accounts,
  hub: Hub,
  lang: Lang,
  entry: NewcomerEntry & { key: string; provider: Provider; asking: Asking },
  means: Means,
): Promise<{ token: string | null; next: string | null }> {
  const { key, provider, asking, name, isMinor, guardian } = entry;
  return accounts.hubwise.write(hub.id, async (db) => {
    const newcomer = await useKey<Newcomer>(db, 'outside-person', key, means.now);
    if (!newcomer || newcomer.provider !== provider.key) throw refuse('outside-over', { status: 410 });
    const email = newcomer.isVerified ? newcomer.email! : entry.email;
    const id = means.randomId();
    const made = await run(
      db,
      `insert into auth.users (id, email, name, email_confirmed, lang, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $6) on conflict (email) do nothing returning id`,
      [id, email, name, newcomer.isVerified, lang, means.now],
    );
    const { next } = newcomer;
    if (made.length === 0) {
      if (newcomer.isVerified) throw refuse('outside-address-known', { status: 409 });
      await tellOfKnownAddress(db, hub, email, means);
      return { token: null, next };
    }
    await keepLink(db, id, { provider, subject: newcomer.subject }, means);
    if (isMinor) await declareMinor(db, id, guardian, means.now);
    const claims = JSON.parse(newcomer.claims) as Claims;
    await applyClaims(accounts, db, hub, { accountId: id, provider, claims }, means);
    if (!newcomer.isVerified) {
      await askConfirmation(db, hub, lang, { id, name, email }, means, { browser: null, next });
      return { token: null, next };
    }
    await askGuardian(db, hub, id, means);
    const second = provider.strong && says(claims, provider.strong) ? ('outside' as const) : null;
    const opening = { ...asking, accountId: id, method: 'outside' as const, second };
    return { token: await openSession(accounts, db, hub, opening, means), next };
  });
}

async function tellOfKnownAddress(db: Db, hub: Hub, email: string, means: Means): Promise<void> {
  const [owner] = await run<{ name: string; lang: Lang }>(db, 'select name, lang from auth.users where email = $1', [
    email,
  ]);
  if (!owner) throw new Error('the account is gone');
  await queueMail(db, { hubId: hub.id, to: email, ...knownAddressLetter(hub, owner.lang, owner.name) }, means);
}
