import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Searchable } from '#kernel/module.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { happenings } from '../../happenings.ts';
import { mendKind } from './mend.ts';
import { nextThings } from './sources.ts';

let town: TestTown;

beforeAll(async () => {
  town = await openTestTown();
});
afterAll(() => town.close());

const kinds = happenings.flatMap(({ searchable = {} }) =>
  Object.entries(searchable).flatMap(([kind, one]): [string, Searchable][] =>
    typeof one === 'string' ? [] : [[kind, one]],
  ),
);

describe('X7 every kind that is searched', () => {
  test.each(kinds)('%s is read by its SQL, kept and called by a word in every language', async (kind, one) => {
    const read = await town.read((db) => nextThings(db, kind, null, 10));
    for (const { id, at, title, body, under } of read) {
      expect(at).toBeInstanceOf(Date);
      expect([id, title, body, under].every((text) => typeof text === 'string')).toBe(true);
    }
    const count = await town.hubwise.write(town.hub.id, (db) => mendKind(db, town.hub.id, kind));
    expect(count).toBe(read.length);
    expect(await town.hubwise.write(town.hub.id, (db) => mendKind(db, town.hub.id, kind))).toBe(0);
    for (const lang of ['ja', 'easy', 'en'] as const) expect(one.word(lang)).not.toBe('');
    const id = '01234567-89ab-7def-8123-456789abcdef';
    expect(one.place({ id, title: '夜の照明', underId: id })).toMatch(/^\/[a-z-]+\/./);
    expect(one.shownTitle?.('2026年度 第3回', 'en') ?? 'x').not.toBe('');
  });
});
