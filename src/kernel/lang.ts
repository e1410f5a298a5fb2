// X5: the languages of the interface. More languages are one words-file each.

/** A language of the interface; `easy` is やさしい日本語. */
export type Lang = 'ja' | 'easy' | 'en';

/** All languages, the source language first. */
export const LANGS: readonly Lang[] = ['ja', 'easy', 'en'];

/** The value of the HTML `lang` attribute. やさしい日本語 is Japanese to a screen reader. */
export function htmlLang(lang: Lang): 'ja' | 'en' {
  return lang === 'en' ? 'en' : 'ja';
}

/** A name and what it stands for: 「題名：入力してください」, “Title: please fill this in”. */
export function labelled(name: string, text: string, lang: Lang): string {
  return lang === 'en' ? `${name}: ${text}` : `${name}：${text}`;
}

/** True when a string from outside (URL, cookie, column) names a language we have. */
export function isLang(value: unknown): value is Lang {
  return value === 'ja' || value === 'easy' || value === 'en';
}

/** Round brackets as the language writes them. */
export function inBrackets(name: string, more: string, lang: Lang): string {
  return lang === 'en' ? `${name} (${more})` : `${name}（${more}）`;
}

/** What stands between a name and what it stands for. */
export function colon(lang: Lang): string {
  return lang === 'en' ? ': ' : '：';
}

/** Where a round bracket opens after a word. */
export function opening(lang: Lang): string {
  return lang === 'en' ? ' (' : '（';
}

/** Where a round bracket closes. */
export function closing(lang: Lang): string {
  return lang === 'en' ? ')' : '）';
}

/** Between the names of a list: `names.join(comma(lang))`. */
export function comma(lang: Lang): string {
  return lang === 'en' ? ', ' : '、';
}
