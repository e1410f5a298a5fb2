import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { providerName, says } from './provider.ts';
import { loadProviders } from './provider-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'minna-providers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CITY = { key: 'city', name: { ja: '市のログイン' }, issuer: 'https://login.example.jp', clientId: 'minna' };

function load(providers: unknown, env: Record<string, string> = {}) {
  const file = join(folder, 'providers.json');
  writeFileSync(file, typeof providers === 'string' ? providers : JSON.stringify(providers));
  return loadProviders(file, env);
}

describe('X1 the operator’s file of providers', () => {
  test('is read with its secrets, which stand elsewhere', () => {
    writeFileSync(join(folder, 'city.secret'), 'from a file\n');
    const [byFile] = load([{ ...CITY, clientSecretFile: 'city.secret' }]);
    expect(byFile).toMatchObject({ key: 'city', id: 'oidc:https://login.example.jp', clientSecret: 'from a file' });
    expect(byFile).not.toHaveProperty('clientSecretFile');
    expect(load([{ ...CITY, clientSecretEnv: 'CITY' }], { CITY: 'from outside' })[0]?.clientSecret).toBe(
      'from outside',
    );
    expect(load([CITY])[0]).toMatchObject({ clientSecret: null, scopes: ['openid', 'email', 'profile'] });
  });

  test.each([
    ['not JSON', '{', "can't be read as JSON"],
    ['an unknown setting', [{ ...CITY, secret: 'x' }], 'secret'],
    ['a key that is no word of an address', [{ ...CITY, key: 'City Hall' }], 'key'],
    ['one key twice', [CITY, CITY], 'two providers are called city'],
    ['plain http', [{ ...CITY, issuer: 'http://login.example.jp' }], 'by https'],
    ['a variable that isn’t set', [{ ...CITY, clientSecretEnv: 'NOWHERE' }], 'NOWHERE is not set'],
    ['a secret that isn’t there', [{ ...CITY, clientSecretFile: 'nowhere' }], "the secret can't be read"],
  ])('is refused with a sentence: %s', (_, providers, sentence) => {
    expect(() => load(providers)).toThrow(sentence);
  });

  test('http is for this machine alone', () => {
    expect(load([{ ...CITY, issuer: 'http://localhost:9000' }])).toHaveLength(1);
  });
});

describe('X1 claims of a provider', () => {
  test('say a value, alone or in a list, and nothing else does', () => {
    const wanted = { claim: 'groups', values: ['road', 'true'] };
    for (const held of ['road', ['park', 'road'], true]) expect(says({ groups: held }, wanted)).toBe(true);
    for (const held of [undefined, null, 'roads', ['Road'], 1, { road: 1 }, []])
      expect(says({ groups: held }, wanted)).toBe(false);
  });

  test('its name falls back on Japanese', () => {
    expect(providerName(load([CITY])[0]!, 'en')).toBe('市のログイン');
  });
});
