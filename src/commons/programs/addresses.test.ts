import { describe, expect, test } from 'vitest';
import { isPublicAddress, PrivateAddress, publicLookup, refusesUrl } from './addresses.ts';

describe('X8 addresses of webhooks', () => {
  test.each([
    ['93.184.216.34', true],
    ['2606:2800:220:1:248:1893:25c8:1946', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.31.255.255', false],
    ['192.168.0.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::', false],
    ['::ffff:127.0.0.1', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['ff02::1', false],
    ['example.com', false],
  ])('%s leads out into the world: %s', (address, leads) => {
    expect(isPublicAddress(address)).toBe(leads);
  });

  test.each([
    ['https://example.com/hooks', null],
    ['http://example.com/', 'not-https'],
    ['ftp://example.com/', 'not-https'],
    ['https://user:word@example.com/', 'not-https'],
    ['nonsense', 'not-https'],
    ['https://127.0.0.1/', 'private-address'],
    ['https://0x7f.1/', 'private-address'],
    ['https://2130706433/', 'private-address'],
    ['https://[::1]/', 'private-address'],
    ['https://[::ffff:10.0.0.1]/', 'private-address'],
    ['https://localhost/', 'private-address'],
    ['https://db.internal/', 'private-address'],
    ['https://printer/', 'private-address'],
  ])('%s is refused: %s', (url, no) => {
    expect(refusesUrl(url, false)).toBe(no);
  });

  test('the operator may allow their own network', () => {
    expect(refusesUrl('http://127.0.0.1:9000/', true)).toBeNull();
    expect(refusesUrl('http://u:p@127.0.0.1:9000/', true)).toBe('not-https');
  });

  test('a name that leads inside, even with one of its addresses, is not connected to', () => {
    const find = (...addresses: string[]) =>
      publicLookup(((_: string, __: object, done: (error: null, found: object[]) => void) =>
        done(
          null,
          addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        )) as never);
    const found = (...addresses: string[]) => {
      let answer: unknown;
      find(...addresses)('hooks.example.com', {}, (error, address) => {
        answer = error ?? address;
      });
      return answer;
    };
    expect(found('93.184.216.34')).toBe('93.184.216.34');
    expect(found('93.184.216.34', '10.0.0.1')).toBeInstanceOf(PrivateAddress);
    expect(found('::1')).toBeInstanceOf(PrivateAddress);
    expect(found()).toBeInstanceOf(PrivateAddress);
  });
});
