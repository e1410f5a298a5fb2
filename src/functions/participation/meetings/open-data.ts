/** F1.2, X8: what of this module is given as whole files. */
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { meetingPath } from './addresses.ts';
import { dataWords } from './data-words.ts';
import { exportRoutes, listed } from './export-routes.ts';
import { nationalEvent } from './national-events.ts';
import { NATIONAL_EVENT_COLUMNS } from './national-words.ts';
import { words } from './words.ts';

async function* nationalRows(visit: Visit) {
  let number = 0;
  for await (const batch of listed(visit)) {
    const from = number + 1;
    yield batch.map((meeting, at) => nationalEvent(meeting, from + at, visit.hub));
    number += batch.length;
  }
}

async function* nationalItems(visit: Visit) {
  for await (const rows of nationalRows(visit))
    yield rows.map((row) => Object.fromEntries(row.map((cell, at) => [NATIONAL_EVENT_COLUMNS[at]!, cell])));
}

export const openData: readonly Dataset[] = [
  {
    name: 'meetings',
    words: (lang) => dataWords(lang).meetings,
    columns: (lang) => words(lang).columns,
    types: cellTypes(
      'text text text text minute minute text text text flag flag flag text text integer integer address',
    ),
    ...filesOfList(exportRoutes, '/meetings'),
    asked: 'when=all',
    byClock: true,
    pages: {
      rows: 'select id, title, called_at as at from meetings',
      path: meetingPath,
    },
  },
  {
    name: 'events',
    words: (lang) => dataWords(lang).events,
    columns: () => NATIONAL_EVENT_COLUMNS,
    types: cellTypes(
      'text integer text text text text text day day text text text text text text text text text text text text text number number text text integer day text text address text',
    ),
    csv: async (visit) => csvReply('events.csv', NATIONAL_EVENT_COLUMNS, nationalRows(visit)),
    json: async (visit) => jsonReply({ kind: 'events' }, nationalItems(visit)),
    asked: 'when=all',
    page: '/meetings',
    also: [],
    byClock: true,
  },
];
