/** F9.2, X7: how such things are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { meeting: '会場の集まり' },
  easy: { meeting: '会場（かいじょう）の 集（あつ）まり' },
  en: { meeting: 'Meeting in a hall' },
});
