/** F1.2, X8: what of this module is given as whole files. */
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { tokyoDateTime } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { showcaseHref, showcasePath, slotAnchor } from './addresses.ts';
import { dataWords } from './data-words.ts';
import { draftWords } from './draft-words.ts';
import { exportRoutes } from './export-routes.ts';
import { everyVoice } from './live-queries.ts';
import { everyProgramme } from './programmes.ts';
import { words } from './words.ts';

async function* voices(visit: Visit) {
  for await (const batch of everyVoice((work) => visit.read(work)))
    yield batch.map((one) => ({
      id: shortId(one.id),
      showcaseId: shortId(one.showcase_id),
      showcase: one.showcase_title,
      slotId: shortId(one.slot_id),
      kind: one.kind,
      nickname: one.nickname,
      body: one.body,
      answer: one.answer,
      saidAt: one.said_at,
      answeredAt: one.answered_at,
    }));
}

async function* voiceRows(visit: Visit) {
  for await (const batch of voices(visit))
    yield batch.map((one) => Object.values(one).map((cell) => (cell instanceof Date ? cell.toISOString() : cell)));
}

async function* programmes(visit: Visit) {
  for await (const batch of everyProgramme((work) => visit.read(work)))
    yield batch.map((one) => ({
      id: shortId(one.id),
      showcaseId: shortId(one.showcase_id),
      showcase: one.showcase,
      slot: one.label,
      place: one.place,
      from: tokyoDateTime(one.starts_at),
      to: tokyoDateTime(one.ends_at),
      groupId: one.group_id && shortId(one.group_id),
      group: one.group_name,
      title: one.title,
      about: one.about,
      recording: one.recording,
      cancelled: one.is_cancelled,
      url: `${visit.hub.origin}${showcaseHref(one.showcase_id)}#${slotAnchor(one.id)}`,
    }));
}

async function* programmeRows(visit: Visit) {
  for await (const batch of programmes(visit)) yield batch.map((one) => Object.values(one));
}

export const openData: readonly Dataset[] = [
  {
    name: 'showcases',
    words: (lang) => dataWords(lang).showcases,
    columns: (lang) => [...words(lang).columns, ...draftWords(lang).columns],
    types: cellTypes(
      'text text text text minute minute text text minute text text address text text text integer text address',
    ),
    ...filesOfList(exportRoutes, '/showcases'),
    asked: 'when=all',
    byClock: true,
    pages: {
      rows: 'select id, title, announced_at as at from showcases where hidden_at is null',
      path: showcasePath,
    },
  },
  {
    name: 'programmes',
    words: (lang) => dataWords(lang).programmes,
    columns: (lang) => dataWords(lang).programmes.columns,
    types: cellTypes('text text text text text minute minute text text text text address flag address'),
    csv: async (visit) => csvReply('programmes.csv', dataWords(visit.lang).programmes.columns, programmeRows(visit)),
    json: async (visit) => jsonReply({ kind: 'programmes' }, programmes(visit)),
    page: '/showcases',
    also: [],
  },
  {
    name: 'showcase-voices',
    words: (lang) => dataWords(lang).voices,
    columns: (lang) => dataWords(lang).voices.columns,
    types: cellTypes('text text text text text text text text moment moment'),
    csv: async (visit) => csvReply('showcase-voices.csv', dataWords(visit.lang).voices.columns, voiceRows(visit)),
    json: async (visit) => jsonReply({ kind: 'showcase-voices' }, voices(visit)),
    page: '/showcases',
    also: [],
  },
];
