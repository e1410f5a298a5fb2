/** X1: adding a passkey to an account, beside its password; giving it another name; removing it. */
import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Hub } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import type { Accounts } from '../accounts.ts';
import { rpIdOf } from '../hand-over/host.ts';
import type { Means } from '../means.ts';
import { keepKey, useKey } from '../one-time-keys.ts';
import { refuse } from '../refusals.ts';
import { tellOwner } from '../second-step/second-step.ts';
import { CHALLENGE_HOURS, PASSKEYS_MAX } from './passkey.ts';

interface Challenge {
  for: 'registration';
  user: string;
  hub: string;
}

/** What the browser asks its device for. @throws Refusal passkeys-full */
export async function registrationOptions(
  accounts: Accounts,
  hub: Hub,
  account: { id: string; email: string; name: string },
  means: Means,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  return accounts.hubwise.deployment(async (db) => {
    const present = await run<{ credential_id: string; transports: string[] }>(
      db,
      'select credential_id, transports from auth.passkeys where account_id = $1 limit 50',
      [account.id],
    );
    if (present.length >= PASSKEYS_MAX) throw refuse('passkeys-full', { facts: { max: PASSKEYS_MAX } });
    const options = await generateRegistrationOptions({
      rpName: hub.name.ja,
      rpID: rpIdOf(hub),
      userID: new TextEncoder().encode(account.id),
      userName: account.email,
      userDisplayName: account.name,
      attestationType: 'none',
      excludeCredentials: present.map((one) => ({ id: one.credential_id, transports: one.transports as [] })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const value = { for: 'registration', user: account.id, hub: String(hub.id) };
    await keepKey(db, 'passkey', value, CHALLENGE_HOURS, means, options.challenge);
    return options;
  });
}

/**
 * Keeps the passkey a device made, and raises this session.
 * @throws Refusal passkey-refused (another origin, another town, a challenge that is used or over), passkey-known
 */
export async function registerPasskey(
  accounts: Accounts,
  hub: Hub,
  who: { accountId: string; sessionId: string },
  made: { name: string; response: RegistrationResponseJSON },
  means: Means,
): Promise<void> {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  await accounts.hubwise.write(hub.id, async (db) => {
    const verification = await verifyRegistrationResponse({
      response: made.response,
      expectedOrigin: hub.origin,
      expectedRPID: rpIdOf(hub),
      requireUserVerification: true,
      expectedChallenge: async (challenge) => {
        const kept = await useKey<Challenge>(db, 'passkey', challenge, means.now);
        return kept?.for === 'registration' && kept.user === who.accountId && kept.hub === String(hub.id);
      },
    }).catch(() => null);
    if (!verification?.verified) throw refuse('passkey-refused');
    const { credential, credentialBackedUp } = verification.registrationInfo;
    const added = await run(
      db,
      `insert into auth.passkeys
         (id, account_id, credential_id, public_key, counter, transports, rp_id, name, backed_up, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (credential_id) do nothing returning id`,
      [
        means.newId(),
        who.accountId,
        credential.id,
        Buffer.from(credential.publicKey),
        credential.counter,
        credential.transports ?? [],
        rpIdOf(hub),
        made.name,
        credentialBackedUp,
        means.now,
      ],
    );
    if (added.length === 0) throw refuse('passkey-known');
    await run(db, `update auth.sessions set second = coalesce(second, 'passkey') where id = $1`, [who.sessionId]);
    await tellOwner(db, hub, who.accountId, 'passkeyAdded', means);
  });
}

/** @throws Refusal passkey-gone */
export async function renamePasskey(accounts: Accounts, accountId: string, id: string, name: string): Promise<void> {
  const changed = await accounts.hubwise.deployment((db) =>
    run(db, 'update auth.passkeys set name = $3 where id = $1 and account_id = $2 returning id', [id, accountId, name]),
  );
  if (changed.length === 0) throw refuse('passkey-gone');
}

/** Whoever removes the last way in gets a new one by letter, as with a forgotten password. @throws Refusal passkey-gone */
export async function removePasskey(accounts: Accounts, accountId: string, id: string): Promise<void> {
  const gone = await accounts.hubwise.deployment((db) =>
    run(db, 'delete from auth.passkeys where id = $1 and account_id = $2 returning id', [id, accountId]),
  );
  if (gone.length === 0) throw refuse('passkey-gone');
}
