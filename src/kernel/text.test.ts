import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { BrokenText, isBlank, isSound, lengthOf, line, normalise, normaliseLine, prose } from './text.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('\r', '\n', ' ', '\t', '　', 'か', '\u3099', '\0', '\u202e', '\u2028', '\ud83d', 'e', '\u0301'),
    )
    .map((parts) => parts.join('')),
);

function codesOf(schema: z.ZodType, input: unknown): string[] {
  const result = schema.safeParse(input);
  return result.success ? [] : result.error.issues.map((issue) => issue.message);
}

describe('normalise', () => {
  test('makes one form of line ends, composition and spaces', () => {
    expect(normalise('\r\n\n  一行目  \r二行目\u2028\tか\u3099\u0007　\n \n')).toBe('  一行目\n二行目\n\tが');
    expect(normaliseLine(' みんな　の\r\n 広場 ')).toBe('みんな の 広場');
  });

  test('keeps what writing needs: joiners of emoji, indents, tabs', () => {
    expect(normalise('　字下げ')).toBe('　字下げ');
    expect(normalise('👩\u200d👧')).toBe('👩\u200d👧');
    expect(normalise('葛\u{e0100}城')).toBe('葛\u{e0100}城');
  });

  test('takes out what reverses the text around it', () => {
    expect(normalise('a\u202eb\u2066c\u2069')).toBe('abc');
  });

  test('running it again changes nothing, and what it gives can be stored', () => {
    fc.assert(
      fc.property(anyText.filter(isSound), (text) => {
        for (const tidy of [normalise, normaliseLine]) {
          const once = tidy(text);
          expect(tidy(once)).toBe(once);
          expect(once).toBe(once.normalize('NFC'));
          expect(isSound(once)).toBe(true);
          expect(once.includes('\r')).toBe(false);
        }
        expect(normaliseLine(text)).not.toMatch(/[\n\t]/);
      }),
      { numRuns: 500 },
    );
  });

  test('refuses lone surrogates and NUL', () => {
    expect(() => normalise('a\0')).toThrow(BrokenText);
    expect(() => normaliseLine('\ud83d')).toThrow(BrokenText);
  });
});

describe('lengthOf', () => {
  test('counts code points', () => {
    expect(lengthOf('')).toBe(0);
    expect(lengthOf('みんな𠮷👍')).toBe(5);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(lengthOf(text)).toBe([...text].length);
      }),
    );
  });
});

describe('isBlank', () => {
  test('sees through letters that show nothing', () => {
    for (const blank of ['', ' ', '　', '\u200b\u200d', '\u3164', '\u2800', '\ufe0f'])
      expect(isBlank(blank)).toBe(true);
    for (const seen of ['a', '。', ' 々 ', '👍']) expect(isBlank(seen)).toBe(false);
  });
});

describe('line and prose', () => {
  test('give the text as it is kept', () => {
    expect(line({ max: 20 }).parse(' 学校\r\nの庭 ')).toBe('学校 の庭');
    expect(prose({ max: 20 }).parse('一\r\n二  ')).toBe('一\n二');
    expect(prose({ min: 0, max: 20 }).parse('  ')).toBe('');
  });

  test('say a code for what is wrong', () => {
    const schema = prose({ min: 3, max: 5 });
    expect(codesOf(schema, undefined)).toEqual(['required']);
    expect(codesOf(schema, null)).toEqual(['required']);
    expect(codesOf(schema, ' \u200b')).toEqual(['required']);
    expect(codesOf(schema, 'ab')).toEqual(['too-short']);
    expect(codesOf(schema, 'abcdef')).toEqual(['too-long']);
    expect(codesOf(schema, 'a\0bc')).toEqual(['broken-text']);
    expect(codesOf(schema, 'ab\udc00')).toEqual(['broken-text']);
    expect(codesOf(schema, ['a', 'b'])).toEqual(['broken-text']);
    expect(codesOf(line({ min: 0, max: 3 }), 'abcd')).toEqual(['too-long']);
  });

  test('say the bounds with the code', () => {
    const result = line({ min: 2, max: 4 }).safeParse('abcde');
    expect(result.error?.issues[0]).toMatchObject({ params: { code: 'too-long', min: 2, max: 4, length: 5 } });
  });

  test('an author never loses a character that fits: length is counted after tidying', () => {
    expect(prose({ max: 3 }).parse('か\u3099\r\na  ')).toBe('が\na');
  });

  test('any input is either kept sound and within its bounds, or refused with one known code', () => {
    fc.assert(
      fc.property(anyText, fc.nat(4), fc.integer({ min: 4, max: 12 }), (text, min, max) => {
        const result = prose({ min, max }).safeParse(text);
        if (result.success) {
          expect(isSound(result.data)).toBe(true);
          expect(lengthOf(result.data)).toBeLessThanOrEqual(max);
          if (result.data !== '') expect(lengthOf(result.data)).toBeGreaterThanOrEqual(min);
        } else {
          expect(result.error.issues).toHaveLength(1);
          expect(['required', 'too-short', 'too-long', 'broken-text']).toContain(result.error.issues[0]!.message);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('stay strings with bounds in the description of the API', () => {
    expect(z.toJSONSchema(z.object({ title: line({ min: 2, max: 80 }) }))).toMatchObject({
      properties: { title: { type: 'string', minLength: 2, maxLength: 80 } },
    });
  });
});
