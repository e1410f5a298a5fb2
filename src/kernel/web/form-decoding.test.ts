import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePart, parseUrlEncoded } from './form-decoding.ts';
import { FormRefusal } from './form-values.ts';

const limits = { fieldBytes: 1000, fields: 100 };
const parse = (text: string | Uint8Array, own = limits) => parseUrlEncoded(Buffer.from(text as string), own);

function codeOf(step: () => unknown): string | undefined {
  try {
    step();
  } catch (error) {
    if (error instanceof FormRefusal) return `${error.status} ${error.code}`;
    throw error;
  }
  return undefined;
}

describe('parseUrlEncoded', () => {
  test('reads what browsers write: plus, percents, repeated and empty fields', () => {
    const values = parse('title=%E5%AD%A6%E6%A0%A1+A%2BB&tag=a&tag=b&&empty=&bare&__proto__=x&a=1=2');
    expect(values.get('title')).toBe('学校 A+B');
    expect(values.getAll('tag')).toEqual(['a', 'b']);
    expect(values.get('a')).toBe('1=2');
    expect(values.getAll('absent')).toEqual([]);
    expect([values.has('bare'), values.has('absent'), values.size]).toEqual([true, false, 7]);
    const object = values.toObject();
    expect(object).toMatchObject({ tag: ['a', 'b'], empty: '', bare: '' });
    expect(Object.getOwnPropertyDescriptor(object, '__proto__')?.value).toBe('x');
    expect([...values.entries()][0]).toEqual(['title', ['学校 A+B']]);
  });

  test('reads letters that were sent without percents', () => {
    expect(parse('名=値').toObject()).toEqual({ 名: '値' });
  });

  test('agrees with URLSearchParams on all that it writes', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((part) => !part.includes('\0'));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 20 }), (pairs) => {
        const values = parse(new URLSearchParams(pairs).toString());
        for (const [name, value] of pairs) expect(values.getAll(name)).toContain(value);
        expect(values.size).toBe(pairs.length);
      }),
    );
  });

  test.each([
    ['a=%', '400 broken-encoding'],
    ['a=%4', '400 broken-encoding'],
    ['a=%zz', '400 broken-encoding'],
    ['a=%FF', '400 broken-encoding'],
    ['%C3%28=a', '400 broken-encoding'],
    ['a=%C0%80', '400 broken-encoding'],
    ['a=%ED%A0%80', '400 broken-encoding'],
    ['a=b%00c', '400 nul-character'],
    ['a%00=b', '400 nul-character'],
    ['a=b\0', '400 nul-character'],
    [`a=${'x'.repeat(1001)}`, '413 field-too-long'],
    [`a=${'あ'.repeat(334)}`, '413 field-too-long'],
    ['a=1&'.repeat(101), '413 too-many-fields'],
  ])('refuses %.20s with %s', (body, code) => {
    expect(codeOf(() => parse(body))).toBe(code);
  });

  test('refuses bytes that are not UTF-8, and names the field at fault', () => {
    expect(codeOf(() => parse(Buffer.from('a=\xe9', 'latin1')))).toBe('400 broken-encoding');
    expect(() => parse('ok=1&name=%FF')).toThrow(expect.objectContaining({ field: 'name' }));
  });

  test('takes a value that just fits', () => {
    expect(parse(`a=${'x'.repeat(1000)}`).get('a')).toHaveLength(1000);
    expect(parse('a=1&'.repeat(100)).size).toBe(100);
  });

  test('no body makes it fail in another way', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        codeOf(() => parseUrlEncoded(bytes, limits));
      }),
    );
  });
});

describe('decodePart', () => {
  test('reads bytes strictly', () => {
    expect(decodePart(Buffer.from('学校 é').toString('latin1'))).toBe('学校 é');
    expect(codeOf(() => decodePart('\xe9'))).toBe('400 broken-encoding');
    expect(codeOf(() => decodePart('a\0'))).toBe('400 nul-character');
  });

  test('a part that came decoded is refused where something was lost', () => {
    expect(decodePart('学校')).toBe('学校');
    expect(codeOf(() => decodePart('学\ufffd'))).toBe('400 broken-encoding');
    expect(codeOf(() => decodePart('学\ud83d'))).toBe('400 broken-encoding');
  });
});
