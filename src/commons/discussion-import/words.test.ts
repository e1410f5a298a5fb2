import { describe, expect, test } from 'vitest';
import { LANGS } from '#kernel/lang.ts';
import { attribution, POLIS_ATTRIBUTION } from './attribution.ts';
import { dayOf } from './cells.ts';
import { excerpt, type ProblemCode, Problems, TOLD } from './problems.ts';
import { importWords } from './terminal-words.ts';
import { problemSentence, words } from './words.ts';

const FACTS = {
  columns: 'a',
  found: 3,
  expected: 4,
  until: 9,
  value: 'x',
  column: 'c',
  id: '5',
  first: 2,
  length: 1,
  max: 7,
};
const NOT_SENTENCES = new Set(['file', 'line', 'what', 'more', 'moreAtLeast']);

describe('F9.2 what is wrong with a line', () => {
  const codes = Object.keys(words('ja').problems).filter((key) => !NOT_SENTENCES.has(key)) as ProblemCode[];

  test.each(LANGS)('%s: every code says what to do, with all its facts known', (lang) => {
    for (const code of codes) {
      const sentence = problemSentence({ code, facts: FACTS }, lang);
      expect(sentence.length).toBeGreaterThan(10);
      expect(sentence).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test('on a terminal: by file and line, and how many more', () => {
    const problems = new Problems('votes.csv');
    for (let line = 2; line < 30; line += 1) problems.add(line, 'bad-vote', { value: '7' });
    const en = importWords({ LANG: 'C' }).refused([problems.report()]).split('\n');
    expect(en).toHaveLength(TOLD + 2);
    expect(en[1]).toBe('votes.csv line 2: The vote “7” cannot be read. Write 1 (agree), -1 (disagree) or 0 (pass)');
    expect(en.at(-1)).toBe('votes.csv: and 8 more lines');
    const ja = importWords({ LC_ALL: 'ja_JP.UTF-8' }).refused([problems.report()]).split('\n');
    expect(ja.at(-1)).toBe('votes.csv：このほかに8行');
  });

  test('so many that nobody would read on end the reading', () => {
    const problems = new Problems('votes.csv');
    for (let line = 2; line < 20_000; line += 1) problems.add(line, 'bad-vote');
    expect(problems.full).toBe(true);
    expect(problems.report()).toMatchObject({ bad: 10_000, stopped: true });
    expect(importWords({}).refused([problems.report()])).toContain('and at least 9,980 more lines');
  });

  test('a cell is shown short, on one line, without what moves a cursor', () => {
    expect(excerpt('a\n\u001b[2Jb')).toBe('a [2Jb');
    expect(excerpt('あ'.repeat(100))).toBe(`${'あ'.repeat(40)}…`);
  });
});

describe('F9.2 the source line', () => {
  const none = { opinions: 3, hidden: 0 };

  test('is that of Polis where the conversation was held there', () => {
    const urls = ['https://example.org/about', 'https://pol.is/3x'];
    expect(attribution({ urls, licence: '' }, none)).toBe(
      `${POLIS_ATTRIBUTION} https://example.org/about https://pol.is/3x`,
    );
  });

  test('claims no licence for others, and none where a host only looks like it', () => {
    expect(attribution({ urls: ['https://pol.is.example/3x'], licence: '' }, none)).toBe('https://pol.is.example/3x');
    expect(attribution({ urls: [], licence: '' }, none)).toBeNull();
  });
});

test('F9.2 a day begins at midnight in Tokyo', () => {
  expect(dayOf(Date.UTC(2019, 8, 1, 14, 59, 59))).toBe(Date.UTC(2019, 7, 31, 15));
  expect(dayOf(Date.UTC(2019, 8, 1, 15))).toBe(Date.UTC(2019, 8, 1, 15));
});
