/** F1.2, X8: the database of civic activity as whole files. */
import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import { exportRoutes } from './export-routes.ts';
import { words } from './words.ts';

export const openData: readonly Dataset[] = [
  {
    name: 'activities',
    words: (lang) => words(lang).data,
    columns: (lang) => words(lang).columns,
    types: cellTypes(
      'text text text text text text text moment moment text number number text integer text moment address address',
    ),
    ...filesOfList(exportRoutes, '/activities'),
    // Which of its dates is the next one follows from the time.
    byClock: true,
    counted: async (db) => {
      const row = await db.selectFrom('search_states').select(['generation', 'next_number', 'leaf']).executeTakeFirst();
      return row ? `${row.generation}.${row.next_number}.${row.leaf}` : '';
    },
  },
];
