import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalAddress, peerAddress, peerGroup, peerReader, TrustedProxies } from './peer-address.ts';

const PROXY = '10.0.0.1';
const trusted = new TrustedProxies('10.0.0.0/24, 2001:db8:ffff::/48 192.0.2.200');
const peer = (socketAddress: string | undefined, forwardedFor?: string | string[], list = trusted) =>
  peerAddress({ socketAddress, forwardedFor, trusted: list });

describe('peerAddress', () => {
  test('without a trusted proxy the header is nothing', () => {
    expect(peer('203.0.113.9', '198.51.100.7')).toBe('203.0.113.9');
    expect(peer('10.0.1.1', '198.51.100.7')).toBe('10.0.1.1');
    expect(peer('203.0.113.9', '10.0.0.1')).toBe('203.0.113.9');
    expect(peer('127.0.0.1', '198.51.100.7', new TrustedProxies(undefined))).toBe('127.0.0.1');
  });

  test('a trusted proxy speaks for its client', () => {
    expect(peer(PROXY, '198.51.100.7')).toBe('198.51.100.7');
    expect(peer(`::ffff:${PROXY}`, '198.51.100.7')).toBe('198.51.100.7');
    expect(peer('2001:db8:ffff::5', '2001:DB8::0:1')).toBe('2001:db8::1');
    expect(peer(PROXY)).toBe(PROXY);
  });

  test('what the client wrote itself stands before what the proxy wrote, and is not believed', () => {
    expect(peer(PROXY, '1.1.1.1, 198.51.100.7')).toBe('198.51.100.7');
    expect(peer(PROXY, '127.0.0.1, 10.0.0.9, 198.51.100.7, 192.0.2.200')).toBe('198.51.100.7');
    expect(peer(PROXY, ['1.1.1.1', '198.51.100.7'])).toBe('198.51.100.7');
    expect(peer(PROXY, `${'1.1.1.1,'.repeat(5000)}198.51.100.7`)).toBe('198.51.100.7');
  });

  test('an entry that is no address ends the reading', () => {
    expect(peer(PROXY, 'unknown')).toBe(PROXY);
    expect(peer(PROXY, '')).toBe(PROXY);
    expect(peer(PROXY, '198.51.100.7, _hidden, 10.0.0.2')).toBe('10.0.0.2');
    expect(peer(PROXY, "1.1.1.1' or 1=1")).toBe(PROXY);
  });

  test('ports and brackets are understood', () => {
    expect(peer(PROXY, '198.51.100.7:4711')).toBe('198.51.100.7');
    expect(peer(PROXY, '[2001:db8::1]:4711')).toBe('2001:db8::1');
    expect(peer(PROXY, '"[2001:db8::1]"')).toBe('2001:db8::1');
  });

  test('a Unix socket is trusted only by name', () => {
    expect(peer(undefined, '198.51.100.7')).toBe('unix');
    expect(peer(undefined, '198.51.100.7', new TrustedProxies('unix'))).toBe('198.51.100.7');
  });

  test('whatever comes through an untrusted peer changes nothing', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.string({ unit: 'binary' }), (address, header) => {
        fc.pre(!trusted.has(address));
        expect(peer(address, header)).toBe(address);
      }),
    );
  });

  test('whatever a client writes before its own address changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), fc.string(), (address, header) => {
        const client = canonicalAddress(address)!;
        fc.pre(!trusted.has(client));
        expect(peer(PROXY, `${header}, ${address}`)).toBe(client);
      }),
    );
  });
});

test('peerReader groups what a request tells', () => {
  const request = (remoteAddress: string, forwarded?: string) =>
    ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;
  const peerOf = peerReader('127.0.0.1');
  expect(peerOf(request('::ffff:127.0.0.1', '6.6.6.6, 2001:db8:1:2:3::4'))).toBe('2001:db8:1:2::/64');
  expect(peerOf(request('203.0.113.9', '6.6.6.6'))).toBe('203.0.113.9');
});

describe('TrustedProxies', () => {
  test.each([
    ['10.0.0.0/33'],
    ['::/129'],
    ['10.0.0.0/-1'],
    ['10.0.0.0/'],
    ['10.0.0.0/8/8'],
    ['proxy.example'],
    ['300.1.1.1'],
  ])('refuses %s by name', (entry) => {
    expect(() => new TrustedProxies(`127.0.0.1, ${entry}`)).toThrow(entry);
  });
});

describe('canonicalAddress and peerGroup', () => {
  test('one spelling for one address', () => {
    expect(canonicalAddress('2001:0DB8:0000::0001')).toBe('2001:db8::1');
    expect(canonicalAddress('fe80::1%eth0')).toBe('fe80::1');
    expect(canonicalAddress('::ffff:c000:0201')).toBe('192.0.2.1');
    expect(canonicalAddress('0:0:0:0:0:ffff:192.0.2.1')).toBe('192.0.2.1');
    expect(canonicalAddress('nobody')).toBeNull();
  });

  test('IPv6 counts by network, IPv4 by address', () => {
    expect(peerGroup('192.0.2.1')).toBe('192.0.2.1');
    expect(peerGroup('unix')).toBe('unix');
    expect(peerGroup('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
    expect(peerGroup('2001:db8::6')).toBe('2001:db8:0:0::/64');
    expect(peerGroup('::1')).toBe('::1');
    expect(peerGroup('::2')).toBe('0:0:0:0::/64');
    expect(peerGroup('2001:db8::')).toBe('2001:db8:0:0::/64');
  });

  test('two addresses are one group exactly when they share their first 64 bits', () => {
    const bits = fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 });
    const written = (groups: number[]) => canonicalAddress(groups.map((group) => group.toString(16)).join(':'))!;
    fc.assert(
      fc.property(bits, bits, fc.boolean(), (a, b, same) => {
        const other = same ? [...a.slice(0, 4), ...b.slice(4)] : b;
        const grouped = [written(a), written(other)];
        fc.pre(grouped.every((address) => address.includes(':') && address !== '::1'));
        const share = a.slice(0, 4).join() === other.slice(0, 4).join();
        expect(peerGroup(written(a)) === peerGroup(written(other))).toBe(share);
      }),
    );
  });
});
