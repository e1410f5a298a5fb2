import { describe, expect, test } from 'vitest';
import { callFrom } from './search.ts';

describe('X7 ./minna search', () => {
  test('rebuilds the index of the first town, or of the one that is named', () => {
    expect(callFrom(['rebuild']).hubKey).toBeNull();
    expect(callFrom(['rebuild', '--hub', 'tonari']).hubKey).toBe('tonari');
  });

  test.each([[[]], [['find']], [['rebuild', 'now']], [['rebuild', '--quick']]])(
    '%j is answered with how it is called',
    (args) => {
      expect(() => callFrom(args)).toThrow('Usage: ./minna search rebuild');
    },
  );
});
