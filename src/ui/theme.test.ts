import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { designTokens, withTokens } from './assets.ts';
import { accentCss, accents, contrast } from './theme.ts';

const css = withTokens(readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8'));
const [lightCss, darkCss] = css.split('@media (prefers-color-scheme: dark)') as [string, string];
const read = (text: string): Map<string, string> =>
  new Map(Array.from(text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g), (match) => [match[1]!, match[2]!]));
const light = read(lightCss);
const dark = new Map([...light, ...read(darkCss)]);

/** Ink on ground as the style sheet puts them together. Text needs 4.5. */
const TEXT: readonly (readonly [ink: string, ground: string])[] = [
  ...['ink', 'ink-soft', 'link', 'link-hover', 'visited', 'green-ink', 'orange-ink', 'red-ink', 'blue-ink'].flatMap(
    (ink) => ['paper', 'card', 'soft'].map((ground) => [ink, ground] as const),
  ),
  ['ink', 'fill'],
  ['ink-soft', 'fill'],
  ['link-hover', 'fill'],
  ['ink', 'track'],
  ['ink', 'accent-ground'],
  ['ink', 'yellow-soft'],
  ['on-strong', 'strong'],
  ['on-button', 'button'],
  ['on-button', 'button-hover'],
  ['paper', 'orange-button'],
  ['paper', 'orange-button-hover'],
  ['green-ink', 'green-soft'],
  ['blue-ink', 'blue-soft'],
  ['orange-ink', 'orange-soft'],
  ['purple-ink', 'purple-soft'],
  ['red-ink', 'red-soft'],
  ['ink', 'green-soft'],
  ['link', 'green-soft'],
  ['on-foot', 'foot'],
];

/** Shapes that carry meaning, and borders of controls: 3. */
const SHAPES: readonly (readonly [shape: string, ground: string])[] = [
  ...['edge', 'strong', 'green', 'red', 'blue', 'orange', 'yellow-line', 'blue-ink'].flatMap((shape) =>
    ['paper', 'card'].map((ground) => [shape, ground] as const),
  ),
  ['paper', 'green'],
  ['yellow-line', 'yellow-soft'],
  ['focus', 'paper'],
  ['focus', 'card'],
  ['foot-focus', 'foot'],
  ['green-line', 'green-soft'],
];

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('%s colours', (_, scheme) => {
  const colour = (name: string): string => {
    const value = scheme.get(name === 'accent-ground' ? 'green-soft' : name);
    expect(value, name).toBeDefined();
    return value!;
  };

  test.each(TEXT)('%s can be read on %s', (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(SHAPES)('%s can be seen on %s', (shape, ground) => {
    expect(contrast(colour(shape), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

describe('design tokens', () => {
  test('come from the design system, and an unknown one stops the build', () => {
    expect(designTokens().get('--color-primitive-green-800')).toBe('#197a4b');
    expect(() => withTokens('a{color:var(--color-primitive-mauve-1)}')).toThrow('mauve');
  });
});

describe('a hub’s accent', () => {
  test('contrast follows WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(() => contrast('red', '#ffffff')).toThrow(RangeError);
  });

  test('can be read whatever colour is chosen', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^#[0-9a-f]{6}$/), (colour) => {
        const { light: day, dark: night } = accents(colour);
        expect(contrast(day.ink, '#ffffff')).toBeGreaterThanOrEqual(4.5);
        expect(contrast(day.ink, day.soft)).toBeGreaterThanOrEqual(4.5);
        expect(contrast('#1a1a1a', day.soft)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(day.line, '#ffffff')).toBeGreaterThanOrEqual(3);
        expect(contrast(night.ink, '#1a1a1a')).toBeGreaterThanOrEqual(4.5);
        expect(contrast(night.ink, night.soft)).toBeGreaterThanOrEqual(4.5);
        expect(contrast('#f2f2f2', night.soft)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(night.line, '#1a1a1a')).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  test('is a style sheet of two rules', () => {
    expect(accentCss('#197a4b')).toMatch(
      /^:root\{--accent:#197a4b;[^}]+\}@media\(prefers-color-scheme:dark\)\{:root\{[^}]+\}\}$/,
    );
    expect(() => accentCss('#fff;}body{display:none')).toThrow(RangeError);
  });
});
