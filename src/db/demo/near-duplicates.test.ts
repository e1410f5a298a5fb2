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
});
