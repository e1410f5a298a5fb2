import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUuid, parseRef, parseShortId, randomId, ref, shortId, slug, uuidv7, withoutTails } from './ids.ts';

const NIL = '00000000-0000-0000-0000-000000000000';
const MAX = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

describe('uuidv7', () => {
  test('carries version, variant and the time of its making', () => {
    const id = uuidv7(new Date('2031-04-01T00:00:00.123Z'));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2031-04-01T00:00:00.123Z'));
  });

  test('ids of one process grow, within a millisecond and through small steps back of the clock', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -200, max: 50 }), { minLength: 2, maxLength: 40 }), (steps) => {
        let ms = Date.parse('2032-01-01T00:00:00Z');
        uuidv7(new Date(ms - 60_000_000));
        const ids = steps.map((step) => {
          ms += step;
          return uuidv7(new Date(ms));
        });
        expect([...ids].sort()).toEqual(ids);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('follows a clock that was set back by more than a correction', () => {
    uuidv7(new Date('2040-01-01T00:00:00Z'));
    const id = uuidv7(new Date('2030-01-01T00:00:00Z'));
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2030-01-01T00:00:00Z'));
  });

  test('a hundred thousand in one millisecond are different and in order', () => {
    const now = new Date('2033-01-01T00:00:00Z');
    const ids = Array.from({ length: 100_000 }, () => uuidv7(now));
    expect(ids.every((id, at) => at === 0 || ids[at - 1]! < id)).toBe(true);
  });

  test('takes its chance from the given source', () => {
    const now = new Date('2034-01-01T00:00:00Z');
    const id = uuidv7(now, (size) => new Uint8Array(size).fill(0xab));
    expect(id.endsWith('abababababab')).toBe(true);
  });
});

describe('short ids', () => {
  test('every UUID has one of 22 characters, and comes back', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        const short = shortId(uuid);
        expect(short).toHaveLength(22);
        expect(parseShortId(short)).toBe(uuid);
      }),
    );
    for (const uuid of [NIL, MAX, randomId()]) expect(parseShortId(shortId(uuid))).toBe(uuid);
  });

  test('sort as their UUIDs', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (a, b) => {
        expect(shortId(a) < shortId(b)).toBe(a < b);
      }),
    );
  });

  test('anything else is null, never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const uuid = parseShortId(text);
        if (uuid !== null) expect(shortId(uuid)).toBe(text);
      }),
    );
    expect(parseShortId('z'.repeat(22))).toBeNull();
    expect(parseShortId(shortId(MAX).slice(1))).toBeNull();
    expect(parseShortId(`0${shortId(NIL).slice(1)}`)).toBeNull();
  });

  test('refuse what is not a UUID', () => {
    expect(() => shortId('12')).toThrow(RangeError);
    expect(() => shortId(MAX.toUpperCase())).toThrow(RangeError);
    expect(isUuid(randomId())).toBe(true);
  });
});

describe('slugs and refs', () => {
  test('keep Japanese letters, fold widths, turn everything else into one hyphen', () => {
    expect(slug('学校の 「ビオトープ」を、ひらこう!')).toBe('学校の-ビオトープ-を-ひらこう');
    expect(slug('ＡＢＣ　１２３')).toBe('abc-123');
    expect(slug('ｶﾞｲﾄﾞ・々〆ヶ')).toBe('ガイド-々〆ヶ');
    expect(slug('🎉 /?#%<>"')).toBe('');
    expect(slug('あ'.repeat(50))).toBe('あ'.repeat(30));
  });

  test('a ref leads back to its id whatever the title, and holds nothing that an address or HTML reads as its own', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string({ unit: 'binary' }), (uuid, title) => {
        const written = ref(uuid, title);
        expect(parseRef(written)).toBe(uuid);
        expect(written).toMatch(/^[\p{L}\p{N}\p{M}-]+$/u);
        expect([...written].length).toBeLessThanOrEqual(22 + 1 + 30);
        expect(written.endsWith('-')).toBe(false);
        expect(() => encodeURI(written)).not.toThrow();
      }),
    );
  });

  test('a changed or cut tail still leads to the thing; a glued one does not', () => {
    const uuid = randomId();
    expect(parseRef(`${shortId(uuid)}-%E3%81%82`)).toBe(uuid);
    expect(parseRef(`${shortId(uuid)}-`)).toBe(uuid);
    expect(parseRef(`${shortId(uuid)}x`)).toBeNull();
    expect(parseRef('')).toBeNull();
  });

  test('a path loses the tails of its ids and nothing else', () => {
    const id = shortId(randomId());
    expect(withoutTails(`/debates/${id}-%E3%81%82-b/next-opinion`)).toBe(`/debates/${id}/next-opinion`);
    expect(withoutTails(`/proposals/${id}`)).toBe(`/proposals/${id}`);
    expect(withoutTails('/moderation/rules-of-the-house-and-more')).toBe('/moderation/rules-of-the-house-and-more');
  });
});
