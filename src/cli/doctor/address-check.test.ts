import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { checkAddress } from './address-check.ts';
import { doctorWords } from './words.ts';

const JOURNAL = 'minna.example.jp/journal';
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** An address of this machine that isn't one of those a town on trial has. */
async function at(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => server.close());
  return `http://[::ffff:127.0.0.1]:${(server.address() as AddressInfo).port}`;
}

describe('X12 doctor: the address of a town', () => {
  test('is well when the town’s own log is there, or pages without a log while it has none', async () => {
    const origin = await at((_, reply) => reply.end(`${JOURNAL}\n12\n`));
    expect(await checkAddress(origin, JOURNAL)).toMatchObject({ state: 'well' });
    expect(await checkAddress(origin, null)).toMatchObject({ state: 'ill' });
    const young = await at((asked, reply) => reply.writeHead(asked.url === '/' ? 200 : 404).end());
    expect(await checkAddress(young, null)).toMatchObject({ state: 'well' });
  });

  test('is ill when another town answers, nobody of that name, or nothing', async () => {
    const other = await at((_, reply) => reply.end('tonari.example.jp/journal\n12\n'));
    const nobody = await at((_, reply) => reply.writeHead(404).end());
    const elsewhere = await at((_, reply) => reply.writeHead(302, { location: 'https://else.example/' }).end());
    const found = await Promise.all(
      [other, nobody, elsewhere, 'http://[::ffff:127.0.0.1]:1'].map((origin) => checkAddress(origin, JOURNAL)),
    );
    expect(found.map(({ state }) => state)).toEqual(['ill', 'ill', 'ill', 'ill']);
    const said = found.map(doctorWords({ LANG: 'C' }).sentence);
    expect(said[0]).toContain('something else answers');
    expect(said[1]).toContain('(404)');
    expect(said[3]).toContain('MINNA_ORIGIN');
  });

  test('of a town on trial is this machine, which is said', async () => {
    expect(await checkAddress('http://localhost:3000', null)).toMatchObject({ state: 'note' });
  });
});
