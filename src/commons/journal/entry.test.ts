import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf, utf8 } from './bytes.ts';
import {
  buildEntry,
  EntryError,
  type EventEntry,
  isContinuation,
  MAX_PARTS,
  parseEntry,
  parseEventEntry,
} from './entry.ts';
import { MAX_ENTRY_BYTES } from './tiles.ts';

const entry: EventEntry = {
  hub: 1,
  event: 'f3b5a1de-0d1c-4c57-9f0b-5f2a0c4f7e11',
  at: '2026-11-22T03:04:05.678Z',
  verb: 'proposals.published',
  object: '0193f1c2-7a3b-7c4d-8e5f-001122334455',
  version: 1,
  commitments: ['b'.repeat(64), 'a'.repeat(64)],
};

test('an entry is this line, and nothing else is in it', () => {
  expect(textOf(buildEntry(entry))).toBe(
    `{"at":"2026-11-22T03:04:05.678Z","commitments":["${'a'.repeat(64)}","${'b'.repeat(64)}"],` +
      `"event":"f3b5a1de-0d1c-4c57-9f0b-5f2a0c4f7e11","hub":1,"object":"0193f1c2-7a3b-7c4d-8e5f-001122334455",` +
      `"verb":"proposals.published","version":1}`,
  );
});

const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const anyEntry: fc.Arbitrary<EventEntry> = fc.record({
  hub: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  event: fc.uuid(),
  at: fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }).map((time) => time.toISOString()),
  verb: fc.stringMatching(/^[a-z-]{1,30}\.[a-z-]{1,30}$/),
  object: fc.uuid(),
  version: fc.nat(),
  commitments: fc.uniqueArray(hash, { maxLength: 5 }),
});

test('for all entries: read as they were built, whatever the order of their parts', () => {
  fc.assert(
    fc.property(anyEntry, (entry) => {
      const bytes = buildEntry(entry);
      expect(parseEntry(bytes)).toEqual({ ...entry, commitments: [...entry.commitments].sort() });
      expect(buildEntry({ ...entry, commitments: [...entry.commitments].reverse() })).toEqual(bytes);
    }),
  );
});

test('for all entries: a changed byte makes another entry or none', () => {
  fc.assert(
    fc.property(anyEntry, fc.nat(), fc.nat({ max: 255 }), (entry, at, byte) => {
      const bytes = buildEntry(entry);
      const changed = Uint8Array.from(bytes);
      changed[at % bytes.length] = byte;
      fc.pre(changed[at % bytes.length] !== bytes[at % bytes.length]);
      let read: unknown = null;
      try {
        read = parseEntry(changed);
      } catch (error) {
        expect(error).toBeInstanceOf(EntryError);
      }
      expect(read).not.toEqual(parseEntry(bytes));
    }),
  );
});

test('as many parts as there may be fit into a bundle', () => {
  const commitments = Array.from({ length: MAX_PARTS }, (_, i) => String(i).padStart(64, '0'));
  const largest = {
    ...entry,
    hub: 2 ** 31 - 1,
    version: 2 ** 31 - 1,
    verb: `${'a'.repeat(49)}.${'b'.repeat(50)}`,
    commitments,
  };
  expect(buildEntry(largest).length).toBeLessThanOrEqual(MAX_ENTRY_BYTES);
  expect(() => buildEntry({ ...entry, commitments: [...commitments, 'f'.repeat(64)] })).toThrow(EntryError);
});

describe('P6 what is no entry', () => {
  test.each<[string, object]>([
    ['an actor', { ...entry, actor: entry.object }],
    ['an address', { ...entry, slug: 'koen' }],
    ['a text as verb', { ...entry, verb: '公園の提案' }],
    ['an endless verb', { ...entry, verb: `${'a'.repeat(60)}.${'a'.repeat(60)}` }],
    ['a time zone', { ...entry, at: '2026-11-22T12:04:05.678+09:00' }],
    ['a day there is not', { ...entry, at: '2026-02-30T00:00:00.000Z' }],
    ['no hub', { ...entry, hub: 0 }],
    ['half a version', { ...entry, version: 1.5 }],
    ['the same commitment twice', { ...entry, commitments: ['a'.repeat(64), 'a'.repeat(64)] }],
    ['half a commitment', { ...entry, commitments: ['a'.repeat(32)] }],
    ['a number as commitment', { ...entry, commitments: [1] }],
    ['an id in capitals', { ...entry, event: entry.event.toUpperCase() }],
  ])('%s', (_, value) => {
    expect(() => buildEntry(value as EventEntry)).toThrow(EntryError);
    expect(() => parseEntry(utf8(JSON.stringify(value)))).toThrow(EntryError);
  });

  test.each([
    ['white space', ` ${textOf(buildEntry(entry))}`],
    ['another order of members', JSON.stringify({ ...entry, commitments: [] })],
    ['a member twice', textOf(buildEntry(entry)).replace('{', '{"at":"2026-11-22T03:04:05.678Z",')],
    ['commitments out of order', textOf(buildEntry(entry)).replace('"a', '"c')],
    ['a byte order mark', `\ufeff${textOf(buildEntry(entry))}`],
    ['null', 'null'],
    ['an array', '[]'],
    ['an empty object', '{}'],
    ['half of one', textOf(buildEntry(entry)).slice(0, 50)],
  ])('%s', (_, text) => expect(() => parseEntry(utf8(text))).toThrow(EntryError));

  test('bytes that are no UTF-8', () => expect(() => parseEntry(Uint8Array.of(0xff))).toThrow(EntryError));
});

test('a log can begin where another one ended', () => {
  const continues = `aozora.example/journal\n0\n${'A'.repeat(43)}=\n\n— aozora.example/journal AAAAAAA=\n`;
  const beginning = { hub: 1, at: entry.at, continues };
  const read = parseEntry(buildEntry(beginning));
  expect(isContinuation(read) && read.continues).toBe(continues);
  expect(isContinuation(parseEntry(buildEntry(entry)))).toBe(false);
  expect(parseEventEntry(buildEntry(entry)).verb).toBe(entry.verb);
  expect(() => parseEventEntry(buildEntry(beginning))).toThrow(EntryError);
  expect(() => buildEntry({ ...beginning, continues: 'aozora.example/journal' })).toThrow(EntryError);
  expect(() => buildEntry({ ...beginning, continues: 1 as unknown as string })).toThrow(EntryError);
});
