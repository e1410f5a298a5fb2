/** Tokens and calls of programs against a test town's pages. */
import { makeToken, newToken, SCOPES, tokenHash } from '#commons/programs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import type { TestSite } from '#test/support/site.ts';
import type { TestTown } from '#test/support/town.ts';

/** A token of somebody, acting as it does now; by default with every scope. */
export async function tokenOf(town: TestTown, reader: Reader, scopes: readonly string[] = SCOPES): Promise<string> {
  await town.hubwise.deployment((db) =>
    run(
      db,
      `insert into auth.users (id, name, email, email_confirmed, lang) values ($1, $2, $3, true, 'ja') on conflict do nothing`,
      [reader.accountId, reader.person.name, `${reader.accountId}@example.com`],
    ),
  );
  const token = newToken();
  const hash = tokenHash(token).toString('hex');
  await town.perform(reader, makeToken, { name: 'test', scopes, actingId: reader.acting.id, days: 365, hash });
  return token;
}

export interface Answered {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was answered
  body: any;
}

interface Sending {
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
  method?: string;
}

/** One request of a program, without anything a browser would send along. */
export async function call(site: TestSite, path: string, sending: Sending = {}): Promise<Answered> {
  const { token, body, headers = {} } = sending;
  const response = await fetch(`${site.origin}/api/v1${path}`, {
    method: sending.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}
