import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkHost } from './check-host.ts';
import { proofOf } from './domain.ts';
import { askTxt } from './means.ts';

const NXDOMAIN = 3;
const SERVFAIL = 2;
const records = new Map<string, string>([['_minna.kawabe.example', proofOf('a-token')]]);
let server: Socket;
let servers: string[];

/** The question of a packet: labels until the empty one, then type and class. */
function questionIn(packet: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = packet[at]!; length > 0; length = packet[at]!) {
    labels.push(packet.subarray(at + 1, at + 1 + length).toString());
    at += length + 1;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 5 };
}

function answerTo(packet: Buffer): Buffer {
  const { name, end } = questionIn(packet);
  const said = records.get(name);
  const head = Buffer.alloc(12);
  packet.copy(head, 0, 0, 2);
  head.writeUInt16BE(0x8580 | (said ? 0 : name.startsWith('broken.') ? SERVFAIL : NXDOMAIN), 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(said ? 1 : 0, 6);
  const words = Buffer.from(said ?? '');
  const record = Buffer.from([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, words.length + 1, words.length, ...words]);
  return Buffer.concat([head, packet.subarray(12, end), ...(said ? [record] : [])]);
}

beforeAll(async () => {
  server = createSocket('udp4');
  server.on('message', (packet, from) => server.send(answerTo(packet), from.port, from.address));
  server.bind(0, '127.0.0.1');
  await once(server, 'listening');
  servers = [`127.0.0.1:${(server.address() as AddressInfo).port}`];
});
afterAll(() => server.close());

describe('F1.3 a name server is asked whose a host is', () => {
  test('what it says, that it knows nothing of it, and that it fails are three things', async () => {
    expect(await askTxt('_minna.kawabe.example', servers)).toEqual([proofOf('a-token')]);
    expect(await askTxt('kawabe.example', servers)).toBeNull();
    await expect(askTxt('broken.example', servers)).rejects.toThrow('ESERVFAIL');
  });

  test('its record proves the host to whoever has its token alone', async () => {
    const means = { txt: (name: string) => askTxt(name, servers), file: async () => ({ is: 'none' as const }) };
    expect(await checkHost('kawabe.example', 'a-token', means)).toEqual({ by: 'dns' });
    expect(await checkHost('kawabe.example', 'another', means)).toEqual({ failure: 'other-token' });
    expect(await checkHost('yama.example', 'a-token', means)).toEqual({ failure: 'not-found' });
  });
});
