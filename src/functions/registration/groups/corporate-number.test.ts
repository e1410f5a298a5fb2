import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigit, corporateNumber } from './corporate-number.ts';

describe('F7.1 corporate numbers', () => {
  test.each(['7000012050002', '5835678256246', ' 7000-0120-50002 ', 'T7000012050002', '７００００１２０５０００２'])(
    '%s is one',
    (typed) => expect(corporateNumber(typed)).toMatch(/^\d{13}$/),
  );

  test.each(['2835678256246', '700001205000', '70000120500022', '', '法人'])('%s is none', (typed) =>
    expect(corporateNumber(typed)).toBeNull(),
  );

  test('twelve digits have exactly one check digit, 1 to 9, and no single mistyped digit passes unless 9 apart from a 0', () => {
    const base = fc.stringMatching(/^\d{12}$/);
    fc.assert(
      fc.property(base, fc.nat(11), fc.integer({ min: 1, max: 8 }), (digits, at, shift) => {
        const good = `${checkDigit(digits)}${digits}`;
        expect(corporateNumber(good)).toBe(good);
        const was = Number(digits[at]);
        const next = (was + shift) % 10;
        if (Math.abs(was - next) === 9) return;
        const wrong = `${good.slice(0, at + 1)}${next}${good.slice(at + 2)}`;
        expect(corporateNumber(wrong)).toBeNull();
      }),
    );
  });
});
