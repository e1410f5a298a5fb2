/** F9.8 "A page per proposal shows the whole trail from the first opinion to the result." */
import { page } from '#commons/hubs/index.ts';
import { camelled } from '#kernel/api.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import type { Told } from '#kernel/described.ts';
import { parseRef, ref } from '#kernel/ids.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import { json, movedTo, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { answersOf } from '../answers/index.ts';
import { shownProposal } from '../proposals/index.ts';
import { nextChange, roundName } from '../rounds/index.ts';
import { budgetRoutes } from './budget-routes.ts';
import type { TRAIL } from './described.ts';
import { trailLinks } from './queries.ts';
import type { TrailData } from './views/events.ts';
import { trailPage } from './views/page.ts';
import { words } from './words.ts';

async function found(visit: Visit): Promise<TrailData> {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw refuse('not-found', { status: 404 });
  const [proposal, answer, links] = await visit.read((db) =>
    Promise.all([shownProposal(db, id), answersOf(db, { proposalId: id }), trailLinks(db, id)]),
  );
  if (!proposal || !links) throw refuse('not-found', { status: 404 });
  return { proposal, answer, links };
}

async function show(visit: Visit): Promise<Reply> {
  const data = await found(visit);
  const { proposal, answer, links } = data;
  const { lang, now } = visit;
  const points = links.points.map((point) => `point:${point.id}`);
  visit.tag(`proposal:${proposal.id}`, `debate:${proposal.id}`, `round:${proposal.round.id}`, 'rounds', ...points);
  visit.expiresAt(nextChange(proposal.round, now) ?? endOfTokyoDay(tokyoDate(now)));
  visit.expiresAt(endOfTokyoDay(tokyoDate(now)));
  const at = `/proposals/${ref(proposal.id, proposal.title)}`;
  if (decodeURI(visit.url.pathname) !== `${at}/trail`) return movedTo(`${encodeURI(at)}/trail${visit.url.search}`);
  const w = words(lang);
  return page(visit, {
    title: w.of(proposal.title),
    description: w.lead,
    place: 'proposals',
    breadcrumb: [
      { text: roundName(proposal.round, lang), href: `/rounds/${ref(proposal.round.id, '')}` },
      { text: proposal.title, href: at },
      { text: w.title },
    ],
    main: trailPage(data, now, lang),
    dataLinks: [{ href: `${at}/trail.json`, text: 'JSON', type: 'application/json' }],
    proof: { kind: 'proposal', id: proposal.id },
    ...(answer ? { responsible: answer.division_name } : {}),
  });
}

async function data(visit: Visit): Promise<Reply> {
  const { proposal, answer, links } = await found(visit);
  const { id, title, kind, version, published_at, withdrawn_at, round } = proposal;
  return json({
    licence: 'CC BY 4.0',
    proposal: { id, title, kind, version, publishedAt: published_at, withdrawnAt: withdrawn_at },
    round: { id: round.id, name: roundName(round, visit.lang), publishedAt: round.published_at },
    debate: {
      opensAt: proposal.opens_at,
      closesAt: proposal.closes_at,
      opinions: proposal.opinion_count,
      votes: proposal.vote_count,
    },
    ...camelled(links),
    answer: answer && camelled(answer),
  } satisfies Told<typeof TRAIL>);
}

export const routes: readonly Route[] = [
  ...budgetRoutes,
  get('/proposals/:ref/trail', 'public', ['F9.8'], show, { cached: true, framed: true }),
  get('/proposals/:ref/trail.json', 'public', ['F9.8'], data),
];
