import { describe, expect, test } from 'vitest';
import type { Module } from '#kernel/module.ts';
import { happenings } from '../../src/happenings.ts';
import { modules } from '../../src/modules.ts';
import { CODE, filesIn } from './reading/files.ts';
import { noticeFindings, type Teller, tellingFindings, toldKinds, unsearchedFindings } from './rules/happenings.ts';

const files = filesIn(CODE);

describe('happenings', () => {
  test('of every module stand in src/happenings.ts, for web and worker alike', () => {
    const keys = ['verbs', 'places', 'tells', 'followable', 'notices', 'dates', 'searchable'] as const;
    for (const key of keys) {
      const inManifests = modules.flatMap((module: Module) => (module[key] ? [module[key]] : []));
      const listed = happenings.flatMap((one) => (one[key] ? [one[key]] : []));
      expect(new Set(listed), key).toEqual(new Set(inManifests));
    }
  });

  test('every kind of thing that has a place is found by its words, or says why it is not', () => {
    expect(unsearchedFindings(modules)).toEqual([]);
  });

  test('every kind of notice that is told has its words', () => {
    expect(noticeFindings(modules, toldKinds(files))).toEqual([]);
  });

  test('followers are told of events that exist', () => {
    expect(tellingFindings(modules)).toEqual([]);
  });
});

describe('the rules of happenings find', () => {
  const words = () => ({ subject: 'x', text: 'y' });
  const teller = (more: Partial<Teller>): Teller => ({ name: 'sample', emits: [], ...more });
  const told = (text: string) => toldKinds([{ path: 'src/commons/sample/act.ts', text }]);

  test('a notice without words, in each language', () => {
    expect(noticeFindings([teller({})], told("await tell(ctx, { people: [a], kind: 'a.asked' });"))).toHaveLength(3);
  });
  test('words that nobody needs', () => {
    expect(noticeFindings([teller({ notices: () => ({ 'a.asked': words }) })], [])).toHaveLength(1);
  });
  test('words in some languages only', () => {
    const spoken: Record<string, () => ReturnType<typeof words>> = { 'a.asked': words };
    const notices: Teller['notices'] = (lang) => (lang === 'en' ? {} : spoken);
    expect(noticeFindings([teller({ notices })], told("tell(ctx, { kind: 'a.asked' })"))).toHaveLength(2);
  });
  test('a kind with a place that nobody searches, and one that does not say why', () => {
    const places = { thing: () => '/things/1' };
    expect(unsearchedFindings([{ name: 'sample', places }])).toEqual([
      'sample: thing is neither searched nor says why',
    ]);
    expect(unsearchedFindings([{ name: 'sample', places, searchable: { thing: ' ' } }])).toHaveLength(1);
    expect(unsearchedFindings([{ name: 'sample', places, searchable: { thing: 'a drawing' } }])).toEqual([]);
    expect(
      unsearchedFindings([
        { name: 'sample', places },
        { name: 'other', searchable: { thing: 'a drawing' } },
      ]),
    ).toEqual([]);
  });
  test('one kind searched twice, and SQL that names what it finds otherwise', () => {
    const thing = { word: () => 'x', rows: 'select 1', place: () => '/' };
    const both = [
      { name: 'a', searchable: { thing } },
      { name: 'b', searchable: { thing } },
    ];
    expect(unsearchedFindings(both).some((one) => one.includes('twice'))).toBe(true);
    expect(unsearchedFindings([{ name: 'a', searchable: { "it's": 'no word' } }])).toHaveLength(1);
  });
  test('a verb nobody emits, and a telling to nobody', () => {
    expect(tellingFindings([teller({ tells: { 'a.gone': { followersOf: ['proposal'] } } })])).toHaveLength(1);
    expect(tellingFindings([teller({ emits: ['a.made'], tells: { 'a.made': { followersOf: [] } } })])).toHaveLength(1);
  });
});
