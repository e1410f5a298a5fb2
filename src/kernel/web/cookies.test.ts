import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCookies, readCookie, removeCookie, serialiseCookie } from './cookies.ts';

describe('serialiseCookie', () => {
  test('binds a cookie to one secure host', () => {
    expect(serialiseCookie('session', 'abc', { secure: true, maxAgeSeconds: 3600 })).toBe(
      '__Host-session=abc; Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=Lax',
    );
    expect(serialiseCookie('hand-over', 'x', { secure: true, sameSite: 'Strict' })).toBe(
      '__Host-hand-over=x; Path=/; HttpOnly; Secure; SameSite=Strict',
    );
  });

  test('on plain loopback there is neither prefix nor Secure, as browsers would refuse them', () => {
    expect(serialiseCookie('session', 'abc', { secure: false })).toBe('session=abc; Path=/; HttpOnly; SameSite=Lax');
  });

  test('removal is an age of zero', () => {
    expect(removeCookie('session', { secure: true })).toBe(
      '__Host-session=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax',
    );
  });

  test('no value can add an attribute or a header; a bad name is refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const header = serialiseCookie('n', value, { secure: true });
        expect(header.split(';')).toHaveLength(5);
        expect(header).toMatch(/^[\x20-\x7e]*$/);
      }),
    );
    for (const name of ['', 'a b', 'a;b', 'a=b', 'あ', 'a\r\nb']) {
      expect(() => serialiseCookie(name, 'v', { secure: true })).toThrow(RangeError);
    }
    expect(() => serialiseCookie('n', 'v', { secure: true, maxAgeSeconds: 1.5 })).toThrow(RangeError);
  });
});

describe('reading', () => {
  test('any value comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (value, secure) => {
        const pair = serialiseCookie('session', value, { secure }).split(';')[0]!;
        expect(readCookie(`a=1; ${pair}; b=2`, 'session', { secure })).toBe(value);
      }),
    );
  });

  test('a planted cookie with the bare name is not ours', () => {
    expect(readCookie('session=evil', 'session', { secure: true })).toBeUndefined();
    expect(readCookie('session=evil; __Host-session=ours', 'session', { secure: true })).toBe('ours');
    expect(readCookie('x__Host-session=evil', 'session', { secure: true })).toBeUndefined();
  });

  test('the first of two stands; quotes, odd spaces and bad percents do no harm', () => {
    expect([...parseCookies('a=1;a=2 ; b = "x y" ;; =z; c; d=%E3%81; e=')]).toEqual([
      ['a', '1'],
      ['b', 'x y'],
      ['d', '%E3%81'],
      ['e', ''],
    ]);
    expect(parseCookies(undefined).size).toBe(0);
    expect(parseCookies(null).size).toBe(0);
  });

  test('no header makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (header) => {
        for (const value of parseCookies(header).values()) expect(typeof value).toBe('string');
      }),
    );
  });
});
