import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { get, post } from '../module.ts';
import { mayBeOlder, mayLag, wroteCookie } from './from-replica.ts';
import { text } from './reply.ts';

const handle = async () => text('');
const asked = (method: string, headers: Record<string, string> = {}) => ({ method, headers }) as IncomingMessage;

describe('X12 what may be made from a replica', () => {
  test('pages that are kept and lists as files; no letter, no form, no page of a person', () => {
    expect(mayLag(get('/proposals', 'public', [], handle, { cached: true }))).toBe(true);
    for (const path of ['/proposals.csv', '/debates/:ref/opinions.json', '/activity.atom', '/plans.ics'])
      expect(mayLag(get(path, 'public', [], handle)), path).toBe(true);
    for (const path of ['/invitations/:key', '/hand-over/arrival', '/journal/checkpoint', '/journal/tile/*'])
      expect(mayLag(get(path, 'public', [], handle)), path).toBe(false);
    expect(mayLag(get('/settings', 'person', [], handle, { cached: true }))).toBe(false);
    expect(mayLag(post('/reports', 'public', [], handle))).toBe(false);
  });

  test('whoever has sent something, or shows a token, is answered from the primary', () => {
    expect(mayBeOlder(asked('GET'), false)).toBe(true);
    expect(mayBeOlder(asked('HEAD', { cookie: 'minna_lang=en' }), true)).toBe(true);
    expect(mayBeOlder(asked('POST'), false)).toBe(false);
    expect(mayBeOlder(asked('GET', { authorization: 'Bearer x' }), false)).toBe(false);
    for (const secure of [true, false]) {
      const cookie = wroteCookie(secure);
      expect(cookie).toMatch(/Max-Age=10; HttpOnly/);
      expect(mayBeOlder(asked('GET', { cookie: cookie.split(';')[0]! }), secure)).toBe(false);
    }
  });
});
