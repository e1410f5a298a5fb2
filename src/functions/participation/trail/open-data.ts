/** F1.2, X8: what of this module is given as whole files. */

import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import { budgetRoutes } from './budget-routes.ts';
import { budgetWords } from './budget-words.ts';
import { dataWords } from './data-words.ts';

export const openData: readonly Dataset[] = [
  {
    name: 'budget-lines',
    words: (lang) => dataWords(lang)['budget-lines'],
    columns: (lang) => budgetWords(lang).csv,
    types: cellTypes('integer text text day integer text text text text text address integer address'),
    ...filesOfList(budgetRoutes, '/budget-lines'),
  },
];
