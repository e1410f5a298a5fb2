/** F1.2, X8: what of this module is given as whole files. Facts of groups are in none. */
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { cellTypes, type Dataset } from '#kernel/open-data.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { setPath } from './addresses.ts';
import { dataWords } from './data-words.ts';
import { listedSets } from './queries.ts';
import { itemName } from './views/pieces.ts';

const BATCH = 500;

async function* facts(visit: Visit) {
  let before: string | null = null;
  for (;;) {
    const from: string | null = before;
    const { sets, more }: Awaited<ReturnType<typeof listedSets>> = await visit.read((db) =>
      listedSets(db, from, BATCH),
    );
    yield sets.map((set) => ({
      id: shortId(set.id),
      name: set.name,
      about: set.about,
      required: set.items.map((item) => itemName(item, visit.lang)).join(visit.lang === 'en' ? '; ' : '、'),
      validMonths: set.valid_months,
      ownerId: shortId(set.owner_id),
      owner: set.owner_name,
      publishedOn: tokyoDate(set.published_at),
      closedOn: set.closed_at && tokyoDate(set.closed_at),
      url: visit.hub.origin + encodeURI(setPath(set)),
    }));
    if (!more) return;
    before = sets.at(-1)!.id;
  }
}

async function* rows(visit: Visit) {
  for await (const batch of facts(visit)) yield batch.map((one) => Object.values(one));
}

export const openData: readonly Dataset[] = [
  {
    name: 'requirements',
    words: dataWords,
    columns: (lang) => dataWords(lang).columns,
    types: cellTypes('text text text text integer text text day day address'),
    csv: async (visit) => csvReply('requirements.csv', dataWords(visit.lang).columns, rows(visit)),
    json: async (visit) => jsonReply({ kind: 'requirements' }, facts(visit)),
    page: '/requirements',
    also: [],
    pages: {
      rows: 'select id, name as title, coalesce(closed_at, published_at) as at from requirement_sets',
      path: ({ id, title }) => setPath({ id, name: title }),
    },
  },
];
