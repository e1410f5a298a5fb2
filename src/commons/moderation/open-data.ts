/** F1.2, X8: what of this module is given as whole files. */

import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import { dataWords } from './data-words.ts';
import { FIGURE_COLUMNS, publicRoutes } from './public-routes.ts';
import { words } from './words.ts';

export const openData: readonly Dataset[] = [
  {
    name: 'moderation-decisions',
    words: (lang) => dataWords(lang)['moderation-decisions'],
    columns: (lang) => words(lang).log.columns,
    types: cellTypes('text moment text integer text text text text text moment text text text moment day address'),
    ...filesOfList(publicRoutes, '/moderation/log'),
  },
  {
    name: 'moderation-figures',
    words: (lang) => dataWords(lang)['moderation-figures'],
    columns: () => FIGURE_COLUMNS,
    types: cellTypes('text text integer integer integer integer integer integer number'),
    ...filesOfList(publicRoutes, '/moderation/figures'),
  },
];
