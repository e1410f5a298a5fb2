/** F1.2, X8: what of this module is given as whole files. */
import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import { committeePath, sittingPath } from './addresses.ts';
import { dataWords } from './data-words.ts';
import { exportRoutes } from './export-routes.ts';
import { words } from './words.ts';

export const openData: readonly Dataset[] = [
  {
    name: 'committees',
    words: (lang) => dataWords(lang).committees,
    columns: (lang) => words(lang).committeeColumns,
    types: cellTypes('text text text text text integer integer day integer day address'),
    ...filesOfList(exportRoutes, '/committees'),
    pages: {
      rows: 'select id, name as title, set_up_at as at from committees',
      path: ({ id, title }) => committeePath({ id, name: title }),
    },
  },
  {
    name: 'sittings',
    words: (lang) => dataWords(lang).sittings,
    columns: (lang) => words(lang).columns,
    types: cellTypes('text text integer minute minute text flag integer integer day text address'),
    ...filesOfList(exportRoutes, '/sittings'),
    page: '/committees',
    byClock: true,
    pages: {
      rows: "select id, '' as title, called_at as at from sittings",
      path: ({ id }) => sittingPath(id),
    },
  },
];
