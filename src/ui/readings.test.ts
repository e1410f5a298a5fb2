import { describe, expect, test } from 'vitest';
import { toText } from './html.ts';
import { withReadings } from './readings.ts';

describe('X6 readings above their characters', () => {
  test('stand over the characters right before them, and over nothing else', () => {
    expect(toText(withReadings('市（し）の 回答（かいとう）'))).toBe(
      '<ruby>市<rp>（</rp><rt>し</rt><rp>）</rp></ruby>の <ruby>回答<rp>（</rp><rt>かいとう</rt><rp>）</rp></ruby>',
    );
    for (const plain of ['催し（もよおし）', 'Proposals (new)', '活動（A4）', ''])
      expect(toText(withReadings(plain))).toBe(plain);
    expect(toText(withReadings('<b>'))).toBe('&lt;b&gt;');
  });
});
