/** F1.2, X8: what of this module is given as whole files. */
import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import { dataWords } from './data-words.ts';
import { routes } from './routes.ts';
import { policyHref } from './views/tree.ts';
import { words } from './words.ts';

export const openData: readonly Dataset[] = [
  {
    name: 'policies',
    words: (lang) => dataWords(lang).policies,
    columns: (lang) => words(lang).csvColumns,
    types: cellTypes('text text text text text text text integer integer address'),
    ...filesOfList(routes, '/policies'),
    pages: {
      rows: 'select id, title, created_at as at from policies',
      path: policyHref,
    },
  },
];
