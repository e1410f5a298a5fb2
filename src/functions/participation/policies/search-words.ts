/** F10.3, X7: how such things are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { policy: '市の施策' },
  easy: { policy: '市（し）の 施策（しさく）' },
  en: { policy: 'Policy or measure' },
});
