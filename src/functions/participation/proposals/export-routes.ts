/** F9.1, P4: exactly the list one sees, as CSV, JSON and feed. */

import { Readable } from 'node:stream';
import { atomReply } from '#channels/feeds/atom.ts';
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { unlessUnchanged } from '#channels/open-data/unless-unchanged.ts';
import { filesData, filesOf } from '#commons/files/index.ts';
import { kindWord } from '#commons/hubs/index.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { ref, shortId } from '#kernel/ids.ts';
import { htmlLang } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { type Round, recentRounds, roundName } from '../rounds/index.ts';
import { PROPOSAL } from './attachment.ts';
import { filterOf } from './list-filter.ts';
import { geometryOf, placeOfRow } from './place.ts';
import { allProposals, type ListedProposal, listedProposals } from './queries.ts';
import { words } from './words.ts';

const ALL_ROUNDS = 200;

function address(visit: Visit, proposal: ListedProposal): string {
  return visit.hub.origin + encodeURI(`/proposals/${ref(proposal.id, proposal.title)}`);
}

function mergedHref(visit: Visit, { merged_into_id: into }: ListedProposal): string {
  return into ? `${visit.hub.origin}/proposals/${ref(into, '')}` : '';
}

function placeData(proposal: ListedProposal) {
  const place = placeOfRow(proposal);
  return place && { ...place, district: proposal.district };
}

function roundNames(visit: Visit, rounds: readonly Round[]): Map<string, string> {
  return new Map(rounds.map((round) => [round.id, roundName(round, visit.lang)]));
}

async function csv(visit: Visit): Promise<Reply> {
  const names = roundNames(visit, await visit.read((db) => recentRounds(db, visit.now, ALL_ROUNDS)));
  const w = words(visit.lang);
  async function* rows() {
    for await (const batch of allProposals((work) => visit.read(work), filterOf(visit))) {
      yield batch.map((proposal) => [
        shortId(proposal.id),
        w.kinds[proposal.kind],
        proposal.title,
        proposal.actor_name,
        kindWord(visit.lang, proposal.actor_kind),
        names.get(proposal.round_id) ?? '',
        tokyoDate(proposal.published_at),
        proposal.withdrawn_at ? tokyoDate(proposal.withdrawn_at) : '',
        proposal.opinion_count,
        proposal.vote_count,
        proposal.answer_kind ?? '',
        address(visit, proposal),
        proposal.lat,
        proposal.lng,
        proposal.district,
        proposal.co_proposers.map((one) => one.name).join('、'),
        mergedHref(visit, proposal),
      ]);
    }
  }
  return csvReply('proposals.csv', w.columns, rows());
}

async function json(visit: Visit): Promise<Reply> {
  const names = roundNames(visit, await visit.read((db) => recentRounds(db, visit.now, ALL_ROUNDS)));
  async function* items() {
    for await (const batch of allProposals((work) => visit.read(work), filterOf(visit))) {
      const files = await visit.read((db) => filesOf(db, PROPOSAL, batch));
      yield batch.map((proposal) => ({
        id: proposal.id,
        kind: proposal.kind,
        title: proposal.title,
        version: proposal.version,
        proposer: { id: proposal.actor_id, name: proposal.actor_name, kind: proposal.actor_kind },
        round: { id: proposal.round_id, name: names.get(proposal.round_id) ?? null },
        publishedAt: proposal.published_at,
        withdrawnAt: proposal.withdrawn_at,
        opinions: proposal.opinion_count,
        votes: proposal.vote_count,
        answer: proposal.answer_kind,
        place: placeData(proposal),
        coProposers: proposal.co_proposers.map(({ id, name, kind, at }) => ({ id, name, kind, consentedAt: at })),
        mergedInto: proposal.merged_into_id,
        files: filesData(files.get(proposal.id) ?? [], visit.hub.origin),
        url: address(visit, proposal),
      }));
    }
  }
  return jsonReply({ kind: 'proposals' }, items());
}

/** RFC 7946: a proposal with an area is both in one, its point and the area. Only those with a place. */
async function geojson(visit: Visit): Promise<Reply> {
  const w = words(visit.lang);
  async function* pieces() {
    yield '{"type":"FeatureCollection","licence":"CC BY 4.0","features":[';
    let first = true;
    for await (const batch of allProposals((work) => visit.read(work), filterOf(visit))) {
      for (const proposal of batch) {
        const place = placeOfRow(proposal);
        if (!place) continue;
        const { id, title, district, actor_name: proposer } = proposal;
        const properties = { title, kind: w.kinds[proposal.kind], proposer, district, url: address(visit, proposal) };
        yield `${first ? '' : ','}${JSON.stringify({ type: 'Feature', id, properties, geometry: geometryOf(place) })}`;
        first = false;
      }
    }
    yield ']}';
  }
  const headers = { 'content-type': 'application/geo+json; charset=utf-8' };
  return unlessUnchanged(visit, null, async () => ({ status: 200, headers, body: Readable.from(pieces()) }));
}

async function feed(visit: Visit): Promise<Reply> {
  const { proposals } = await visit.read((db) => listedProposals(db, { ...filterOf(visit), before: null, limit: 30 }));
  return atomReply({
    href: `${visit.hub.origin}/proposals${visit.url.search}`,
    self: visit.hub.origin + visit.url.pathname + visit.url.search,
    title: `${words(visit.lang).feedTitle} ${visit.hub.name[visit.lang]}`,
    lang: htmlLang(visit.lang),
    updated: proposals[0]?.published_at ?? visit.now,
    entries: proposals.map((proposal) => ({
      href: address(visit, proposal),
      title: proposal.title,
      author: proposal.actor_name,
      at: proposal.published_at,
      summary: proposal.excerpt,
    })),
  });
}

export const exportRoutes: readonly Route[] = [
  get('/proposals.csv', 'public', ['F9.1'], csv),
  get('/proposals.json', 'public', ['F9.1'], json),
  get('/proposals.geojson', 'public', ['F9.1'], geojson),
  get('/proposals.atom', 'public', ['F9.1'], feed),
];
