import { describe, expect, test } from 'vitest';
import { acceptedLang, langCookie, langOf } from './language.ts';

describe('X5 the language of a request', () => {
  test.each([
    ['ja', 'ja'],
    ['ja-JP,ja;q=0.9,en-US;q=0.8,en;q=0.7', 'ja'],
    ['en-US,en;q=0.9', 'en'],
    ['en-GB', 'en'],
    ['EN', 'en'],
    ['en;q=0.3, ja;q=0.8', 'ja'],
    ['vi-VN,vi;q=0.9,en;q=0.5,ja;q=0.4', 'en'],
    ['zh-CN,zh;q=0.9,ja;q=0.8,en;q=0.7', 'ja'],
    // Of a language we don't have: Japanese that learners read.
    ['vi-VN,vi;q=0.9', 'easy'],
    ['en;q=0, vi', 'easy'],
    // What programs send, and what nobody means.
    ['*', 'ja'],
    ['', 'ja'],
    ['en;q=0', 'ja'],
    [';;;,,,q=1', 'ja'],
    [`${'x'.repeat(9)},${','.repeat(10_000)}`, 'ja'],
  ])('%j is answered in %s', (accepted, lang) => {
    expect(acceptedLang(accepted)).toBe(lang);
    // The second time it is known.
    expect(acceptedLang(accepted)).toBe(lang);
  });

  test('is what the address names, else what was chosen before, else what the browser is set to', () => {
    const english = { 'accept-language': 'en-US,en;q=0.9' };
    expect(langOf('/?lang=easy', { ...english, cookie: 'minna_lang=ja' })).toBe('easy');
    expect(langOf('/', { ...english, cookie: 'a=b; minna_lang=ja' })).toBe('ja');
    expect(langOf('/?lang=xx', english)).toBe('en');
    expect(langOf('/', { cookie: 'minna_lang=xx' })).toBe('ja');
    expect(langOf('/', english)).toBe('en');
    expect(langOf('/', {})).toBe('ja');
  });

  test('is remembered when it was chosen, never when it was guessed', () => {
    expect(langCookie('/?lang=en', undefined)).toContain('minna_lang=en');
    expect(langCookie('/?lang=en', 'minna_lang=en')).toBeNull();
    expect(langCookie('/', undefined)).toBeNull();
  });
});
