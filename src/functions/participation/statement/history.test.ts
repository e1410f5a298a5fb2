import { describe, expect, test } from 'vitest';
import { historyOf } from './history.ts';
import type { PointVersion } from './point-queries.ts';

const version = (n: number, body: string, cites: string[], person = 'shiori', day = '2026-12-10'): PointVersion => ({
  version: n,
  section: 'views',
  body,
  cites,
  numbers: {},
  machine: false,
  person_id: person,
  person_name: person,
  written_at: new Date(`${day}T10:00:00+09:00`),
});

describe('F9.5 the history of a point', () => {
  test('one who cites one opinion after another is told of once, with what came of it', () => {
    const entries = historyOf([
      version(5, '文', ['a', 'c'], 'hashi'),
      version(4, '文', ['a'], 'hashi'),
      version(3, '文', ['a', 'b'], 'hashi'),
      version(2, '文', ['a']),
      version(1, '文', []),
    ]);
    expect(entries.map(({ from, to, added, removed }) => ({ from, to, added, removed }))).toEqual([
      { from: 3, to: 5, added: ['c'], removed: [] },
      { from: 2, to: 2, added: ['a'], removed: [] },
      { from: 1, to: 1, added: [], removed: [] },
    ]);
  });

  test('changed words, another section, another day and another person each stand alone', () => {
    const moved: PointVersion = { ...version(4, '直した文', ['a']), section: 'dissent' };
    const entries = historyOf([
      version(5, '直した文', ['a', 'b'], 'shiori', '2026-12-11'),
      moved,
      version(3, '直した文', ['a']),
      version(2, '文', ['a']),
      version(1, '文', ['a']),
    ]);
    expect(entries.map(({ to, reworded, moved: away }) => [to, reworded, away])).toEqual([
      [5, false, true],
      [4, false, true],
      [3, true, false],
      [2, false, false],
      [1, false, false],
    ]);
  });

  test('the oldest version of a page is only compared with, but the first of all is shown', () => {
    expect(historyOf([version(9, '新', []), version(8, '旧', [])]).map(({ to }) => to)).toEqual([9]);
    expect(historyOf([version(1, '初', ['a'])])).toMatchObject([{ from: 1, before: null, added: ['a'] }]);
    expect(historyOf([])).toEqual([]);
  });
});
