/** F9.5, X7: how such things are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { point: '意見書の項目' },
  easy: { point: '意見書（いけんしょ）の 項目（こうもく）' },
  en: { point: 'Point of the statement' },
});
