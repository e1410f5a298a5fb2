/** F1.2, X8: what of this module is given as whole files. */
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { groupPath } from './addresses.ts';
import { dataWords } from './data-words.ts';
import { exportRoutes } from './export-routes.ts';
import { filterOf } from './list-filter.ts';
import { portalRow } from './portal-row.ts';
import { PORTAL_COLUMNS } from './portal-words.ts';
import { allGroups } from './queries.ts';
import { words } from './words.ts';

/** Those that stand in the register now. */
async function* portalRows(visit: Visit) {
  for await (const batch of allGroups((work) => visit.read(work), filterOf(visit)))
    yield batch.filter((group) => group.withdrawn_at === null).map((group) => portalRow(group, visit.hub));
}

async function* portalItems(visit: Visit) {
  for await (const rows of portalRows(visit))
    yield rows.map((row) => Object.fromEntries(row.map((cell, at) => [PORTAL_COLUMNS[at]!, cell])));
}

export const openData: readonly Dataset[] = [
  {
    name: 'groups',
    words: (lang) => dataWords(lang).groups,
    columns: (lang) => words(lang).columns,
    types: cellTypes(
      'text text text text text text text text integer text text text text text address text text text text day day address address',
    ),
    ...filesOfList(exportRoutes, '/groups'),
    pages: {
      rows: 'select id, name as title, confirmed_at as at from groups where withdrawn_at is null',
      path: ({ id, title }) => groupPath({ id, name: title }),
    },
  },
  {
    name: 'groups-in-portal-columns',
    words: (lang) => dataWords(lang)['groups-in-portal-columns'],
    columns: () => PORTAL_COLUMNS,
    types: PORTAL_COLUMNS.map(() => 'text' as const),
    csv: async (visit) => csvReply('groups-in-portal-columns.csv', PORTAL_COLUMNS, portalRows(visit)),
    json: async (visit) => jsonReply({ kind: 'groups-in-portal-columns' }, portalItems(visit)),
    page: '/groups',
    also: [],
  },
];
