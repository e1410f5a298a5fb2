/** F1.2, X8: what of this module is given as whole files. */

import { shortId } from '#kernel/ids.ts';
import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import { dataWords } from './data-words.ts';
import { ROUND_COLUMNS, routes } from './routes.ts';

export const openData: readonly Dataset[] = [
  {
    name: 'rounds',
    words: (lang) => dataWords(lang).rounds,
    columns: () => ROUND_COLUMNS,
    types: cellTypes('text text text moment moment moment moment moment moment moment moment integer'),
    ...filesOfList(routes, '/rounds'),
    byClock: true,
    pages: {
      rows: "select id, '' as title, coalesce(published_at, created_at) as at from rounds",
      path: ({ id }) => `/rounds/${shortId(id)}`,
    },
  },
];
