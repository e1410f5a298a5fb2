import type { lookup } from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchPublic } from './fetch-public.ts';

let server: Server;
let port: string;
const asked: string[] = [];
/** Every name is this machine, but one that is the metadata service of a cloud. */
const find = ((name: string, _options: unknown, callback: (error: null, found: unknown[]) => void) =>
  callback(null, [
    { address: name === 'inside.example' ? '169.254.169.254' : '127.0.0.1', family: 4 },
  ])) as unknown as typeof lookup;
const ask = (path: string, more = {}) =>
  fetchPublic(path.startsWith('http') ? path : `http://pictures.example:${port}${path}`, {
    mostBytes: 1_000,
    find,
    permits: (address) => address === '127.0.0.1',
    ports: [port],
    ...more,
  });

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const to = new URL(request.url ?? '/', 'http://x').searchParams.get('to');
    if (to) response.writeHead(302, { location: to }).end();
    else if (request.url === '/endless') response.write('x'.repeat(2_000));
    else if (request.url === '/gone') response.writeHead(404).end();
    else if (request.url !== '/silent') response.writeHead(200, { 'content-type': 'image/png' }).end('png');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = String((server.address() as AddressInfo).port);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('F1.3 what is fetched from addresses that others wrote', () => {
  test('comes from out in the world, also behind a redirection', async () => {
    expect(await ask('/a.png')).toMatchObject({ failure: null, type: 'image/png', bytes: Buffer.from('png') });
    expect(await ask('/?to=/a.png')).toMatchObject({ failure: null });
  });

  test.each([
    ['this machine', 'http://127.0.0.1/x'],
    ['this machine, in IPv6', 'http://[::1]/x'],
    ['this machine, mapped', 'http://[::ffff:127.0.0.1]/x'],
    ['as one number', 'http://2130706433/x'],
    ['a home', 'http://192.168.1.1/x'],
    ['the metadata of a cloud', 'http://169.254.169.254/latest/meta-data'],
    ['an IPv6 network of its own', 'http://[fd00::1]/x'],
    ['another scheme', 'file:///etc/passwd'],
    ['a password', 'http://a:b@example.org/'],
    ['another port', 'http://example.org:22/'],
  ])('never from %s', async (_, address) => {
    expect(await fetchPublic(address, { mostBytes: 1_000 })).toEqual({ failure: 'private-address' });
  });

  test('not where a name, or a redirection, leads inside', async () => {
    expect(await ask(`http://inside.example:${port}/a.png`)).toEqual({ failure: 'private-address' });
    expect(await ask(`/?to=http://inside.example:${port}/secret`)).toEqual({ failure: 'private-address' });
    expect(await ask('/?to=http://10.0.0.1/secret')).toEqual({ failure: 'private-address' });
    expect(await ask('/?to=file:///etc/passwd')).toEqual({ failure: 'private-address' });
    expect(asked.filter((path) => path === '/secret')).toEqual([]);
  });

  test('not for ever, not without end, not in circles', async () => {
    expect(await ask('/endless')).toEqual({ failure: 'too-large' });
    expect(await ask('/silent', { patienceMs: 50 })).toEqual({ failure: 'too-slow' });
    expect(await ask('/?to=%3Fto%3D%2F')).toMatchObject({ failure: null });
    expect(await ask('/?to=/?to=/?to=', { mostRedirects: 0 })).toEqual({ failure: 'redirected' });
    expect(await ask('/gone')).toEqual({ failure: 'refused' });
  });
});
