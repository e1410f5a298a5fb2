import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGS } from '#kernel/lang.ts';
import { readColour, tooPale } from './colour.ts';
import { changedPaths, isTyped, leavesOf, readStarts, standingSince, typedRules } from './rule-leaves.ts';
import { ruleGroup, ruleName, ruleValue } from './rule-values.ts';
import { defaultRules, hubRules } from './rules.ts';
import { wholeRules } from './undecided-rules.ts';

const whole = wholeRules(defaultRules);

describe('P9 the rules of a hub in words', () => {
  test.each(LANGS)('every rule has a name, a group and a value in %s', (lang) => {
    for (const [path, value] of leavesOf(hubRules.parse(whole))) {
      expect(ruleName(path, lang), path).not.toBe(path);
      expect(ruleGroup(path, lang), path).not.toBe('other');
      expect(ruleValue(path, value, lang), path).not.toMatch(/undefined|\[object/);
    }
  });

  test('values read as people say them', () => {
    expect(ruleValue('rounds.starts', ['04-01', '10-01'], 'ja')).toBe('4月1日、10月1日');
    expect(ruleValue('rounds.days.debating', 34, 'ja')).toBe('34日');
    expect(ruleValue('limits.opinion', 1400, 'en')).toBe('up to 1,400 characters');
    expect(ruleValue('levels.vote', 2, 'ja')).toBe('市民と確認した人');
    expect(ruleValue('open', ['participation'], 'en')).toContain('Participation');
    expect(ruleValue('open', [], 'ja')).toBe('なし');
  });
});

describe('P9 two versions', () => {
  const two = structuredClone(defaultRules);
  two.rounds.starts = ['04-01', '10-01'];
  two.limits.opinion = 600;
  const three = structuredClone(two);
  three.limits.opinion = 400;

  test('differ where they differ', () => {
    expect(changedPaths(defaultRules, defaultRules)).toEqual([]);
    expect(changedPaths(defaultRules, two)).toEqual(['rounds.starts', 'limits.opinion']);
    expect(changedPaths(defaultRules, { ...defaultRules, files: { megabytes: 1, most: 1 } })).toEqual([
      'files.megabytes',
      'files.most',
    ]);
  });

  test('a value stands since the version that last changed it, also when it came back', () => {
    const since = standingSince([
      { version: 1, rules: defaultRules },
      { version: 2, rules: two },
      { version: 3, rules: three },
    ]);
    expect(since.get('rounds.starts')).toBe(2);
    expect(since.get('limits.opinion')).toBe(3);
    expect(since.get('limits.title')).toBe(1);
  });
});

describe('P9 what is typed into the form of the rules', () => {
  test.each([
    ['4月1日\n10月1日', ['04-01', '10-01']],
    ['10/1、4/1', ['04-01', '10-01']],
    ['０４－０１', ['04-01']],
    ['2月1日, 11-01', ['11-01', '02-01']],
  ])('%s is read as days of the fiscal year', (text, days) => {
    expect(readStarts(text)).toEqual(days);
  });
  test.each(['', 'はる', '4月', '4月1日 と 5月1日'])('%s is not', (text) => {
    expect(readStarts(text)).toBeNull();
  });

  test('each mistake stands at its field, and nothing is taken over', () => {
    const typed = typedRules(defaultRules, {
      'rounds.starts': '13月1日',
      'limits.opinion': 'たくさん',
      'rounds.days.finalAnswer': '30',
      'hourly.votes': '0',
      'levels.vote': '3',
    });
    expect(typed).toEqual({
      mistakes: expect.arrayContaining([
        { path: 'rounds.starts', code: 'bad-start' },
        { path: 'limits.opinion', code: 'not-a-whole-number' },
        { path: 'hourly.votes', code: 'too-few', facts: { min: 1 } },
        { path: 'levels.vote', code: 'too-many', facts: { max: 2 } },
        { path: 'rounds.days.finalAnswer', code: 'final-before-interim' },
      ]),
    });
    expect(typedRules(defaultRules, { 'rounds.starts': '4/1\n4月1日' })).toEqual({
      mistakes: [{ path: 'rounds.starts', code: 'same-start' }],
    });
  });

  test('every present value, typed again, gives the same rules', () => {
    const typed = Object.fromEntries(
      [...leavesOf(defaultRules)]
        .filter(([path, value]) => isTyped(path, value))
        .map(([path, value]) => [
          path,
          Array.isArray(value) ? value.join('\n') : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value),
        ]),
    );
    const again = typedRules(defaultRules, typed);
    expect('rules' in again && again.rules.rounds.starts).toEqual(['04-01', '07-01', '10-01', '01-01']);
    expect('rules' in again && changedPaths(defaultRules, again.rules)).toEqual([]);
  });

  test('whatever is typed, what comes out are rules', () => {
    const paths = [...leavesOf(defaultRules).keys()];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...paths), fc.oneof(fc.string(), fc.nat().map(String))), (typed) => {
        const read = typedRules(defaultRules, typed);
        if ('rules' in read) expect(hubRules.safeParse(read.rules).success).toBe(true);
        else expect(read.mistakes.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('X11 the colour of a town', () => {
  test('is read, and must be seen on white', () => {
    expect(readColour(' 197A4B ')).toBe('#197a4b');
    expect(readColour('')).toBe('green');
    expect(readColour('red; }')).toBeNull();
    expect(tooPale('#197a4b')).toBeNull();
    expect(tooPale('green')).toBeNull();
    const pale = tooPale('#ffe9a8')!;
    expect(pale.ratio).toBeLessThan(3);
    expect(tooPale(pale.instead)).toBeNull();
  });
});

describe('P9 rules that are lists', () => {
  const row = (n: number, from: string, until: string, name = '選挙') =>
    Object.fromEntries(
      Object.entries({ ja: name, easy: name, en: name, from, until }).map(([part, text]) => [
        `moderation.elections.${n}.${part}`,
        text,
      ]),
    );

  test('grounds are one a line, and none that there isn’t', () => {
    const typed = (text: string) => typedRules(defaultRules, { 'moderation.grounds': text });
    expect(typed('\nthreat\nother')).toMatchObject({ rules: { moderation: { grounds: ['threat', 'other'] } } });
    expect(typed('')).toMatchObject({ mistakes: [{ path: 'moderation.grounds', code: 'too-few' }] });
    expect(typed('\nweather')).toHaveProperty('mistakes');
  });

  test('elections come in the order of their days; emptied rows are left out, half ones refused', () => {
    const typed = {
      ...row(0, '2027-04-10', '2027-04-20'),
      ...row(1, '', '', ''),
      ...row(2, '2026-11-15', '2026-11-22'),
    };
    expect(typedRules(defaultRules, typed)).toMatchObject({
      rules: { moderation: { elections: [{ from: '2026-11-15' }, { from: '2027-04-10' }] } },
    });
    expect(typedRules(defaultRules, row(0, '2026-02-30', '2026-03-01', ''))).toMatchObject({
      mistakes: ['ja', 'easy', 'en', 'from'].map((part) => ({ path: `moderation.elections.0.${part}` })),
    });
  });

  test('what was never decided stays undecided while it stays as it is', () => {
    const typed = typedRules(defaultRules, { 'files.megabytes': '10', 'files.most': '20', 'plans.commentDays': '40' });
    expect(typed).toMatchObject({ rules: { plans: { commentDays: 40, eraseDays: 365 } } });
    expect(typedRules(defaultRules, { 'patronage.dueDays': '14' })).toMatchObject({
      rules: { patronage: { dueDays: 14, paperDays: 90 } },
    });
    expect(typedRules(defaultRules, { 'patronage.dueDays': '0' })).toMatchObject({
      mistakes: [{ path: 'patronage.dueDays' }],
    });
    expect('rules' in typed && typed.rules.files).toBeUndefined();
  });
});
