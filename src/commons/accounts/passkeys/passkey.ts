/** X1: passkeys. One is something somebody has and, because the device asks who they are, something they know or are: two factors in one. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { type Db, run } from '#kernel/database/dialect.ts';
import { isBlank, isSound, lengthOf, normaliseLine } from '#kernel/text.ts';
import { refuse } from '../refusals.ts';

export const PASSKEY_NAME_MAX = 40;
/** More than anybody has devices; a bound for lists and for what an account may keep. */
export const PASSKEYS_MAX = 20;
/** A challenge is answered within five minutes. */
export const CHALLENGE_HOURS = 5 / 60;

export interface PasskeyItem {
  id: string;
  name: string;
  rpId: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  /** its counter went backwards: it opens nothing any more */
  isHalted: boolean;
}

export async function passkeysOf(db: Db, accountId: string): Promise<PasskeyItem[]> {
  return run<PasskeyItem>(
    db,
    `select id, name, rp_id as "rpId", created_at as "createdAt", last_used_at as "lastUsedAt", halted_at is not null as "isHalted"
     from auth.passkeys where account_id = $1 order by created_at, id limit ${PASSKEYS_MAX}`,
    [accountId],
  );
}

/** @throws Refusal name-missing, name-too-long, broken-text */
export function passkeyName(typed: string): string {
  const field = 'name';
  if (!isSound(typed)) throw refuse('broken-text', { field });
  if (isBlank(typed)) throw refuse('passkey-name-missing', { field });
  const name = normaliseLine(typed);
  if (lengthOf(name) > PASSKEY_NAME_MAX)
    throw refuse('passkey-name-too-long', { field, facts: { max: PASSKEY_NAME_MAX } });
  return name;
}

const base64url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/);
const parts = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
};

const assertion = z.object({
  ...parts,
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish().transform((handle) => handle ?? undefined),
  }),
});

const attestation = z.object({
  ...parts,
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});

function read<T>(schema: z.ZodType<T>, typed: string): T {
  let value: unknown;
  try {
    value = JSON.parse(typed);
  } catch {
    throw refuse('passkey-unreadable');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw refuse('passkey-unreadable');
  return parsed.data;
}

/** What a browser sent, in the shape of WebAuthn's JSON. @throws Refusal passkey-unreadable */
export const readAssertion = (typed: string) => read(assertion, typed) as AuthenticationResponseJSON;
export const readAttestation = (typed: string) => read(attestation, typed) as RegistrationResponseJSON;
