/** F1.2, X8: what of this module is given as whole files. */
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { NATIONAL_EVENT_COLUMNS } from '../../participation/meetings/index.ts';
import { eventPath } from './addresses.ts';
import { dataWords } from './data-words.ts';
import { exportRoutes, listed } from './export-routes.ts';
import { nationalRow } from './national-row.ts';
import { words } from './words.ts';

async function* nationalRows(visit: Visit) {
  let number = 0;
  for await (const batch of listed(visit)) {
    const from = number + 1;
    yield batch.map((event, at) => nationalRow(event, from + at, visit.hub));
    number += batch.length;
  }
}

async function* nationalItems(visit: Visit) {
  for await (const rows of nationalRows(visit))
    yield rows.map((row) => Object.fromEntries(row.map((cell, at) => [NATIONAL_EVENT_COLUMNS[at]!, cell])));
}

const NATIONAL = 'town-events-in-national-columns';

export const openData: readonly Dataset[] = [
  {
    name: 'town-events',
    words: (lang) => dataWords(lang)['town-events'],
    columns: (lang) => words(lang).columns,
    types: cellTypes(
      'text text text text minute minute text text text number number flag integer text text text text integer integer integer integer text text day address address',
    ),
    ...filesOfList(exportRoutes, '/events'),
    asked: 'when=all',
    byClock: true,
    pages: {
      rows: 'select id, title, changed_at as at from town_events where hidden_at is null',
      path: eventPath,
    },
  },
  {
    name: NATIONAL,
    words: (lang) => dataWords(lang)[NATIONAL],
    columns: () => NATIONAL_EVENT_COLUMNS,
    types: cellTypes(
      'text integer text text text text text day day text text text text text text text text text text text text text number number text text integer day text address address text',
    ),
    csv: async (visit) => csvReply(`${NATIONAL}.csv`, NATIONAL_EVENT_COLUMNS, nationalRows(visit)),
    json: async (visit) => jsonReply({ kind: NATIONAL }, nationalItems(visit)),
    asked: 'when=all',
    page: '/events',
    also: [],
    byClock: true,
  },
];
