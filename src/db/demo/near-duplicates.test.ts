import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearDuplicateShare } from './near-duplicates.ts';

describe('the share of near-duplicates', () => {
  test('finds what was said twice in nearly the same words', () => {
    const texts = [
      '朝のバスを一本ふやしてほしいです。',
      '朝のバスを一本ふやしてほしい！',
      '図書館は夜九時まで開けてください。',
    ];
    expect(nearDuplicateShare(texts)).toBeCloseTo(2 / 3);
  });
  test('leaves different voices alone', () => {
    expect(nearDuplicateShare(['公園の草が高い。', 'バスが来ない。', ''])).toBe(0);
  });
  test('misses nothing by comparing only texts with a rare pair of letters in common', () => {
    const pairs = (text: string) => new Set([...text].slice(1).map((letter, at) => `${text[at]}${letter}`));
    const same = (a: string, b: string) => {
      const [one, other] = [pairs(a), pairs(b)];
      const all = one.union(other).size;
      return all === 0 || one.intersection(other).size / all >= 0.6;
    };
    const letters = fc.array(fc.constantFrom('あ', 'い', 'う', 'え'), { maxLength: 9 });
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 9 }), (said) => {
        const texts = said.map((one) => one.join(''));
        const twice = texts.filter((a, i) => texts.some((b, j) => i !== j && same(a, b)));
        expect(nearDuplicateShare(texts)).toBeCloseTo(twice.length / texts.length);
      }),
    );
  });
});
