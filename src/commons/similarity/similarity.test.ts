import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closenessOf } from './closeness.ts';
import { alikeOf } from './families.ts';
import { gramsOf, jaccard, numbered, plainOf } from './grams.ts';

const LAMP = '駅前の横断歩道は夜になるととても暗いので、照明を増やしてください。';

describe('F9.5 texts that say nearly the same', () => {
  test('width, capitals, spaces and punctuation make no difference', () => {
    expect(plainOf('ＬＥＤ の灯り、 ほしい！')).toBe('ledの灯りほしい');
    expect([...gramsOf('あいあい')]).toEqual(['あい', 'いあ']);
    expect([...gramsOf('あ')]).toEqual(['あ']);
    expect([...gramsOf('！？')]).toEqual([]);
  });

  test('a copy is told from what is only alike, and both from their own words', () => {
    const texts = [
      LAMP,
      `${LAMP}ね`,
      '駅前の横断歩道は夜になるととても暗いので、車の速さを落としてほしい。',
      '子どもの通学路なので、朝の見守りのほうを先に考えたいです。',
      LAMP.replace('。', '！！'),
    ];
    expect(alikeOf(texts)).toEqual([
      { text: 0, family: 0, copied: true },
      { text: 1, family: 0, copied: true },
      { text: 4, family: 0, copied: true },
    ]);
    const close = [LAMP, LAMP.replace('照明を増やしてください', '照明がほしい')];
    expect(alikeOf(close)).toEqual([
      { text: 0, family: 0, copied: false },
      { text: 1, family: 0, copied: false },
    ]);
  });

  test('short words that many come upon are alike and no copies; texts without words are like nothing', () => {
    expect(alikeOf(['賛成です', '賛成です。'])).toEqual([
      { text: 0, family: 0, copied: false },
      { text: 1, family: 0, copied: false },
    ]);
    expect(alikeOf(['！！', '！！', ''])).toEqual([]);
  });

  test('no pair of leaders, and nobody left alone, is alike without being found', () => {
    const word = fc.constantFrom('駅前の', '照明を', '夜道が', '暗いので', 'ふやして', 'ください', 'やめて', '水路も');
    const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 25 }), (texts) => {
        const found = alikeOf(texts);
        const grams = numbered(texts).texts;
        const known = new Map(found.map((one) => [one.text, one.family]));
        for (const [a, one] of grams.entries())
          for (const [b, other] of grams.entries()) {
            if (a === b || jaccard(one, other) < 0.9) continue;
            expect(known.has(a) && known.has(b)).toBe(true);
          }
        for (const { text, family } of found) {
          expect(family).toBeLessThanOrEqual(text);
          expect(found.filter((one) => one.family === family).length).toBeGreaterThan(1);
        }
      }),
    );
  });

  test('nearness weighs what few say', () => {
    const texts = ['駅前の照明が暗い', '駅前の照明は暗いまま', '駅前の花だんがきれい', '駅前の自転車が多い'];
    const close = closenessOf(texts);
    expect(close(0, 1)).toBeGreaterThan(close(0, 2));
    expect(close(2, 3)).toBeLessThan(0.2);
    expect(close(0, 0)).toBeCloseTo(1);
    expect(close(0, 1)).toBe(close(1, 0));
  });
});
