/** F9.1, X7: how proposals are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { proposal: '市民提案' },
  easy: { proposal: '市民（しみん）の 提案（ていあん）' },
  en: { proposal: 'Proposal' },
});
