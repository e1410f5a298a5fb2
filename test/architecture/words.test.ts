// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are samples here, written as text
import { describe, expect, test } from 'vitest';
import { LANGS } from '#kernel/lang.ts';
import { CODE, filesIn, ROOT } from './reading/files.ts';
import { isTest, moduleOf } from './rules/imports.ts';
import {
  japaneseInEnglish,
  lonelyWords,
  marksOutOfPlace,
  strayWords,
  typewriterMarks,
  type Words,
  wordFindings,
  wordsOutOfPlace,
} from './rules/words.ts';

const files = filesIn(CODE).filter(({ path }) => !isTest(path) && moduleOf(path) !== null);
const wordFiles = files.filter(({ path, text }) => /words\.ts$/.test(path) || text.includes('wordSet({'));

/** What stands in Japanese outside words files, each for a reason. */
const MAY_SPEAK: readonly [RegExp, string][] = [
  [/\/module\.ts$/, 'manifests quote the document'],
  [/words(\.\w+)?\.ts$/, 'words'],
  [/(-for-tests|\/sample-\w+|\/example-\w+)\.ts$|\/testing\//, 'samples'],
  [/export-columns\.ts$/, 'the columns of a file are called alike for every reader'],
  [/\/statement\/draft-(text|sentences)\.ts$/, 'written into the statement, in the language of the opinions it quotes'],
  [/^src\/commons\/discussion-import\//, 'written into the town, in its own language'],
];

/** Titles that go into the record, in the language of the town. */
const IN_ONE_LANGUAGE = /\/(plans\/opening|stage\/happenings)\.ts$/;

/** Every set of words a file exports: wordSet's, and plain { ja, easy, en }. */
async function setsOf(path: string): Promise<[string, Words][]> {
  const exported: Record<string, unknown> = await import(`${ROOT}/${path}`);
  return Object.entries(exported).flatMap(([name, value]): [string, Words][] => {
    const set = ((value as { all?: unknown } | null)?.all ?? value) as Words;
    return typeof set === 'object' && set !== null && LANGS.every((lang) => lang in set)
      ? [[`${path} ${name}`, set]]
      : [];
  });
}

describe('X5 words', () => {
  test('are complete in all three languages', async () => {
    const sets = (await Promise.all(wordFiles.map(({ path }) => setsOf(path)))).flat();
    expect(sets.length).toBeGreaterThan(8);
    expect(sets.flatMap(([place, set]) => wordFindings(place, set))).toEqual([]);
  });

  test('stand in three files side by side', () => {
    expect(lonelyWords(files.map(({ path }) => path))).toEqual([]);
  });

  test('are English in English', () => {
    expect(japaneseInEnglish(files.filter(({ path }) => /words\.en\.ts$/.test(path)))).toEqual([]);
  });

  test('have the marks of print in English', () => {
    expect(typewriterMarks(files.filter(({ path }) => /words\.en\.ts$/.test(path)))).toEqual([]);
  });

  test('call one thing by one word', () => {
    expect(strayWords(files.filter(({ path }) => /words(\.(ja|easy))?\.ts$/.test(path)))).toEqual([]);
  });

  test('stand nowhere else', () => {
    const elsewhere = files.filter(({ path }) => !MAY_SPEAK.some(([exempt]) => exempt.test(path)));
    expect(elsewhere.length).toBeGreaterThan(100);
    expect(wordsOutOfPlace(elsewhere)).toEqual([]);
  });

  test('are joined by the marks of their language', () => {
    const shown = files.filter(
      ({ path }) => !(IN_ONE_LANGUAGE.test(path) || MAY_SPEAK.some(([rest]) => rest.test(path))),
    );
    expect(shown.length).toBeGreaterThan(100);
    expect(marksOutOfPlace(shown)).toEqual([]);
  });
});

describe('the rules of words find', () => {
  const good = { title: '市の回答を待つ提案', lead: ['a', 'b'] };
  const easy = { title: '市（し）の 回答（かいとう）を 待（ま）つ 提案（ていあん）', lead: ['a', 'b'] };
  const en = { title: 'Proposals waiting', lead: ['a', 'b'] };

  test('nothing in good ones', () => {
    expect(wordFindings('w', { ja: good, easy, en })).toEqual([]);
    expect(wordFindings('w', { ja: '人', easy: '人', en: '' })).toEqual([]);
    expect(wordFindings('w', { ja: '長すぎます', easy: (n: number) => `${n}`, en: 'too long' })).toEqual([]);
  });

  test.each<[string, Words]>([
    ['an empty word', { ja: good, easy, en: { ...en, title: ' ' } }],
    ['a missing word', { ja: { ...good, more: 'x' }, easy: { ...easy, more: 'x' }, en }],
    ['a word too many', { ja: good, easy: { ...easy, more: 'x' }, en: { ...en, more: 'x' } }],
    ['an empty item of a list', { ja: good, easy, en: { ...en, lead: ['a', ''] } }],
    ['a text where the others have a group', { ja: good, easy, en: { ...en, lead: 'a' } }],
    [
      'easy words that are the hard ones',
      { ja: '市民提案意見書を公開し回答を検討', easy: '市民提案意見書を公開し回答を検討', en: 'x' },
    ],
    [
      'the same in a sentence with facts',
      { ja: (n: string) => `市民${n}提案の公開`, easy: (n: string) => `市民${n}提案の公開`, en: String },
    ],
  ])('%s', (_, set) => {
    expect(wordFindings('w', set)).toHaveLength(1);
  });

  test('Japanese in English, but not how Japanese calls itself', () => {
    const file = (text: string) => [{ path: 'src/commons/a/words.en.ts', text }];
    expect(japaneseInEnglish(file("export const en = { a: 'the 市民提案' };"))).toHaveLength(1);
    expect(
      japaneseInEnglish(file("// 提案\nexport const en = { a: 'やさしい日本語', b: `x${f('日本語')}` };")),
    ).toEqual([]);
  });

  test('the marks of a typewriter in English', () => {
    const file = (text: string) => [{ path: 'src/commons/a/words.en.ts', text }];
    expect(
      typewriterMarks(file(`export const en = { a: "the city's", b: 'Remove "this"', c: 'editors\\' own' };`)),
    ).toHaveLength(3);
    expect(typewriterMarks(file(`export const en = { a: 'the city’s “own”', b: 'write "" for one' };`))).toEqual([]);
  });

  test('a bracket of Japanese between two values of a page in every language', () => {
    const file = (text: string) => [{ path: 'src/commons/a/views/b.ts', text }];
    expect(marksOutOfPlace(file('const a = `${b}（${c}）`;\nconst d = `${e}：${f}`;'))).toHaveLength(2);
    expect(marksOutOfPlace(file("// `${b}：`\nconst a = lang === 'en' ? `${b}: ` : `${b}：`;"))).toEqual([]);
  });

  test('a language that was forgotten', () => {
    expect(lonelyWords(['a/words.ja.ts', 'a/words.en.ts', 'a/words.ts'])).toHaveLength(2);
  });

  test('a second word for the same thing', () => {
    const file = (text: string) => [{ path: 'src/commons/a/words.ja.ts', text }];
    expect(strayWords(file("export const ja = { a: '別紙に入れました', b: '意見に答える' };"))).toHaveLength(2);
    expect(strayWords(file("// 別紙\nexport const ja = { a: '質問に答えました', b: '一致した点' };"))).toEqual([]);
  });

  test('Japanese in a view', () => {
    const file = (text: string) => [{ path: 'src/commons/a/views/b.ts', text }];
    expect(wordsOutOfPlace(file('html`<p>${x}件</p>`'))).toHaveLength(1);
    expect(wordsOutOfPlace(file('html`<p>${x}：${y}</p>` // 提案'))).toEqual([]);
  });
});
