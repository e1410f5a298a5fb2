import type { Lang } from '#kernel/lang.ts';
import { words } from './words.ts';

/** Words of form fields in the reader's language. */
export function formWords(lang: Lang) {
  return words(lang).form;
}
