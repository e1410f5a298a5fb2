/** X5: words complete in three languages. Findings as `place: what`. */
import type { SourceFile } from '../reading/files.ts';
import { scan } from '../reading/scan.ts';

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〆]/u;
/** How languages are called by those who read them, in any interface. */
const OWN_NAMES = /やさしい日本語|日本語/g;
const KANJI_WORD = /[\p{Script=Han}々]{2,}/gu;
/** From so many words in kanji on, a sentence in ordinary Japanese is not easy Japanese as well. */
const HARD = 3;

export interface Words {
  ja: unknown;
  easy: unknown;
  en: unknown;
}

/** Nothing empty, the same keys everywhere, no easy Japanese that is the hard one again. */
export function wordFindings(place: string, { ja, easy, en }: Words): string[] {
  const kinds = [ja, easy, en].map(kindOf);
  if (new Set(kinds).size > 1) {
    // A refusal may need facts in one language only.
    const isText = kinds.every((kind) => kind === 'text' || kind === 'function');
    return isText ? [] : [`${place}: ${kinds.join(', ')} in ja, easy, en`];
  }
  if (kinds[0] === 'text' || kinds[0] === 'function') {
    // Counters (人, 件, 回) have no word in English.
    const isCounter = typeof ja === 'string' && ja.length > 0 && ja.length <= 2;
    const findings = Object.entries({ ja, easy, en }).flatMap(([lang, text]) =>
      typeof text === 'string' && text.trim() === '' && !(isCounter && lang === 'en')
        ? [`${place}: nothing in ${lang}`]
        : [],
    );
    const hard = String(ja).match(KANJI_WORD)?.length ?? 0;
    if (hard >= HARD && String(ja) === String(easy)) findings.push(`${place}: easy is what ja is`);
    return findings;
  }
  if (kinds[0] === 'list') {
    const lists = [ja, easy, en] as unknown[][];
    if (lists.some((list) => list.length === 0)) return [`${place}: an empty list`];
    return lists.flatMap((list, at) =>
      list.flatMap((one, index) =>
        String(one).trim() === '' ? [`${place}[${index}]: nothing in ${['ja', 'easy', 'en'][at]}`] : [],
      ),
    );
  }
  const sides = { ja, easy, en } as Record<string, Record<string, unknown>>;
  const keys = new Set(Object.values(sides).flatMap((side) => Object.keys(side)));
  return [...keys].flatMap((key) => {
    const missing = Object.entries(sides).filter(([, side]) => !(key in side));
    if (missing.length > 0) return missing.map(([lang]) => `${place}.${key} is missing in ${lang}`);
    return wordFindings(`${place}.${key}`, { ja: sides.ja![key], easy: sides.easy![key], en: sides.en![key] });
  });
}

function kindOf(value: unknown): string {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'function') return 'function';
  return Array.isArray(value) ? 'list' : typeof value;
}

/** Marks of a typewriter in English words: an apostrophe is ’, what is quoted stands in “ ”. `""` speaks of the mark itself. */
export function typewriterMarks(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    scan(text)
      .texts.filter((one) => /[A-Za-z]'[a-z ]|"/.test(one.text.replaceAll('""', '')))
      .map((one) => `${path}:${one.line} ${one.text.slice(0, 60)}`),
  );
}

/** Japanese letters in files of English words, other than the languages' own names. */
export function japaneseInEnglish(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    scan(text)
      .texts.filter((one) => JAPANESE.test(one.text.replace(OWN_NAMES, '')))
      .map((one) => `${path}:${one.line} ${one.text.slice(0, 60)}`),
  );
}

/** A file of words in one language has its two others beside it. */
export function lonelyWords(paths: readonly string[]): string[] {
  const all = new Set(paths);
  return paths.flatMap((path) => {
    const [, stem, lang] = /^(.*words)\.(ja|easy|en)\.ts$/.exec(path) ?? [];
    if (!stem) return [];
    return ['ja', 'easy', 'en']
      .filter((other) => other !== lang && !all.has(`${stem}.${other}.ts`))
      .map((other) => `${path} has no ${other} beside it`);
  });
}

/** Brackets and colons of Japanese between two values: pages are shown in English, too. Where each language has its own text they may stand. */
export function marksOutOfPlace(files: readonly SourceFile[]): string[] {
  const between = /\}[：（]|（\$\{|>：|\.join\('、'\)\}/;
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => {
      const isComment = /^\s*(\/\/|\*|\/\*)/.test(line);
      return !isComment && between.test(line) && !line.includes("=== 'en'")
        ? [`${path}:${at + 1} ${line.trim().slice(0, 60)}`]
        : [];
    }),
  );
}

/** Japanese written into routes, views and use cases, where no other language can take its place. */
export function wordsOutOfPlace(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    scan(text)
      .texts.filter((one) => JAPANESE.test(one.text.replace(OWN_NAMES, '')))
      .map((one) => `${path}:${one.line} "${one.text.trim().slice(0, 40)}" belongs into a words file`),
  );
}

/** docs/glossary.md: one thing has one word. What else it was once called, and the word it has. */
const ONE_WORD: readonly (readonly [RegExp, string])[] = [
  [/別紙|付録|附属資料/, '資料編'],
  [/意見書の(すべての)?点|点に引/, '項目'],
  [/意見に答え/, '賛成・反対をえらぶ'],
  [/編集者/, '編集委員'],
  [/ユーザー|ユーザ\b/, '人'],
  [/いいね/, '賛成、または応援のことば'],
  [/リアクション/, '賛成・反対、または返信'],
];

/** Words for things that have another one. */
export function strayWords(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    scan(text).texts.flatMap((one) =>
      ONE_WORD.filter(([stray]) => stray.test(one.text)).map(
        ([stray, word]) => `${path}:${one.line} says ${stray.exec(one.text)![0]}; the word is ${word}`,
      ),
    ),
  );
}
