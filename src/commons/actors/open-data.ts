/** F1.2, X8: what of this module is given as whole files. */

import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import { dataWords } from './data-words.ts';
import { routes } from './routes.ts';
import { actorPath } from './views/actor-badge.ts';
import { words } from './words.ts';

export const openData: readonly Dataset[] = [
  {
    name: 'actors',
    words: (lang) => dataWords(lang).actors,
    columns: (lang) => words(lang).list.columns,
    types: cellTypes('text text text text day address'),
    ...filesOfList(routes, '/actors'),
    pages: {
      // The kinds by name, for the index over them: people are many.
      rows: `select id, name as title, created_at as at from actors
        where kind in ('group', 'business', 'division', 'body') and imported_from is null`,
      path: ({ id, title }) => actorPath({ id, name: title }),
    },
  },
];
