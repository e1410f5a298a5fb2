/** F1.2, X8: what of this module is given as whole files. */
import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import { groupPath } from './addresses.ts';
import { dataWords } from './data-words.ts';
import { exportRoutes } from './export-routes.ts';
import { words } from './words.ts';

export const openData: readonly Dataset[] = [
  {
    name: 'groups',
    words: (lang) => dataWords(lang).groups,
    columns: (lang) => words(lang).columns,
    types: cellTypes(
      'text text text text text text text text integer text text text text text address text text text text day day address',
    ),
    ...filesOfList(exportRoutes, '/groups'),
    pages: {
      rows: 'select id, name as title, confirmed_at as at from groups where withdrawn_at is null',
      path: ({ id, title }) => groupPath({ id, name: title }),
    },
  },
];
