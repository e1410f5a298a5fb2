/**
 * X1: the way to a provider of OpenID Connect and back: authorization code with PKCE, state and nonce, by openid-client. What must be the
 * same on the way back is kept here under a one-time key, and that key in this browser alone: an answer is taken once, where it was asked for.
 */
import type { Configuration } from 'openid-client';
import type { Hub } from '#kernel/context.ts';
import type { Accounts } from '../accounts.ts';
import type { Means } from '../means.ts';
import { keepKey, useKey } from '../one-time-keys.ts';
import { refuse } from '../refusals.ts';
import type { Claims, Provider } from './provider.ts';

export const ANSWER_HOURS = 0.25;
const SECONDS_TO_ANSWER = 10;
/** Addresses of a provider are asked for again after this long: one that is away is said to be, instead of leading people into the void. */
const KNOWN_MS = 60_000;
/** Whoever comes back from it was sent there with what was known then. */
const KNOWN_TO_ANSWER_MS = 3_600_000;

export type Purpose = 'sign-in' | 'link' | 'proof';

/** What was asked for, until the answer comes. */
export interface Question {
  provider: string;
  hub: string;
  purpose: Purpose;
  next: string | null;
  /** who was signed in, for a link or a proof */
  session: string | null;
  verifier: string;
  state: string;
  nonce: string;
}

const known = new WeakMap<Provider, { configuration: Promise<Configuration>; at: number }>();

async function discover(provider: Provider): Promise<Configuration> {
  const client = await import('openid-client');
  const server = new URL(provider.issuer);
  const secret = provider.clientSecret;
  return client.discovery(
    server,
    provider.clientId,
    {},
    secret === null ? client.None() : client.ClientSecretBasic(secret),
    // The file allows plain http on this machine alone.
    { timeout: SECONDS_TO_ANSWER, execute: server.protocol === 'http:' ? [client.allowInsecureRequests] : [] },
  );
}

/** @throws Refusal outside-away (503) */
async function configurationOf(provider: Provider, now: Date, knownMs = KNOWN_MS): Promise<Configuration> {
  const before = known.get(provider);
  if (before && Math.abs(now.getTime() - before.at) < knownMs) return before.configuration;
  const configuration = discover(provider).catch(() => {
    known.delete(provider);
    throw refuse('outside-away', { status: 503 });
  });
  known.set(provider, { configuration, at: now.getTime() });
  return configuration;
}

export const answerPath = (provider: Pick<Provider, 'key'>) => `/sign-in/with/${provider.key}/answer`;

export interface Asked {
  /** address at the provider */
  location: string;
  /** for this browser's cookie */
  key: string;
}

/** @throws Refusal outside-away */
export async function askProvider(
  accounts: Accounts,
  hub: Hub,
  provider: Provider,
  wish: Pick<Question, 'purpose' | 'next' | 'session'>,
  means: Means,
): Promise<Asked> {
  const client = await import('openid-client');
  const configuration = await configurationOf(provider, means.now);
  const [verifier, state, nonce] = [client.randomPKCECodeVerifier(), client.randomState(), client.randomNonce()];
  const question = { ...wish, provider: provider.key, hub: String(hub.id), verifier, state, nonce };
  const key = await accounts.hubwise.deployment((db) => keepKey(db, 'outside', question, ANSWER_HOURS, means));
  const location = client.buildAuthorizationUrl(configuration, {
    redirect_uri: hub.origin + answerPath(provider),
    scope: provider.scopes.join(' '),
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    // Whoever proves that it is they must type their password there, too, and not ride on a session that is open.
    ...(wish.purpose === 'proof' ? { prompt: 'login', max_age: '0' } : {}),
  });
  return { location: location.href, key };
}

export interface Answered {
  question: Question;
  subject: string;
  claims: Claims;
}

/**
 * The question an answer belongs to, once: whatever becomes of the answer, it isn't taken a second time.
 * @throws Refusal outside-over (it is unknown, answered, over, or another browser's)
 */
export async function takeQuestion(
  accounts: Accounts,
  hub: Hub,
  provider: Provider,
  key: string,
  means: Means,
): Promise<Question> {
  const question = await accounts.hubwise.deployment((db) => useKey<Question>(db, 'outside', key, means.now));
  if (!question || question.provider !== provider.key || question.hub !== String(hub.id))
    throw refuse('outside-over', { status: 410 });
  return question;
}

/**
 * What the provider says of who came back from it. `query`: what it sent the browser back with.
 * @throws Refusal outside-refused, outside-cancelled (they stopped there), outside-away
 */
export async function takeAnswer(
  hub: Hub,
  provider: Provider,
  question: Question,
  query: string,
  now: Date,
): Promise<Answered> {
  const client = await import('openid-client');
  const configuration = await configurationOf(provider, now, KNOWN_TO_ANSWER_MS);
  const answer = new URL(hub.origin + answerPath(provider) + query);
  try {
    const tokens = await client.authorizationCodeGrant(configuration, answer, {
      pkceCodeVerifier: question.verifier,
      expectedState: question.state,
      expectedNonce: question.nonce,
      idTokenExpected: true,
      ...(question.purpose === 'proof' ? { maxAge: 300 } : {}),
    });
    const claims = tokens.claims()!;
    // Many providers say who somebody is only to whoever asks with the access token.
    const more = configuration.serverMetadata().userinfo_endpoint
      ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
      : {};
    return { question, subject: claims.sub, claims: { ...more, ...claims } };
  } catch (error) {
    if (error instanceof client.AuthorizationResponseError && error.error === 'access_denied')
      throw refuse('outside-cancelled', { status: 403 });
    if (isAway(error)) throw refuse('outside-away', { status: 503 });
    throw refuse('outside-refused', { status: 403 });
  }
}

/** Nobody answered, not in time, or with a failure of their own: that says nothing about who somebody is. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { cause, code } = error as { cause?: unknown; code?: unknown };
  if (code === 'OAUTH_TIMEOUT' || /^(AbortError|TimeoutError)$/.test(error.name)) return true;
  if (cause instanceof Response) return cause.status >= 500;
  // What fetch throws when there is no connection.
  return (error instanceof TypeError && error.message === 'fetch failed') || (cause !== error && isAway(cause));
}
