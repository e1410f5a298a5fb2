/** F9.7, X7: how such things are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { answer: '市の回答', followUp: '再質問' },
  easy: { answer: '市（し）の 回答（かいとう）', followUp: 'もう一度（いちど） 質問（しつもん）' },
  en: { answer: 'Answer of the city', followUp: 'Follow-up question' },
});
