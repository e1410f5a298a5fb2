/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    plans: { title: 'つくっている計画', about: '市がつくっている計画と段階、ひらかれている期間。' },
    'plan-figures': { title: '計画の早さの数字', about: '計画が、どれだけ早くからひらかれたか。' },
  },
  easy: {
    plans: {
      title: 'つくって いる 計画（けいかく）',
      about: '市（し）が つくって いる 計画（けいかく）と、意見（いけん）を 言（い）える 日（ひ）。',
    },
    'plan-figures': {
      title: '計画（けいかく）の 早（はや）さ',
      about: 'どれだけ 早（はや）くから 意見（いけん）を 聞（き）いたか。',
    },
  },
  en: {
    plans: { title: 'Plans being made', about: 'Plans the city is making, their stage, and how long they are open.' },
    'plan-figures': {
      title: 'How early plans opened',
      about: 'How early, and for which share of its making, each plan was open.',
    },
  },
});
