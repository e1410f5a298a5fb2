/** F7.3, X7: how such things are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { circle: '連絡会' },
  easy: { circle: '連絡会（れんらくかい）' },
  en: { circle: 'Circle' },
});
