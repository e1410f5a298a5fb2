import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviceWords } from './device-name.ts';
import { readAddress, signInEntry, signUpEntry } from './entries.ts';
import { keptFrom, keptOf } from './resume-entry.ts';
import { deviceOf, localPath, mayPlayCast, mayUsePassword, needsRenewal, readPassword } from './rules.ts';
import { newToken } from './session-token.ts';
import { words } from './words.ts';

const ORIGIN = 'https://hinata.example';
const form = (fields: Record<string, string>) => ({ get: (name: string) => fields[name] });

describe('localPath', () => {
  test.each([
    '/',
    '/proposals',
    '/proposals?kind=plan&q=%E9%81%93',
    '/actors/3mJr7-ひなたのねこ',
    '/debates/x?done=voted',
  ])('lets %s through', (path) => {
    expect(localPath(path, ORIGIN)).not.toBeNull();
  });

  test.each([
    '',
    'proposals',
    '//evil.example',
    '/\\evil.example',
    '/a/../..//evil.example',
    '/\t/evil.example',
    'https://evil.example/',
    'https:evil.example',
    'javascript:alert(1)',
    '/x#fragment',
    '/sign-in?next=/sign-in',
    '/sign-out',
    '/dev/cast',
    '/acting-as',
    `/${'a'.repeat(2001)}`,
  ])('stops %s', (path) => {
    expect(localPath(path, ORIGIN)).toBeNull();
  });

  test('never gives an address of another site, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `/${text}`),
          fc.string().map((text) => `//${text}`),
        ),
        (typed) => {
          const path = localPath(typed, ORIGIN);
          if (path === null) return;
          const resolved = new URL(path, ORIGIN);
          expect(resolved.origin).toBe(ORIGIN);
          expect(path.startsWith('//')).toBe(false);
        },
      ),
    );
  });

  test('lets the path of an origin with a port through, and no other port', () => {
    expect(localPath('/notes', 'http://127.0.0.1:3000')).toBe('/notes');
    expect(localPath('http://127.0.0.1:3001/notes', 'http://127.0.0.1:3000')).toBeNull();
  });
});

describe('passwords', () => {
  test('have 10 to 128 characters, counted as people count', () => {
    expect(mayUsePassword('🐈の朝ごはん', 'a@b.example')).toBe('too-short');
    expect(mayUsePassword('🐈の朝ごはんは七時です', 'a@b.example')).toBeNull();
    expect(mayUsePassword('あいうえ'.repeat(33), 'a@b.example')).toBe('too-long');
  });

  test('are neither the address nor one sign over and over', () => {
    expect(mayUsePassword('Neko@hinata.example', 'neko@hinata.example')).toBe('too-simple');
    expect(mayUsePassword('aaaaaaaaaaaa', 'a@b.example')).toBe('too-simple');
    expect(mayUsePassword('ababababab', 'a@b.example')).toBe('too-simple');
  });

  test('are the same on every keyboard', () => {
    expect(readPassword('Ｎｅｋｏ１２３が')).toBe(readPassword('Neko123か\u3099'));
  });
});

describe('X13 what is asked of somebody who signs up', () => {
  test('read an address typed in full width and capitals', () => {
    expect(readAddress(' Ｎｅｋｏ＠Hinata.Example ')).toBe('neko@hinata.example');
    expect(readAddress('neko@hinata')).toBeNull();
    expect(readAddress(`${'n'.repeat(250)}@hinata.example`)).toBeNull();
  });

  test('say every mistake at once', () => {
    expect(() => signUpEntry(form({ name: ' ', email: 'x', password: 'short' }))).toThrow(
      'accounts: name-missing, not-an-address, password-too-short',
    );
    expect(() => signUpEntry(form({}))).toThrow('accounts: name-missing, address-missing, password-missing');
    expect(() =>
      signUpEntry(form({ name: 'あ'.repeat(41), email: 'a@b.example', password: 'ねこのあさごはん1234' })),
    ).toThrow('name-too-long');
    expect(() => signUpEntry(form({ name: 'ねこ\0', email: 'a@b.example', password: 'ねこのあさごはん1234' }))).toThrow(
      'broken-text',
    );
  });

  test('ask no rules of a password at signing in', () => {
    expect(signInEntry(form({ email: 'a@b.example', password: 'old' }))).toEqual({
      email: 'a@b.example',
      password: 'old',
    });
    expect(() => signInEntry(form({ email: 'a@b.example' }))).toThrow('password-missing');
  });
});

describe('what was typed before signing in', () => {
  test('keeps repeated values in order, and no secret', () => {
    const kept = keptOf('/notes', { text: 'a', place: ['x', 'y'], password: 'p', share_token: 't' }, ORIGIN);
    expect(kept).toEqual({
      path: '/notes',
      values: [
        ['text', ['a']],
        ['place', ['x', 'y']],
      ],
    });
  });

  test('comes back from the form only with a path of this site', () => {
    const fields = new Map([
      ['resume_path', ['/notes']],
      ['resume.text', ['a', 'b']],
      ['email', ['a@b.example']],
    ]);
    const sent = { get: (name: string) => fields.get(name)?.[0], entries: () => fields.entries() };
    expect(keptFrom(sent, ORIGIN)).toEqual({ path: '/notes', values: [['text', ['a', 'b']]] });
    fields.set('resume_path', ['//evil.example']);
    expect(keptFrom(sent, ORIGIN)).toBeNull();
    fields.delete('resume_path');
    expect(keptFrom(sent, ORIGIN)).toBeNull();
  });
});

describe('sessions', () => {
  test('are extended once a day at most', () => {
    const noon = new Date('2026-10-10T12:00:00+09:00');
    expect(needsRenewal(noon, new Date('2026-10-11T11:59:59+09:00'))).toBe(false);
    expect(needsRenewal(noon, new Date('2026-10-11T12:00:00+09:00'))).toBe(true);
  });

  test('have tokens of 256 bits that don’t repeat', () => {
    const tokens = Array.from({ length: 50 }, newToken);
    expect(new Set(tokens).size).toBe(50);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  test.each([
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
      'safari/iphone',
      'Safari（iPhone）',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
      'edge/windows',
      'Edge（Windows）',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36 Line/15.1.0',
      'line/android',
      'LINE（Android）',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox/linux', 'Firefox（Linux）'],
    [undefined, 'other/other', 'ブラウザ（そのほかの端末）'],
  ])('keep a coarse word of %s', (agent, kept, shown) => {
    expect(deviceOf(agent)).toBe(kept);
    expect(deviceWords('ja', kept)).toBe(shown);
  });

  test('show a word they don’t know as any browser', () => {
    expect(deviceWords('en', 'netscape/toaster')).toBe('a browser (another device)');
  });
});

test('the cast is played on this machine in a demo only', () => {
  expect(mayPlayCast({ isDemo: true }, true, '::ffff:127.0.0.1')).toBe(true);
  expect(mayPlayCast({ isDemo: true }, true, '127.0.0.1.evil')).toBe(false);
  expect(mayPlayCast({ isDemo: true }, false, '::1')).toBe(false);
  expect(mayPlayCast({ isDemo: false }, true, '::1')).toBe(false);
  expect(mayPlayCast({ isDemo: true }, true, '10.0.0.1')).toBe(false);
});

test('every refusal has words in every language', () => {
  const codes = Object.keys(words('ja').refusals);
  for (const lang of ['easy', 'en'] as const) expect(Object.keys(words(lang).refusals)).toEqual(codes);
});
