/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    policies: { title: '市の計画の体系', about: '総合計画の体系と担当課、つながる提案と回答の数。' },
  },
  easy: {
    policies: {
      title: '市（し）の 計画（けいかく）',
      about: '市（し）の 計画（けいかく）の 項目（こうもく）と 担当（たんとう）の 課（か）。',
    },
  },
  en: {
    policies: {
      title: 'The city’s policies',
      about: 'The tree of the city’s plan, divisions in charge, and how many proposals and answers belong to each.',
    },
  },
});
