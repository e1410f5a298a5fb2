import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast } from '#ui/theme.ts';
import { LEAST_CONTRAST, lookOf, readColour, readStyleName, siteCss, styleName, THEMES, unreadable } from './themes.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

describe('F1.3, X6 colours of a site', () => {
  test.each(THEMES)(
    '%s: whatever colour is chosen, everything in it can be read, and what is suggested may be chosen',
    (theme) => {
      fc.assert(
        fc.property(fc.oneof(fc.constant(''), colour), (chosen) => {
          const { grounds, accent, accentSoft, head, onHead } = lookOf(theme, chosen);
          for (const ground of [grounds.paper, grounds.soft, grounds.card, accentSoft]) {
            expect(contrast(accent, ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
            expect(contrast(grounds.ink, ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
            expect(contrast(grounds.inkSoft, ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
          }
          expect(contrast(onHead, head)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
          const pale = unreadable(theme, chosen);
          if (pale) expect(unreadable(theme, pale.instead)).toBeNull();
          if (pale) expect(pale.ratio).toBeLessThan(LEAST_CONTRAST);
        }),
      );
    },
  );

  test('yellow on white is refused with the nearest that can be read; in the dark it may stand', () => {
    expect(unreadable('plain', '#ffee00')?.ratio).toBeLessThan(1.3);
    expect(unreadable('night', '#ffee00')).toBeNull();
    expect(unreadable('night', '#222222')).not.toBeNull();
  });

  test('colours as people type them', () => {
    expect(readColour('＃1A6B8F')).toBe('#1a6b8f');
    expect(readColour('1a6b8f')).toBe('#1a6b8f');
    expect(readColour(' ')).toBe('');
    expect(readColour('青')).toBeNull();
  });

  test('the name of a style says what is in it, and nothing else is served', () => {
    expect(readStyleName(styleName('bold', '#1a6b8f'))).toEqual({ theme: 'bold', colour: '#1a6b8f' });
    expect(readStyleName(styleName('washi', ''))).toEqual({ theme: 'washi', colour: '' });
    for (const name of ['gold.css', 'bold-xyz.css', 'bold', '../bold.css', 'bold-1a6b8f.css;'])
      expect(readStyleName(name)).toBeNull();
    expect(siteCss('night', '')).toContain('color-scheme:dark');
  });
});
