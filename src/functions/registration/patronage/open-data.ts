/** F1.2, X8: granted patronage as whole files. */
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { cellTypes, type Dataset } from '#kernel/open-data.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { requestPath } from './addresses.ts';
import { dataWords } from './data-words.ts';
import { grantedPatronage } from './queries.ts';

const BATCH = 500;

async function* facts(visit: Visit) {
  let before: string | null = null;
  for (;;) {
    const from: string | null = before;
    const { requests, more }: Awaited<ReturnType<typeof grantedPatronage>> = await visit.read((db) =>
      grantedPatronage(db, from, BATCH),
    );
    yield requests.map((one) => ({
      id: shortId(one.id),
      event: one.title,
      groupId: shortId(one.group_id),
      group: one.group_name,
      officeId: shortId(one.asked_id),
      office: one.asked_name,
      heldOn: one.held_on,
      heldUntil: one.held_until,
      place: one.place,
      fiscalYear: one.number_year,
      number: one.number,
      grantedOn: tokyoDate(one.decided_at!),
      url: visit.hub.origin + encodeURI(requestPath(one)),
    }));
    if (!more) return;
    before = requests.at(-1)!.id;
  }
}

async function* rows(visit: Visit) {
  for await (const batch of facts(visit)) yield batch.map((one) => Object.values(one));
}

export const openData: readonly Dataset[] = [
  {
    name: 'patronage',
    words: dataWords,
    columns: (lang) => dataWords(lang).columns,
    types: cellTypes('text text text text text text day day text integer integer day address'),
    csv: async (visit) => csvReply('patronage.csv', dataWords(visit.lang).columns, rows(visit)),
    json: async (visit) => jsonReply({ kind: 'patronage' }, facts(visit)),
    page: '/patronage',
    also: [],
    pages: {
      rows: `select id, title, decided_at as at from patronage_requests where kind = 'patronage' and state = 'granted'`,
      path: ({ id, title }) => requestPath({ id, title }),
    },
  },
];
