/** F10.3, X3: what policies are called where somebody follows one. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: { topic: '市の施策' },
  easy: { topic: '市（し）の 仕事（しごと）' },
  en: { topic: 'Policies of the city' },
});
