/** X1: what someone who has left is called, wherever they are named. Kept in one language, as all names are; shown in the reader's. Pure. */
import type { Lang } from '#kernel/lang.ts';
import { leftWords } from './left-words.ts';

export const LEFT_NAME = leftWords('ja').name;

/** A name as this language says it: only that of people without one differs. */
export function shownName(name: string, lang: Lang): string {
  return name === LEFT_NAME ? leftWords(lang).name : name;
}

/** Where the name stands by itself, or before what is said of it. What somebody wrote about people who have left stays as it was written. */
const ALONE = new RegExp(`(?<=>|（)${LEFT_NAME}(?=[<（）・])`, 'g');

/** A whole page: names come into it from some fifty places, and all of them say those of the database. */
export function namesShown(page: string, lang: Lang): string {
  return lang === 'ja' ? page : page.replace(ALONE, leftWords(lang).name);
}
