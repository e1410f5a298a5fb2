import { describe, expect, test } from 'vitest';
import { writeLetter } from './letter.ts';

describe('X3 a letter', () => {
  const address = `https://hinata.test/unsubscriptions/${'A'.repeat(50)}`;
  const { text, html } = writeLetter(
    {
      subject: 'お知らせ',
      greeting: 'とくさん さま',
      paragraphs: ['書かれたこと：\nhttps://else.test/trap'],
      after: [`やめるには：\n${address}`, '<b>と書いても文字のまま'],
      signature: ['みんな', 'https://hinata.test'],
    },
    'ja',
  );

  test('leads by a link wherever the town itself put an address on a line; never where somebody else wrote one', () => {
    expect(html).toContain(`<br><a href="${address}">`);
    expect(html).toContain('<a href="https://hinata.test">https://hinata.test</a>');
    expect(html).not.toContain('href="https://else.test');
    expect(html).toContain('&lt;b&gt;と書いても文字のまま');
    expect(text).toContain(`\n${address}\n`);
  });

  test('breaks long addresses on narrow screens', () => {
    const shown = html.replace(/<[^>]*>/g, (tag) => (tag === '<wbr>' ? ' ' : '\n'));
    expect(Math.max(...shown.split(/\s/).map((word) => word.length))).toBeLessThanOrEqual(24);
    expect(html.replaceAll('<wbr>', '')).toContain(`>${address}</a>`);
  });
});
