import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePointsOf } from './code-points.ts';
import { legible, legibleAll } from './legible.ts';

const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/biz-udpgothic/package.json'));
const regular = codePointsOf(readFileSync(join(folder, '400Regular/BIZUDPGothic_400Regular.ttf')));
const has = (code: number) => regular.has(code);
const shown = (text: string) => legible(text, has).text;

describe('F9.6 which characters a font has', () => {
  test('those of Japanese, and not those it lacks', () => {
    for (const char of 'あア漢字、。「」①㎡〜―…髙﨑AZaz09〔〕')
      expect([char, has(char.codePointAt(0)!)]).toEqual([char, true]);
    for (const char of '😀𠮷한ệ\u0007') expect([char, has(char.codePointAt(0)!)]).toEqual([char, false]);
    expect(regular.size).toBeGreaterThan(9000);
  });

  test('a file that is no font is refused', () => {
    expect(() => codePointsOf(Buffer.alloc(64))).toThrow(RangeError);
  });
});

describe('F9.6 legible text', () => {
  test('what the font has stays as it is', () => {
    expect(legible('夜の「横断歩道」に灯りを。\n#import "x" $y$ ]', has)).toEqual({
      text: '夜の「横断歩道」に灯りを。\n#import "x" $y$ ]',
      named: false,
    });
  });

  test('what it lacks is named, never lost', () => {
    expect(legible('わあ😀', has)).toEqual({ text: 'わあ〔U+1F600〕', named: true });
    expect(shown('\u0007')).toBe('〔U+0007〕');
    expect(shown('𠮷野')).toBe('〔U+20BB7〕野');
    expect(shown('\ud800')).toMatch(/^(\ufffd|〔U\+FFFD〕)$/);
  });

  test('what has no shape of its own goes; directions are not turned', () => {
    expect(shown('葛\u{e0100}城 a\u202eb\u200bc\ufeff')).toBe('葛城 abc');
  });

  test('a letter and its accent become one where the font has them as one alone', () => {
    const only = (code: number) => code !== 0x3099 && has(code);
    expect(legible('か\u3099', only).text).toBe('が');
  });

  test('a line may end within what has no end', () => {
    const long = `${'W'.repeat(300)}${'ー'.repeat(100)}`;
    const { text } = legible(long, has);
    expect(text.replaceAll('\u200b', '')).toBe(long);
    expect(Math.max(...text.split('\u200b').map((part) => part.length))).toBeLessThanOrEqual(40);
  });

  test('whatever is written: only characters of the font remain, and a second reading changes nothing but line ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = shown(text).replaceAll('\u200b', '');
        for (const char of once) expect(char === '\n' || has(char.codePointAt(0)!)).toBe(true);
        expect(shown(once).replaceAll('\u200b', '')).toBe(once);
      }),
    );
  });

  test('of a whole value every text is read, keys and numbers stay', () => {
    expect(legibleAll({ a: ['x😀', 3, null], b: { c: true } }, has)).toEqual({
      value: { a: ['x〔U+1F600〕', 3, null], b: { c: true } },
      named: true,
    });
  });
});
