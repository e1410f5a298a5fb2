import { describe, expect, test } from 'vitest';
import { checkOrigin } from './origin-check.ts';

const expectedOrigins = ['https://minna.example.jp'];
const check = (method: string, originHeader?: string | null, secFetchSite?: string | null) =>
  checkOrigin({ method, originHeader, secFetchSite, expectedOrigins });

describe('checkOrigin', () => {
  test('reading is free, from anywhere', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      expect(check(method, 'https://evil.example', 'cross-site')).toBe('ok');
  });

  test('our own pages may act', () => {
    expect(check('POST', 'https://minna.example.jp')).toBe('ok');
    expect(check('POST', 'https://minna.example.jp', 'same-origin')).toBe('ok');
    expect(check('DELETE', undefined, 'same-origin')).toBe('ok');
    expect(check('POST', null, 'same-origin')).toBe('ok');
  });

  test.each([
    ['https://evil.example'],
    ['http://minna.example.jp'],
    ['https://minna.example.jp:8443'],
    ['https://minna.example.jp.evil.example'],
    ['https://minna.example.jp/'],
    ['HTTPS://MINNA.EXAMPLE.JP'],
    ['null'],
    [''],
  ])('an Origin of %j is forged, even with same-origin beside it', (origin) => {
    expect(check('POST', origin)).toBe('forged');
    expect(check('POST', origin, 'same-origin')).toBe('forged');
  });

  test.each([[undefined], [null], [''], ['cross-site'], ['same-site'], ['none'], ['Same-Origin']])(
    'without an Origin, Sec-Fetch-Site of %j is forged',
    (site) => {
      expect(check('POST', undefined, site)).toBe('forged');
    },
  );

  test('every method but the safe ones is checked, unknown and lower-case ones too', () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'get', ''])
      expect(check(method)).toBe('forged');
  });
});
