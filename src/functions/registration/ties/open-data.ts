/** F1.2, X8: what of this module is given as whole files: what both sides confirmed and what stands now. */
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { cellTypes, type Dataset } from '#kernel/open-data.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { groupPath } from '../groups/index.ts';
import { dataWords } from './data-words.ts';
import { everyTie } from './queries.ts';

async function* facts(visit: Visit) {
  for await (const batch of everyTie((work) => visit.read(work)))
    yield batch.map((tie) => ({
      id: shortId(tie.id),
      groupId: shortId(tie.group_id),
      group: tie.group_name,
      otherId: shortId(tie.other_id),
      other: tie.other_name,
      what: tie.what,
      confirmedOn: tie.confirmed_at && tokyoDate(tie.confirmed_at),
      url: `${visit.hub.origin + encodeURI(groupPath({ id: tie.group_id, name: tie.group_name }))}/ties`,
    }));
}

async function* rows(visit: Visit) {
  for await (const batch of facts(visit)) yield batch.map((one) => Object.values(one));
}

export const openData: readonly Dataset[] = [
  {
    name: 'partnerships',
    words: dataWords,
    columns: (lang) => dataWords(lang).columns,
    types: cellTypes('text text text text text text day address'),
    csv: async (visit) => csvReply('partnerships.csv', dataWords(visit.lang).columns, rows(visit)),
    json: async (visit) => jsonReply({ kind: 'partnerships' }, facts(visit)),
    page: '/group-network',
    also: [],
  },
];
