/** F1.2, X8: what of this module is given as whole files. */
import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import { panelPath } from './addresses.ts';
import { dataWords } from './data-words.ts';
import { exportRoutes } from './export-routes.ts';
import { words } from './words.ts';

export const openData: readonly Dataset[] = [
  {
    name: 'panels',
    words: (lang) => dataWords(lang).panels,
    columns: (lang) => words(lang).listColumns,
    types: cellTypes('text text text integer text integer text text address'),
    ...filesOfList(exportRoutes, '/panels'),
    pages: {
      rows: 'select id, title, announced_at as at from panels',
      path: panelPath,
    },
  },
];
