import { describe, expect, test } from 'vitest';
import { AskedBefore } from './asked-before.ts';

describe('asked before', () => {
  test('a text is known from its second time on', () => {
    const asked = new AskedBefore();
    expect(asked.has('/a?x=1')).toBe(false);
    expect(asked.has('/a?x=2')).toBe(false);
    expect(asked.has('/a?x=1')).toBe(true);
    expect(asked.has('/a?x=1')).toBe(true);
  });

  test('the last thousands are remembered, and not all that ever came', () => {
    const asked = new AskedBefore();
    for (let n = 0; n < 8192; n += 1) asked.has(`/a?x=${n}`);
    expect(asked.has('/a?x=1')).toBe(true);
    for (let n = 0; n < 3 * 8192; n += 1) asked.has(`/b?x=${n}`);
    expect(asked.has('/a?x=1')).toBe(false);
  });
});
