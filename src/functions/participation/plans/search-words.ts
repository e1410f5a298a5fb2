/** F9.9, X7: how such things are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { plan: '市の計画', planAnswer: '計画についての回答' },
  easy: { plan: '市（し）の 計画（けいかく）', planAnswer: '計画（けいかく）に ついての 回答（かいとう）' },
  en: { plan: 'Plan of the city', planAnswer: 'Answer on a plan' },
});
