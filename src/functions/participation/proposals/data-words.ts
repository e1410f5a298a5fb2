/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    proposals: { title: '市民提案', about: '題名、提案者、回、場所、意見と賛否の数、市の回答の種類。' },
  },
  easy: {
    proposals: {
      title: '市民提案（しみんていあん）',
      about:
        '題名（だいめい）、提案（ていあん）した 人（ひと）、場所（ばしょ）、意見（いけん）の 数（かず）、市（し）の 回答（かいとう）。',
    },
  },
  en: {
    proposals: {
      title: 'Proposals',
      about: 'Titles, proposers, rounds, places, numbers of opinions and votes, and the kind of the city’s answer.',
    },
  },
});
