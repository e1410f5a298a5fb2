/** F1.2, X8: what of this module is given as whole files. */
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { cellTypes, type Dataset } from '#kernel/open-data.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { circlePath } from './addresses.ts';
import { dataWords } from './data-words.ts';
import { listedCircles } from './queries.ts';

const BATCH = 500;

async function* facts(visit: Visit) {
  let before: string | null = null;
  for (;;) {
    const from: string | null = before;
    const { circles, more }: Awaited<ReturnType<typeof listedCircles>> = await visit.read((db) =>
      listedCircles(db, from, BATCH),
    );
    yield circles.map((circle) => ({
      id: shortId(circle.id),
      name: circle.name,
      about: circle.about,
      founderId: shortId(circle.group_id),
      founder: circle.group_name,
      groups: circle.member_count,
      foundedOn: tokyoDate(circle.founded_at),
      closedOn: circle.closed_at && tokyoDate(circle.closed_at),
      url: visit.hub.origin + encodeURI(circlePath(circle)),
    }));
    if (!more) return;
    before = circles.at(-1)!.id;
  }
}

async function* rows(visit: Visit) {
  for await (const batch of facts(visit)) yield batch.map((one) => Object.values(one));
}

export const openData: readonly Dataset[] = [
  {
    name: 'circles',
    words: dataWords,
    columns: (lang) => dataWords(lang).columns,
    types: cellTypes('text text text text text integer day day address'),
    csv: async (visit) => csvReply('circles.csv', dataWords(visit.lang).columns, rows(visit)),
    json: async (visit) => jsonReply({ kind: 'circles' }, facts(visit)),
    page: '/circles',
    also: [],
    pages: {
      rows: 'select id, name as title, coalesce(closed_at, founded_at) as at from circles',
      path: ({ id, title }) => circlePath({ id, name: title }),
    },
  },
];
