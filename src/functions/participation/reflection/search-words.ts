/** F9.8, X7: how such things are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { line: '予算の事業' },
  easy: { line: '予算（よさん）の 事業（じぎょう）' },
  en: { line: 'Budget line' },
});
