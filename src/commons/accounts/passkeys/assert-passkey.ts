/** X1: signing in with a passkey that the browser finds by itself, or showing with one again that one is the account's owner. */
import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Accounts } from '../accounts.ts';
import { rpIdOf } from '../hand-over/host.ts';
import type { Means } from '../means.ts';
import { keepKey, useKey } from '../one-time-keys.ts';
import { type Asking, openSession } from '../open-session.ts';
import { refuse } from '../refusals.ts';
import { tellOwner } from '../second-step/second-step.ts';
import { CHALLENGE_HOURS } from './passkey.ts';

interface Challenge {
  for: 'assertion';
  hub: string;
}

interface KeptPasskey {
  id: string;
  account_id: string;
  credential_id: string;
  public_key: Buffer;
  counter: string;
  transports: string[];
}

/** What the browser asks its devices for: no account is named, so this tells nobody who has one. */
export async function assertionOptions(
  accounts: Accounts,
  hub: Hub,
  means: Means,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  const options = await generateAuthenticationOptions({ rpID: rpIdOf(hub), userVerification: 'required' });
  await accounts.hubwise.deployment((db) =>
    keepKey(db, 'passkey', { for: 'assertion', hub: String(hub.id) }, CHALLENGE_HOURS, means, options.challenge),
  );
  return options;
}

/** Opens a session. @throws Refusal passkey-unknown, passkey-refused, passkey-halted */
export async function signInWithPasskey(
  accounts: Accounts,
  hub: Hub,
  asked: Asking & { response: AuthenticationResponseJSON },
  means: Means,
): Promise<string> {
  const { response, ...asking } = asked;
  const outcome = await accounts.hubwise.write(hub.id, async (db) => {
    const shown = await assertion(db, hub, response, means);
    if ('halted' in shown) return shown;
    const opening = { ...asking, accountId: shown.accountId, method: 'passkey' as const, second: 'passkey' as const };
    return { token: await openSession(accounts, db, hub, opening, means) };
  });
  if ('halted' in outcome) throw refuse('passkey-halted');
  return outcome.token;
}

/** True when this is a passkey of the account. @throws Refusal passkey-unknown, passkey-refused, passkey-halted */
export async function isOwnPasskey(
  accounts: Accounts,
  hub: Hub,
  accountId: string,
  response: AuthenticationResponseJSON,
  means: Means,
): Promise<boolean> {
  const shown = await accounts.hubwise.write(hub.id, (db) => assertion(db, hub, response, means));
  if ('halted' in shown) throw refuse('passkey-halted');
  return shown.accountId === accountId;
}

/**
 * Whose passkey answered the challenge. A counter that doesn't go forward means that a copy may be about: the passkey is halted, which must
 * be kept, so it is answered and not thrown.
 */
async function assertion(
  db: Db,
  hub: Hub,
  response: AuthenticationResponseJSON,
  means: Means,
): Promise<{ accountId: string } | { halted: true }> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const [passkey] = await run<KeptPasskey & { halted: boolean }>(
    db,
    `select id, account_id, credential_id, public_key, counter, transports, halted_at is not null as halted
     from auth.passkeys where credential_id = $1 and rp_id = $2 for update`,
    [response.id, rpIdOf(hub)],
  );
  if (!passkey) throw refuse('passkey-unknown');
  if (passkey.halted) return { halted: true };
  const counter = Number(passkey.counter);
  const verification = await verifyAuthenticationResponse({
    response,
    expectedOrigin: hub.origin,
    expectedRPID: rpIdOf(hub),
    requireUserVerification: true,
    // Compared below: here a copy would look like any other mistake.
    credential: {
      id: passkey.credential_id,
      publicKey: new Uint8Array(passkey.public_key),
      counter: 0,
      transports: passkey.transports as [],
    },
    expectedChallenge: async (challenge) => {
      const kept = await useKey<Challenge>(db, 'passkey', challenge, means.now);
      return kept?.for === 'assertion' && kept.hub === String(hub.id);
    },
  }).catch(() => null);
  if (!verification?.verified) throw refuse('passkey-refused');
  const { newCounter } = verification.authenticationInfo;
  if ((newCounter > 0 || counter > 0) && newCounter <= counter) {
    await run(db, 'update auth.passkeys set halted_at = $2 where id = $1', [passkey.id, means.now]);
    await tellOwner(db, hub, passkey.account_id, 'passkeyHalted', means);
    return { halted: true };
  }
  await run(db, 'update auth.passkeys set counter = $2, last_used_at = $3, backed_up = $4 where id = $1', [
    passkey.id,
    newCounter,
    means.now,
    verification.authenticationInfo.credentialBackedUp,
  ]);
  return { accountId: passkey.account_id };
}
