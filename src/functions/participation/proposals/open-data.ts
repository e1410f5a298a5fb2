/** F1.2, X8: what of this module is given as whole files. */

import { countedVotes } from '#commons/discussion/index.ts';
import { ref } from '#kernel/ids.ts';
import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import { dataWords } from './data-words.ts';
import { exportRoutes } from './export-routes.ts';
import { words } from './words.ts';

export const openData: readonly Dataset[] = [
  {
    name: 'proposals',
    words: (lang) => dataWords(lang).proposals,
    columns: (lang) => words(lang).columns,
    types: cellTypes(
      'text text text text text text day day integer integer text address number number text text address',
    ),
    ...filesOfList(exportRoutes, '/proposals'),
    counted: countedVotes,
    pages: {
      rows: `select p.id, p.title, v.written_at as at from proposals p
        join proposal_versions v on v.hub_id = p.hub_id and v.proposal_id = p.id and v.version = p.version where p.withdrawn_at is null`,
      path: ({ id, title }) => `/proposals/${ref(id, title)}`,
    },
  },
];
