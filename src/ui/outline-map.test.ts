import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toText } from './html.ts';
import { mapFrame, outlineMap, placed, tilesOf } from './outline-map.ts';

const bounds = { south: 36, west: 139, north: 36.2, east: 139.3 };

describe('F9.1 the drawn map', () => {
  test('whatever lies within the bounds lies within the picture, north above south, west left of east', () => {
    const frame = mapFrame(bounds);
    const inside = fc.tuple(
      fc.double({ min: 36, max: 36.2, noNaN: true }),
      fc.double({ min: 139, max: 139.3, noNaN: true }),
    );
    fc.assert(
      fc.property(inside, inside, (a, b) => {
        const [ax, ay] = placed(frame, a);
        const [bx, by] = placed(frame, b);
        expect(ax >= 0 && ax <= frame.width && ay >= 0 && ay <= frame.height).toBe(true);
        if (a[0] - b[0] > 0.001) expect(ay).toBeLessThan(by);
        if (a[1] - b[1] > 0.001) expect(ax).toBeGreaterThan(bx);
      }),
    );
  });

  test('tiles cover the picture without a gap and ask for what is in their address', () => {
    const frame = mapFrame(bounds);
    const tiles = tilesOf(frame, 'https://tiles.example/{z}/{x}/{y}.png');
    expect(tiles.length).toBeLessThan(40);
    expect(Math.min(...tiles.map((one) => one.x))).toBeLessThanOrEqual(0);
    expect(Math.max(...tiles.map((one) => one.x + one.size))).toBeGreaterThanOrEqual(frame.width);
    expect(Math.min(...tiles.map((one) => one.y))).toBeLessThanOrEqual(0);
    expect(Math.max(...tiles.map((one) => one.y + one.size))).toBeGreaterThanOrEqual(frame.height);
    expect(tiles.every((one) => /^https:\/\/tiles\.example\/\d+\/\d+\/\d+\.png$/.test(one.href))).toBe(true);
  });

  test('names are text, and nobody else is asked when no tiles are named', () => {
    const text = toText(
      outlineMap({
        label: '地図 "1"',
        bounds,
        features: [{ kind: 'landmark', name: '<b>駅</b>', closed: false, lines: [[[36.1, 139.1]]] }],
        marks: [{ at: [36.1, 139.2], text: '3' }],
      }),
    );
    expect(text).toContain('&lt;b&gt;駅');
    expect(text).toContain('aria-label="地図 &quot;1&quot;"');
    expect(text).not.toContain('<image');
  });
});
