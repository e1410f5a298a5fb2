import { describe, expect, test } from 'vitest';
import { toText } from './html.ts';
import { withReadings } from './readings.ts';

describe('X6 readings above their characters', () => {
  test('stand over the characters right before them, and over nothing else', () => {
    expect(toText(withReadings('木（き）の 言葉（ことば）'))).toBe(
      '<ruby>木<rp>（</rp><rt>き</rt><rp>）</rp></ruby>の <ruby>言葉<rp>（</rp><rt>ことば</rt><rp>）</rp></ruby>',
    );
    for (const plain of ['催し（もよおし）', 'Words (new)', '紙（A4）', ''])
      expect(toText(withReadings(plain))).toBe(plain);
    expect(toText(withReadings('<b>'))).toBe('&lt;b&gt;');
  });
});
