/** F1.2, X8: what of this module is given as whole files. */
import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import { planHref } from './addresses.ts';
import { dataWords } from './data-words.ts';
import { exportRoutes } from './export-routes.ts';
import { words } from './words.ts';

export const openData: readonly Dataset[] = [
  {
    name: 'plans',
    words: (lang) => dataWords(lang).plans,
    columns: (lang) => words(lang).columns,
    types: cellTypes('text text text text text text day day day day day number address'),
    ...filesOfList(exportRoutes, '/plans'),
    byClock: true,
    pages: {
      rows: 'select id, title, posted_at as at from plans',
      path: planHref,
    },
  },
  {
    name: 'plan-figures',
    words: (lang) => dataWords(lang)['plan-figures'],
    columns: (lang) => words(lang).figures.csv,
    types: cellTypes('text text text day day text day day flag number number integer integer'),
    ...filesOfList(exportRoutes, '/plans/figures'),
  },
];
