/** X1, X12: the operator's file of providers (MINNA_OIDC_FILE): JSON, a list. Secrets stand in files of their own or in the environment. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { type Provider, type ProviderSettings, providerSettings } from './provider.ts';

/** A sentence for the operator. */
export class ProviderMistake extends Error {}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** @throws ProviderMistake that names the provider and what is wrong with it */
export function loadProviders(file: string, env: Record<string, string | undefined>): Provider[] {
  let listed: unknown;
  try {
    listed = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ProviderMistake(`${file} can't be read as JSON: ${(error as Error).message}`);
  }
  const parsed = z.array(providerSettings).safeParse(listed);
  if (!parsed.success) throw new ProviderMistake(`${file}: ${z.prettifyError(parsed.error)}`);
  const keys = parsed.data.map(({ key }) => key);
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice) throw new ProviderMistake(`${file}: two providers are called ${twice}`);
  return parsed.data.map((one) => withSecret(one, dirname(file), env));
}

function withSecret(settings: ProviderSettings, folder: string, env: Record<string, string | undefined>): Provider {
  const { clientSecretFile, clientSecretEnv, ...rest } = settings;
  const issuer = new URL(settings.issuer);
  if (issuer.protocol !== 'https:' && !LOOPBACK.has(issuer.hostname))
    throw new ProviderMistake(`${settings.key}: the issuer must be reached by https`);
  return { ...rest, id: `oidc:${settings.issuer}`, clientSecret: secretOf(settings, folder, env) };
}

function secretOf(
  { key, clientSecretFile, clientSecretEnv }: ProviderSettings,
  folder: string,
  env: Record<string, string | undefined>,
): string | null {
  if (clientSecretEnv) {
    const secret = env[clientSecretEnv];
    if (!secret) throw new ProviderMistake(`${key}: ${clientSecretEnv} is not set`);
    return secret;
  }
  if (!clientSecretFile) return null;
  try {
    return readFileSync(resolve(folder, clientSecretFile), 'utf8').trim();
  } catch (error) {
    throw new ProviderMistake(`${key}: the secret can't be read: ${(error as Error).message}`);
  }
}
