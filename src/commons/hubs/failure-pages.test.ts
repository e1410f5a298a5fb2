import { describe, expect, test } from 'vitest';
import { keptTexts } from './failure-pages.ts';

const typed = (body: string) => String(keptTexts('ja', '/opinions', { body, email: 'a@example.jp', password: 'x' }));

describe('X12 what was typed when something failed', () => {
  test('is shown where it is long, and sent again without being shown where it is short', () => {
    const long = typed('夜のバスがもう1本あれば、仕事の帰りに乗れます。');
    expect(long).toContain('コピーできます');
    expect(long).toMatch(/<textarea[^>]*>\s夜のバス/);
    const short = typed('賛成です');
    expect(short).not.toContain('コピーできます');
    expect(short).toContain('下のボタンで');
    expect(short).toContain('value="賛成です"');
    expect(short).not.toContain('password');
  });

  test('stands under a word of the reader’s, never under the name its field has inside', () => {
    const body = '夜のバスがもう1本あれば、仕事の帰りに乗れます。';
    expect(typed(body)).toMatch(/<label for="kept-0">書いたもの<\/label><textarea id="kept-0" name="body"/);
    const two = String(keptTexts('en', '/opinions', { kind: 'opinion', body, reason: body }));
    expect(two.match(/<label[^>]*>[^<]*/g)).toEqual([
      '<label for="kept-1">What you wrote, 1',
      '<label for="kept-2">What you wrote, 2',
    ]);
  });
});
