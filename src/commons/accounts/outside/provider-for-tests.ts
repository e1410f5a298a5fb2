/** A real OpenID Connect provider (oidc-provider) on this machine, whose people sign in by one form. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestProvider {
  issuer: string;
  /** what the provider says of its people, by their number there */
  people: Map<string, Record<string, unknown>>;
  /** walks a browser through signing in as `subject`; resolves with the address it is sent back to */
  signIn(location: string, subject: string): Promise<URL>;
  close(): Promise<void>;
}

export const CLIENT = { id: 'minna', secret: 'geheim-geheim-geheim-geheim-geheim' };

export async function openTestProvider(redirects: readonly string[]): Promise<TestProvider> {
  const { Provider } = await import('oidc-provider');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, Record<string, unknown>>();
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [...redirects],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups', 'residence'] },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people.get(id) }) }),
    cookies: { keys: ['k'.repeat(32)] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
  });
  // Its advice to whoever runs it for real.
  server.on('request', provider.callback());
  return {
    issuer,
    people,
    async signIn(location, subject) {
      const cookies = new Map<string, string>();
      const ask = async (url: string, body?: Record<string, string>) => {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const sent = body ? { method: 'POST', body: new URLSearchParams(body) } : {};
        const answer = await fetch(url, { ...sent, redirect: 'manual', headers: { cookie } });
        for (const line of answer.headers.getSetCookie()) {
          const [pair = ''] = line.split(';');
          cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
        }
        return answer;
      };
      let url = location;
      for (let hop = 0; hop < 12; hop++) {
        if (!url.startsWith(issuer)) return new URL(url);
        const answer = await ask(url);
        const next = answer.headers.get('location');
        if (next) {
          url = new URL(next, url).href;
          continue;
        }
        const page = await answer.text();
        const action = /action="([^"]+)"/.exec(page)![1]!;
        const prompt = /name="prompt" value="([^"]+)"/.exec(page)![1]!;
        const body: Record<string, string> =
          prompt === 'login' ? { prompt, login: subject, password: 'x' } : { prompt };
        const done = await ask(new URL(action, url).href, body);
        url = new URL(done.headers.get('location')!, url).href;
      }
      throw new Error('the provider leads in a circle');
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
