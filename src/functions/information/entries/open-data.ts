/** F1.2, X8: what of this module is given as whole files. */
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { entryPath } from './addresses.ts';
import { dataWords } from './data-words.ts';
import { exportRoutes } from './export-routes.ts';
import { EVERYTHING } from './list-filter.ts';
import { nationalFacility } from './national-facility.ts';
import { NATIONAL_FACILITY_COLUMNS } from './national-facility-words.ts';
import { allEntries } from './queries.ts';
import { words } from './words.ts';

const NATIONAL = 'places-in-national-columns';

/** Places that are to be had now. */
async function* nationalRows(visit: Visit) {
  let number = 0;
  const filter = { ...EVERYTHING, kind: 'place' } as const;
  for await (const batch of allEntries((work) => visit.read(work), filter, tokyoDate(visit.now))) {
    const from = number + 1;
    yield batch.map((entry, at) => nationalFacility(entry, from + at, visit.hub));
    number += batch.length;
  }
}

async function* nationalItems(visit: Visit) {
  for await (const rows of nationalRows(visit))
    yield rows.map((row) => Object.fromEntries(row.map((cell, at) => [NATIONAL_FACILITY_COLUMNS[at]!, cell])));
}

export const openData: readonly Dataset[] = [
  {
    name: 'entries',
    words: (lang) => dataWords(lang).entries,
    columns: (lang) => words(lang).columns,
    types: cellTypes(
      'text text text text text text text day day text integer text text number number text day day address address',
    ),
    ...filesOfList(exportRoutes, '/entries'),
    byClock: true,
    pages: {
      rows: 'select id, title, changed_at as at from entries where withdrawn_at is null and hidden_at is null',
      path: entryPath,
    },
  },
  {
    name: NATIONAL,
    words: (lang) => dataWords(lang)[NATIONAL],
    columns: () => NATIONAL_FACILITY_COLUMNS,
    types: cellTypes(
      'text integer text text text text text text text text number number text text text text text text text text text text address text',
    ),
    csv: async (visit) => csvReply(`${NATIONAL}.csv`, NATIONAL_FACILITY_COLUMNS, nationalRows(visit)),
    json: async (visit) => jsonReply({ kind: NATIONAL }, nationalItems(visit)),
    page: '/entries',
    also: [],
    byClock: true,
  },
];
