/** F1.2, X8: what of this module is given as whole files. */
import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import { entryPath } from './addresses.ts';
import { dataWords } from './data-words.ts';
import { exportRoutes } from './export-routes.ts';
import { words } from './words.ts';

export const openData: readonly Dataset[] = [
  {
    name: 'entries',
    words: dataWords,
    columns: (lang) => words(lang).columns,
    types: cellTypes(
      'text text text text text text text day day text integer text text number number text day day address address',
    ),
    ...filesOfList(exportRoutes, '/entries'),
    byClock: true,
    pages: {
      rows: 'select id, title, changed_at as at from entries where withdrawn_at is null and hidden_at is null',
      path: entryPath,
    },
  },
];
