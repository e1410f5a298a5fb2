/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    'budget-lines': { title: '提案と予算', about: '提案への回答が、予算と決算のどこに出てくるか。' },
  },
  easy: {
    'budget-lines': {
      title: '提案（ていあん）と 予算（よさん）',
      about: '市（し）の 回答（かいとう）が、お金（かね）の 計画（けいかく）の どこに あるか。',
    },
  },
  en: {
    'budget-lines': { title: 'Proposals in the budget', about: 'Where answers turn up in budgets and accounts.' },
  },
});
