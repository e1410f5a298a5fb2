/** 退会した人の呼び名。 */
import { wordSet } from '#kernel/words.ts';

export const leftWords = wordSet({
  ja: { name: '退会した人' },
  easy: { name: '退会（たいかい）した人（ひと）' },
  en: { name: 'Someone who has left' },
});
