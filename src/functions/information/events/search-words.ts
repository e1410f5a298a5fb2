/** F1.1, X7: how such things are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { event: '催し' },
  easy: { event: '催し（もよおし）' },
  en: { event: 'Event' },
});
