/** Words in three languages (X5). Japanese is the source; a missing word in another language is a type error. */
import type { Lang } from './lang.ts';

/** The shape of a words file: the same keys, texts and functions, free to say it in its own words. */
export type SameWords<T> = { [Key in keyof T]: SameWord<T[Key]> };

type SameWord<Word> = [Word] extends [string]
  ? string
  : [Word] extends [(...args: infer Args) => string]
    ? (...args: Args) => string
    : // a refusal's sentence: a text, or a text made from facts
      [Word] extends [string | ((...args: never[]) => string)]
      ? Word
      : // several texts made from facts: lines, a subject with its text
        [Word] extends [(...args: infer Args) => infer Said]
        ? (...args: Args) => SameWord<Said>
        : SameWords<Word>;

export interface WordSet<T> {
  ja: T;
  easy: SameWords<T>;
  en: SameWords<T>;
}

/** `const words = wordSet({ ja, easy, en })`, then `words(visit.lang)`. */
export function wordSet<T>(set: WordSet<T>): ((lang: Lang) => SameWords<T>) & { all: WordSet<T> } {
  return Object.assign((lang: Lang) => set[lang] as SameWords<T>, { all: set });
}
