/** F9.2, X7: how what is said is called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { opinion: '意見・質問', debate: '公開の場' },
  easy: { opinion: '意見（いけん）・質問（しつもん）', debate: '公開（こうかい）の 場（ば）' },
  en: { opinion: 'Opinion or question', debate: 'Open debate' },
});
