/** F7.6, X7: how such things are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { set: '条件' },
  easy: { set: 'きまり' },
  en: { set: 'Requirements' },
});
