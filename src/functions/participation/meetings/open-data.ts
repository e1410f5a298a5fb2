/** F1.2, X8: what of this module is given as whole files. */
import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import { meetingPath } from './addresses.ts';
import { dataWords } from './data-words.ts';
import { exportRoutes } from './export-routes.ts';
import { words } from './words.ts';

export const openData: readonly Dataset[] = [
  {
    name: 'meetings',
    words: (lang) => dataWords(lang).meetings,
    columns: (lang) => words(lang).columns,
    types: cellTypes(
      'text text text text minute minute text text text flag flag flag text text integer integer address',
    ),
    ...filesOfList(exportRoutes, '/meetings'),
    byClock: true,
    pages: {
      rows: 'select id, title, called_at as at from meetings',
      path: meetingPath,
    },
  },
];
