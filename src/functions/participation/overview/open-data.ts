/** F1.2, X8: what of this module is given as whole files. */
import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import { dataWords } from './data-words.ts';
import { routes, wholeActivityJson } from './routes.ts';
import { words } from './words.ts';

export const openData: readonly Dataset[] = [
  {
    name: 'activity',
    words: (lang) => dataWords(lang).activity,
    columns: (lang) => words(lang).activity.columns,
    types: cellTypes('text moment text text text text address'),
    ...filesOfList(routes, '/activity'),
    json: wholeActivityJson,
  },
];
