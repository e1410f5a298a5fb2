/** F1.2, X8: what of this module is given as whole files. */
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { kindWord } from '#commons/hubs/index.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { opinionAnchor, opinionHref } from './addresses.ts';
import { dataWords } from './data-words.ts';
import { countedVotes, everythingSaid, type Said } from './everything-said.ts';
import { columns } from './export-columns.ts';
import { exportRoutes } from './export-routes.ts';
import { words } from './words.ts';

function stateOf(said: Said): 'visible' | 'withdrawn' | 'hidden' {
  if (said.withdrawn_at) return 'withdrawn';
  return said.hidden_at ? 'hidden' : 'visible';
}

function address(visit: Visit, { id, parent_id: parent }: Said): string {
  const path = parent === null ? opinionHref(id) : `${opinionHref(parent)}#${opinionAnchor(id)}`;
  return visit.hub.origin + path;
}

async function opinionsCsv(visit: Visit): Promise<Reply> {
  const w = words(visit.lang);
  const c = columns(visit.lang);
  async function* rows() {
    for await (const batch of everythingSaid(visit))
      yield batch.map((one) => [
        shortId(one.id),
        shortId(one.debate_id),
        one.debate_title,
        one.number,
        w.kinds[one.kind],
        one.parent_id && shortId(one.parent_id),
        one.body,
        one.reason,
        one.amendment,
        shortId(one.actor_id),
        one.actor_name,
        kindWord(visit.lang, one.actor_kind),
        tokyoDate(one.said_at),
        ...(one.kind === 'opinion' ? [one.agree, one.disagree, one.pass] : ['', '', '']),
        c.states[stateOf(one)],
        address(visit, one),
      ]);
  }
  return csvReply('opinions.csv', Object.values(c.everything), rows());
}

async function opinionsJson(visit: Visit): Promise<Reply> {
  async function* items() {
    for await (const batch of everythingSaid(visit))
      yield batch.map((one) => ({
        id: shortId(one.id),
        debate: { id: shortId(one.debate_id), title: one.debate_title, kind: one.debate_kind },
        number: one.number,
        kind: one.kind,
        to: one.parent_id && shortId(one.parent_id),
        body: one.body,
        reason: one.reason,
        amendment: one.amendment,
        author: { id: shortId(one.actor_id), name: one.actor_name, kind: one.actor_kind },
        date: tokyoDate(one.said_at),
        votes: one.kind === 'opinion' ? { agree: one.agree, disagree: one.disagree, pass: one.pass } : null,
        state: stateOf(one),
        url: address(visit, one),
      }));
  }
  return jsonReply({ kind: 'opinions' }, items());
}

export const openData: readonly Dataset[] = [
  {
    name: 'debates',
    words: (lang) => dataWords(lang).debates,
    columns: (lang) => Object.values(columns(lang).debates),
    types: cellTypes('text text text day day integer integer integer text address'),
    ...filesOfList(exportRoutes, '/debates'),
    asked: 'kind=all',
    counted: countedVotes,
  },
  {
    name: 'opinions',
    words: (lang) => dataWords(lang).opinions,
    columns: (lang) => Object.values(columns(lang).everything),
    types: cellTypes(
      'text text text integer text text text text text text text text day integer integer integer text address',
    ),
    csv: opinionsCsv,
    json: opinionsJson,
    page: '/debates',
    also: [],
    counted: countedVotes,
  },
];
