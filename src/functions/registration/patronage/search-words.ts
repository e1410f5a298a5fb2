/** F7.7, X7: how such things are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { patronage: '後援' },
  easy: { patronage: '後援（こうえん）' },
  en: { patronage: 'Patronage' },
});
