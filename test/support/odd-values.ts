/** What nobody's browser sends, the same for the same seed: for tests that try to bring the program down. */

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function oneOf<T>(random: () => number, all: readonly T[]): T {
  return all[Math.floor(random() * all.length)]!;
}

/** As text; what can't stand in an address or a form as it is, is encoded by whoever sends it. */
export const ODD_TEXTS: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1.5',
  '2147483648',
  '-2147483649',
  '9223372036854775808',
  '99999999999999999999999999',
  '1e309',
  'NaN',
  'Infinity',
  '0x10',
  '１２',
  'null',
  'undefined',
  'true',
  'on',
  '[]',
  '{}',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  "' or 1=1 --",
  '"; drop table votes; --',
  '$1',
  '\\x00',
  '\u0000',
  'a\u0000b',
  '\ufffe',
  '\u202e\u2066',
  'e\u0301'.repeat(40),
  '<script>alert(1)</script>',
  '{{7*7}}',
  '../../../etc/passwd',
  '..%2f..%2f',
  '/',
  '//evil.example',
  'https://evil.example/\r\nset-cookie: a=b',
  'javascript:alert(1)',
  'a\r\nb: c',
  '2026-13-45',
  '2026-02-30',
  '0000-00-00',
  '-000001-01-01',
  '+275760-09-14T00:00:00Z',
  '999999-01-01',
  '2026-11-22T25:61:61Z',
  '24:60',
  'nobody@',
  '@',
  '"a b"@example.jp',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '1111111111111111111111',
  'zzzzzzzzzzzzzzzzzzzzzz',
  '1111111111111111111111-',
  'agree',
  'あ',
  '𠮷野家👨‍👩‍👧‍👦',
  'あ'.repeat(3_000),
  'a'.repeat(70_000),
  ' \n\t\r'.repeat(500),
  '1,2,3',
  '35.6,139.7',
  '91,181',
];

/** Percent-encoded parts that no sane program writes; they stand in an address as they are. */
export const ODD_ESCAPES: readonly string[] = [
  '%',
  '%zz',
  '%00',
  '%ed%a0%80',
  '%ff%fe',
  '%c0%af',
  '%2e%2e%2f',
  '%0d%0a',
  '%25%32%35',
];

/** As JSON. */
export const ODD_JSON: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  2 ** 53,
  '',
  '\u0000',
  '\ud800',
  [],
  {},
  [null],
  [[[[[[[[]]]]]]]],
  { $ne: null },
  { __proto__: null, constructor: { prototype: 1 } },
  '00000000-0000-0000-0000-000000000000',
  'あ'.repeat(3_000),
  Array.from({ length: 2_000 }, (_, at) => at),
];
