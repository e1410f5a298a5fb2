import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base32, counterAt, hotp, matchingCounter, otpauthUri } from './totp.ts';

const SECRET = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1000);

describe('X1 codes of the second step', () => {
  test('are those of RFC 4226, appendix D', () => {
    const codes = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'];
    expect(codes.map((_, counter) => hotp(SECRET, counter))).toEqual(codes);
  });

  test('are those of RFC 6238, appendix B (SHA-1, eight digits)', () => {
    const vectors: [number, string][] = [
      [59, '94287082'],
      [1111111109, '07081804'],
      [1111111111, '14050471'],
      [1234567890, '89005924'],
      [2000000000, '69279037'],
      [20000000000, '65353130'],
    ];
    for (const [seconds, code] of vectors) expect(hotp(SECRET, counterAt(at(seconds)), 8)).toBe(code);
  });

  test('secrets are typed as RFC 4648 writes them', () => {
    const vectors = {
      '': '',
      f: 'MY',
      fo: 'MZXQ',
      foo: 'MZXW6',
      foob: 'MZXW6YQ',
      fooba: 'MZXW6YTB',
      foobar: 'MZXW6YTBOI',
    };
    for (const [text, typed] of Object.entries(vectors)) expect(base32(Buffer.from(text))).toBe(typed);
  });

  test('count for the half minute before and after, and no further', () => {
    const now = at(3_000_000_015);
    const present = counterAt(now);
    for (const step of [-1, 0, 1])
      expect(matchingCounter(SECRET, hotp(SECRET, present + step), now, null)).toBe(present + step);
    for (const step of [-2, 2]) expect(matchingCounter(SECRET, hotp(SECRET, present + step), now, null)).toBeNull();
  });

  test('are taken once: neither again, nor an earlier one after a later one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 2 ** 31 }), fc.integer({ min: -1, max: 1 }), (seconds, step) => {
        const counter = counterAt(at(seconds)) + step;
        const code = hotp(SECRET, counter);
        expect(matchingCounter(SECRET, code, at(seconds), counter - 1)).not.toBeNull();
        expect(matchingCounter(SECRET, code, at(seconds), counter + 1)).toBeNull();
      }),
    );
  });

  test('are six digits and nothing else', () => {
    for (const typed of ['', '12345', '1234567', 'abcdef', '１２３４５６', ' 23456'])
      expect(matchingCounter(SECRET, typed, at(59), null)).toBeNull();
  });

  test('the address behind the QR code names town and account', () => {
    const uri = new URL(otpauthUri({ secret: SECRET, issuer: 'ひなた市', account: 'a+b@example.jp' }));
    expect(decodeURIComponent(uri.pathname)).toBe('/ひなた市:a+b@example.jp');
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      issuer: 'ひなた市',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});
