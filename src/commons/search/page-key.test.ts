import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIRST_PAGE, keyFrom, keyText, type PageKey } from './page-key.ts';

const number = fc.nat(999_999_999);
const keys: fc.Arbitrary<PageKey> = fc.record({
  stage: fc.constantFrom(0 as const, 1 as const),
  first: fc.option(number),
  last: fc.option(fc.record({ rank: fc.nat(4), number })),
});

describe('X7 keys of pages', () => {
  test('lead back to where they were made', () => {
    fc.assert(
      fc.property(keys, (key) => {
        expect(keyFrom(keyText(key))).toEqual(key);
      }),
    );
  });

  test.each(['', '2.', '0', '0.1.2', '0.-1', '1.1.1.1.1', 'constructor', '0.9999999999'])(
    '%j leads to the first page',
    (text) => {
      expect(keyFrom(text)).toEqual(FIRST_PAGE);
    },
  );
});
