import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { charactersOf, excerpt, marked, wordsAsked } from './excerpt.ts';

const hits = (text: string, question: string) =>
  marked(text, wordsAsked(question))
    .filter(({ isHit }) => isHit)
    .map(({ text }) => text);

describe('X7 why something matched', () => {
  test.each([
    ['コミュニティバスの停留所', 'こみゅにてぃ', ['コミュニティ']],
    ['ｺﾐｭﾆﾃｨﾊﾞｽの停留所', 'バス', ['ﾊﾞｽ']],
    ['１００％ひのき', '100%', ['１００％']],
    ['5㌔先の公園', 'キロ', ['㌔']],
    ['Wi-Fi のある公民館', 'wi-fi 公民', ['Wi-Fi', '公民']],
    ['葛\u{e0100}城の里', '葛城', ['葛\u{e0100}城']],
    ['公園の公園', '公園', ['公園', '公園']],
    ['公園', '橋', []],
  ])('%s is marked for %s as it was written', (text, question, found) => {
    expect(hits(text, question)).toEqual(found);
  });

  test('is shown around its place, cut on both sides', () => {
    const cut = excerpt(`${'あ'.repeat(200)}夜の照明${'い'.repeat(200)}`, wordsAsked('照明'));
    expect(cut[0]).toEqual({ text: '…', isHit: false });
    expect(cut.find(({ isHit }) => isHit)?.text).toBe('照明');
    expect(cut.at(-1)).toEqual({ text: '…', isHit: false });
  });

  test('is found far down in a long text, and in one without an end', () => {
    const long = `${'ここは別の話です。'.repeat(3000)}夜の照明を直します。${'おわり。'.repeat(300)}`;
    for (const text of [long, long.replaceAll('。', '')]) {
      expect(excerpt(text, wordsAsked('照明')).filter(({ isHit }) => isHit)).toEqual([{ text: '照明', isHit: true }]);
    }
  });

  test('is found as a whole before its words', () => {
    const cut = excerpt(`道。${'あ'.repeat(300)}夜の 道`, wordsAsked('夜の 道'));
    expect(cut.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['夜の 道']);
  });

  test('takes what readers take for one character, whatever stands in the text', () => {
    const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });
    const anything = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) });
    const usual = fc.string({
      unit: fc.constantFrom(...'がカ゛か\u3099ﾊﾞ漢葛\u{e0100}ー〜〪☎️👨‍👩‍👧 aé1、。\n'.split('')),
    });
    fc.assert(
      fc.property(fc.oneof(anything, usual), (text) => {
        expect(charactersOf(text)).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment));
      }),
      { numRuns: 500 },
    );
    const simple = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(
      (one) => charactersOf(`${one}が`).length === 2,
    );
    for (const one of simple)
      expect(charactersOf(`が${one}が`), one).toEqual(
        Array.from(segmenter.segment(`が${one}が`), ({ segment }) => segment),
      );
  });

  test('no character of a text is lost or added', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 3 }), (text, question) => {
        const all = marked(text, wordsAsked(question));
        expect(all.map((piece) => piece.text).join('')).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});
