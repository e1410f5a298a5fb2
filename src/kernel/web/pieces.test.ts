import { gunzipSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshPiece, gzipOf, keptPiece, plainOf } from './pieces.ts';

const texts = fc.array(
  fc.record({
    text: fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.nat({ max: 90_000 }).map((length) => '市民提案'.repeat(length / 4)),
    ),
    isKept: fc.boolean(),
  }),
  { maxLength: 8 },
);

describe('X12 pieces', () => {
  test('add up to one gzip stream of what they were, whatever their lengths', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        const pieces = parts.map(({ text, isKept }) => (isKept ? keptPiece(text) : freshPiece(text)));
        const whole = parts.map(({ text }) => text).join('');
        expect(gunzipSync(gzipOf(pieces)).toString()).toBe(whole);
        expect(plainOf(pieces).toString()).toBe(whole);
      }),
      { numRuns: 60 },
    );
  });

  test('a wrong sum would be noticed: the stream carries the CRC of the whole', () => {
    const stream = gzipOf([keptPiece('赤い自転車'.repeat(200)), freshPiece('青い帽子')]);
    stream[stream.length - 8]! ^= 1;
    expect(() => gunzipSync(stream)).toThrow();
  });

  test('a kept piece is small, and stands alone', () => {
    const piece = keptPiece('提案'.repeat(5000));
    expect(piece.deflated.length).toBeLessThan(200);
    expect(inflateRawSync(Buffer.concat([piece.deflated, Buffer.from([3, 0])])).length).toBe(30_000);
  });
});
