import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../happenings.ts';
import type { Hub } from '#kernel/context.ts';
import { LANGS } from '#kernel/lang.ts';
import { type LetterNotice, noticeLetter } from './notice-letter.ts';
import { openUnsubscribeKeys, readUnsubscribeKey, unsubscribeKey } from './unsubscribe-key.ts';

const hub = {
  id: 1,
  origin: 'https://hinata.example',
  name: { ja: 'みんな', easy: 'みんな', en: 'Minna' },
  tagline: { ja: 'ひなた市', easy: 'ひなた市', en: 'Hinata' },
} as Hub;

const notice = (more: Partial<LetterNotice> = {}): LetterNotice => ({
  id: '0193f1c2-7a3b-7c4d-8e5f-001122334455',
  at: new Date('2026-11-22T10:00:00+09:00'),
  kind: 'event',
  topic: 'proposal',
  title: '夜の照明',
  href: '/opinions/abc',
  facts: {},
  read_at: null,
  verb: 'opinions.said',
  actor_name: 'けん',
  thing_href: '/proposals/xyz-夜の照明',
  ...more,
});
const letter = (notices: LetterNotice[], lang: (typeof LANGS)[number] = 'ja', isElection = false) =>
  noticeLetter({
    hub,
    lang,
    name: 'ふみさん',
    notices,
    unsubscribe: 'https://hinata.example/unsubscriptions/k',
    isElection,
  });

describe('X3 a letter of notices', () => {
  test('names the one thing that happened, and leads to it', () => {
    const { subject, text, html } = letter([notice()]);
    expect(subject).toBe('夜の照明');
    expect(text).toContain('ふみさん さま\n\n新しいお知らせがあります。\n\n■ 夜の照明\n・けん：意見を言いました');
    expect(text).toContain('https://hinata.example/opinions/abc');
    expect(html).toContain('<h2><a href="https://hinata.example/opinions/abc">夜の照明</a></h2>');
  });

  test('keeps to the marks of its language', () => {
    expect(letter([notice()], 'en').text).toMatch(/\n- けん gave an opinion \(Sun 22 November, 10:00\)\n/);
    expect(letter([notice()], 'easy').text).toMatch(/\n・けん：.*（.*）\n/);
  });

  test('puts together what belongs to one thing, leads there, and says how much is left out', () => {
    const { subject, text } = letter([
      ...Array.from({ length: 7 }, () => notice()),
      notice({ title: '川の草刈り', thing_href: '/proposals/abc' }),
    ]);
    expect(subject).toBe('夜の照明 ほか（お知らせ8件）');
    expect(text.match(/けん：意見を言いました/g)).toHaveLength(6);
    expect(text).toContain('・ほか2件\nhttps://hinata.example/proposals/xyz-%E5%A4%9C');
  });

  test('is as short as ever when a hundred things happened', () => {
    const { text } = letter(
      Array.from({ length: 100 }, (_, at) => notice({ title: `提案${at}`, thing_href: `/proposals/${at}` })),
    );
    expect(text.match(/■/g)).toHaveLength(15);
    expect(text).toContain('ほか85のことがらも');
  });

  test('carries nothing people wrote while an election is on', () => {
    for (const lang of LANGS) {
      const { subject, text, html } = letter([notice(), notice({ title: '候補者を応援' })], lang, true);
      expect(`${subject}${text}${html}`).not.toMatch(/照明|応援|けん/);
      expect(text).toContain('https://hinata.example/notices');
    }
  });

  test('says in every language how to end such letters', () => {
    for (const lang of LANGS) {
      const { text, html } = letter([notice()], lang);
      for (const body of [text, html]) expect(body).toContain('https://hinata.example/unsubscriptions/k');
      // Who follows it may have no cookie here: the page speaks as the letter does.
      expect(html.replaceAll('<wbr>', '').includes(`/k?lang=${lang}"`)).toBe(lang !== 'ja');
      expect(html).not.toMatch(/<img|<style|style=/);
    }
  });
});

describe('X3 the key of a letter', () => {
  openUnsubscribeKeys('a secret of thirty-two characters!');

  test('gives back whose letters it ends, and nothing when a single sign is changed', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 31 }), fc.uuid(), fc.nat({ max: 47 }), (hubId, personId, at) => {
        const key = unsubscribeKey({ hubId, personId });
        expect(readUnsubscribeKey(key)).toEqual({ hubId, personId });
        const other = key[at] === 'A' ? 'B' : 'A';
        expect(readUnsubscribeKey(`${key.slice(0, at)}${other}${key.slice(at + 1)}`)).toBeNull();
      }),
    );
  });

  test.each(['', 'x'.repeat(48), '../../etc/passwd'])('is nothing else: %s', (text) => {
    expect(readUnsubscribeKey(text)).toBeNull();
  });
});
