/** F1.2, X8: what of this module is given as whole files. */

import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import { answerHref } from './addresses.ts';
import { askingRoutes } from './asking-routes.ts';
import { askingWords } from './asking-words.ts';
import { dataWords } from './data-words.ts';
import { exportRoutes } from './export-routes.ts';
import { overdueRoutes } from './overdue-routes.ts';
import { overdueWords } from './overdue-words.ts';
import { words } from './words.ts';

export const openData: readonly Dataset[] = [
  {
    name: 'answers',
    words: (lang) => dataWords(lang).answers,
    columns: (lang) => words(lang).columns,
    types: cellTypes(
      'text text text text text text text text day day text day integer text day text day integer text address',
    ),
    ...filesOfList(exportRoutes, '/answers'),
    byClock: true,
    pages: {
      rows: `select a.id, d.title, a.answered_at as at from answers a
        join debates d on d.hub_id = a.hub_id and d.id = a.debate_id where a.is_current`,
      path: (row) => answerHref(row, row.title),
    },
  },
  {
    name: 'answer-figures',
    words: (lang) => dataWords(lang)['answer-figures'],
    columns: (lang) => words(lang).figureColumns,
    types: cellTypes('text integer integer integer integer integer integer integer integer'),
    ...filesOfList(exportRoutes, '/answers/figures'),
    page: '/answers',
    byClock: true,
  },
  {
    name: 'overdue-answers',
    words: (lang) => dataWords(lang)['overdue-answers'],
    columns: (lang) => overdueWords(lang).columns,
    types: cellTypes('text text text day integer address'),
    ...filesOfList(overdueRoutes, '/answers/overdue'),
    byClock: true,
  },
  {
    name: 'follow-ups',
    words: (lang) => dataWords(lang)['follow-ups'],
    columns: (lang) => askingWords(lang).columns,
    types: cellTypes('text integer text text text text day text day day text address'),
    ...filesOfList(askingRoutes, '/follow-ups'),
  },
];
