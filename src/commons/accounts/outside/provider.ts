/** X1: OpenID Connect providers as the operator names them: the sign-in of a city, a school, the national ID app. */
import { z } from 'zod';
import type { Hub } from '#kernel/context.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Accounts } from '../accounts.ts';

const line = z.string().min(1).max(200);

/** What a claim of the provider stands for: any of `values` (a list claim holds one of them, another equals it). */
const claim = z.strictObject({ claim: line, values: z.array(line).min(1).max(100) });

export const providerSettings = z.strictObject({
  /** in addresses: `city` */
  key: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(40),
  name: z.strictObject({ ja: line, easy: line.optional(), en: line.optional() }),
  issuer: z.url(),
  clientId: line,
  /** the secret itself stands in a file or in the environment; none: a public client, PKCE alone */
  clientSecretFile: line.optional(),
  clientSecretEnv: line.optional(),
  scopes: z.array(line).default(['openid', 'email', 'profile']),
  /** keys of the hubs it signs in to; left out: all */
  hubs: z.array(line).optional(),
  /** offices held by the groups somebody is in there: the provider's list decides who is in such an office, and nothing else does */
  offices: z
    .strictObject({
      claim: line,
      groups: z
        .array(
          z.strictObject({
            group: line,
            hub: line,
            organisation: line,
            kind: z.enum(['division', 'body']).default('division'),
            role: z.enum(['representative', 'editor', 'member']).default('member'),
          }),
        )
        .min(1),
    })
    .optional(),
  /** X2: who is a 市民 by what the provider says */
  citizen: claim.optional(),
  /** sign-ins that were two factors there: by the claims `amr` or `acr` */
  strong: claim.optional(),
});

export type ProviderSettings = z.infer<typeof providerSettings>;

export interface Provider extends Omit<ProviderSettings, 'clientSecretFile' | 'clientSecretEnv'> {
  /** what is kept with an account: the issuer, so that another provider under the same key is another one */
  id: string;
  clientSecret: string | null;
}

/** Those people of this hub may sign in with. */
export function providersOf(accounts: Accounts, hub: Pick<Hub, 'key'>): Provider[] {
  return accounts.providers.filter(({ hubs }) => hubs === undefined || hubs.includes(hub.key));
}

export function providerName({ name }: Pick<Provider, 'name'>, lang: Lang): string {
  return name[lang] ?? name.ja;
}

export type Claims = Readonly<Record<string, unknown>>;

/** True when `claims` say one of the values. */
export function says(claims: Claims, wanted: { claim: string; values: readonly string[] }): boolean {
  const held = claims[wanted.claim];
  const list = Array.isArray(held) ? held : [held];
  return list.some(
    (one) => (typeof one === 'string' || typeof one === 'boolean') && wanted.values.includes(String(one)),
  );
}
