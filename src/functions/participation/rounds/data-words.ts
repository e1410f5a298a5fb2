/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    rounds: { title: '提案の回', about: '回ごとの日程と段階。' },
  },
  easy: {
    rounds: {
      title: '提案（ていあん）の 回（かい）',
      about: '回（かい）ごとの 日（ひ）にちと、いま どこまで すすんだか。',
    },
  },
  en: {
    rounds: { title: 'Rounds of proposals', about: 'Dates and stage of each round.' },
  },
});
