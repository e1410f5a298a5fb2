import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FloodGate, rateKey } from './rate-limiter.ts';

const START = Date.parse('2031-04-01T00:00:00Z');
const after = (ms: number) => new Date(START + ms);

describe('rateKey', () => {
  test('is a hash that depends on the secret and on every part', () => {
    const key = rateKey('s', 'sign-in', 'a@example.jp');
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(rateKey('s', 'sign-in', 'a@example.jp')).toBe(key);
    const others = [
      rateKey('t', 'sign-in', 'a@example.jp'),
      rateKey('s', 'sign-up', 'a@example.jp'),
      rateKey('s', 'sign-ina@example.jp'),
    ];
    expect(new Set([key, ...others]).size).toBe(4);
  });
});

describe('FloodGate', () => {
  test('lets a burst through, then as many as flow back', () => {
    const gate = new FloodGate({ perSecond: 2, burst: 3 });
    const tries = (ms: number, times: number) => Array.from({ length: times }, () => gate.admit('a', after(ms)));
    expect(tries(0, 4)).toEqual([true, true, true, false]);
    expect(tries(500, 2)).toEqual([true, false]);
    expect(tries(600_000, 4)).toEqual([true, true, true, false]);
    expect(gate.admit('b', after(600_000))).toBe(true);
  });

  test('one that always comes too soon is not locked out for ever', () => {
    const gate = new FloodGate({ perSecond: 1, burst: 1 });
    const admitted = Array.from({ length: 101 }, (_, at) => gate.admit('a', after(at * 100))).filter(Boolean).length;
    expect(admitted).toBeGreaterThanOrEqual(10);
    expect(admitted).toBeLessThanOrEqual(11);
  });

  test('never lets through more than burst and flow together, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: 2000 }), { maxLength: 100 }), (steps) => {
        const gate = new FloodGate({ perSecond: 2, burst: 5 });
        let ms = 0;
        let forward = 0;
        let admitted = 0;
        for (const step of steps) {
          ms += step;
          forward += Math.max(0, step);
          if (gate.admit('a', after(ms))) admitted += 1;
        }
        expect(admitted).toBeLessThanOrEqual(5 + (forward / 1000) * 2 + 1e-6);
      }),
    );
  });

  test('remembers so many peers and forgets those heard of longest ago', () => {
    const gate = new FloodGate({ perSecond: 1, burst: 1, maxPeers: 100 });
    gate.admit('often', after(0));
    for (let n = 0; n < 1000; n += 1) {
      gate.admit(`peer-${n}`, after(n / 1000));
      expect(gate.admit('often', after(n / 1000))).toBe(false);
    }
    expect(gate.size).toBe(100);
  });
});
