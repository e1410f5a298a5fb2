import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CanonicalJsonError, type Json } from './canonical-json.ts';
import { commit } from './commitment.ts';

const salt = Buffer.alloc(32, 7);
const actor = '0193f1c2-7a3b-7c4d-8e5f-001122334455';

test('is the SHA-256 of the domain, the salt and the canonical JSON, and of nothing else', () => {
  const content = { title: '横断歩道の青を長く', roles: ['市', '市民'] };
  const expected = createHash('sha256')
    .update('minna-commit-v1')
    .update(salt)
    .update(`{"actor":"${actor}","content":{"roles":["市","市民"],"title":"横断歩道の青を長く"},"part":"text"}`)
    .digest('hex');
  expect(commit({ salt, actor, part: 'text', content }).toString('hex')).toBe(expected);
});

test('a value that never changes, so that proofs given out once hold for ever', () => {
  expect(commit({ salt, actor: null, part: 'text', content: { body: 'a\nb' } }).toString('hex')).toBe(
    'f1610b9f6f9e9404b7b75f9491e26bba9720322236d23710e029f77b9212741c',
  );
});

const anyText = fc.string({ unit: 'grapheme' }).map((text) => text.normalize('NFC').replaceAll(/[\0\r]/g, ''));
const content: fc.Arbitrary<Json> = fc.dictionary(anyText, fc.oneof(anyText, fc.integer(), fc.boolean()), {
  maxKeys: 4,
});

test('for all parts: another salt, actor, part or content is another commitment', () => {
  const anyPart = fc.record({
    salt: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    actor: fc.option(fc.uuid(), { nil: null }),
    part: fc.stringMatching(/^[a-z]{1,8}$/),
    content,
  });
  fc.assert(
    fc.property(anyPart, anyPart, (one, other) => {
      const commitment = commit(one).toString('hex');
      expect(commit(structuredClone(one)).toString('hex')).toBe(commitment);
      for (const changed of [
        { ...one, salt: other.salt },
        { ...one, actor: other.actor },
        { ...one, part: other.part },
        { ...one, content: other.content },
      ]) {
        const same = JSON.stringify(changed) === JSON.stringify(one);
        if (!same) expect(commit(changed).toString('hex')).not.toBe(commitment);
      }
    }),
  );
});

describe('P6 what has no single form is refused', () => {
  test.each<[string, Json]>([
    ['text that is not NFC', { body: 'か\u3099' }],
    ['a name that is not NFC', { 'か\u3099': 1 }],
    ['line ends of Windows', { body: 'a\r\nb' }],
    ['NUL', { body: ['a\0b'] }],
    ['a lone surrogate', { body: '\ud83d' }],
    ['a number that is none', { amount: Number.NaN }],
  ])('%s', (_, content) => {
    expect(() => commit({ salt, actor, part: 'text', content })).toThrow(CanonicalJsonError);
  });

  test('a short salt', () => {
    expect(() => commit({ salt: Buffer.alloc(16), actor, part: 'text', content: {} })).toThrow(RangeError);
  });
});
