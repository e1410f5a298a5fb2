import { describe, expect, test } from 'vitest';
import type { Figure } from './figure.ts';
import { marginsPicture } from './picture.ts';

const figure = (more: Partial<Figure>): Figure => ({
  name: 'list',
  title: 'List',
  measured: '',
  floor: '',
  ok: true,
  margin: 2,
  facts: {},
  ...more,
});

describe('X12 the picture of the figures', () => {
  test('shows how far each is from its floor, and which one misses it', () => {
    const svg = marginsPicture(
      [figure({}), figure({ title: 'A < "B"', margin: 0.5, ok: false }), figure({ margin: 40 })],
      'Figures',
    );
    const widths = [...svg.matchAll(/<rect x="330" [^>]*width="([\d.]+)"[^>]*fill="(#\w+)"/g)].map((match) => [
      Number(match[1]),
      match[2],
    ]);
    expect(widths).toEqual([
      [160, '#2e7d5b'],
      [40, '#c0392b'],
      [400, '#2e7d5b'],
    ]);
    expect(svg).toContain('A &lt; &quot;B&quot;');
    expect(svg).toContain('>40×<');
  });
});
