/** F7.1 法人番号: thirteen digits, the first of which checks the other twelve (法人番号の指定等に関する省令 第2条). Pure. */

const TWELVE = /^\d{12}$/;

/**
 * The check digit of the twelve digits behind it, 1 to 9: 9 − (Σ Pₙ·Qₙ mod 9), Pₙ the n-th digit from the right, Qₙ 1 where n is odd, 2 where
 * it is even.
 * @throws RangeError when these aren't twelve digits
 */
export function checkDigit(base: string): number {
  if (!TWELVE.test(base)) throw new RangeError('the base of a corporate number has twelve digits');
  const sum = [...base].reverse().reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 2), 0);
  return 9 - (sum % 9);
}

/** A number as people write it (full width, spaces, hyphens, the T of an invoice number) as thirteen digits; null: its digits don't agree. */
export function corporateNumber(typed: string): string | null {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\s\-‐−ー]/g, '')
    .replace(/^T/i, '');
  if (!/^\d{13}$/.test(digits)) return null;
  return Number(digits[0]) === checkDigit(digits.slice(1)) ? digits : null;
}
