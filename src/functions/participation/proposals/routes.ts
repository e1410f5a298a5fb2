/** F9.1 Reading proposals. */

import { pdfReply } from '#channels/pdf/index.ts';
import { discussionSection } from '#commons/discussion/index.ts';
import { kindWord, page, personalIn, rulesOf } from '#commons/hubs/index.ts';
import { followPart, thingFeedLink } from '#commons/notices/index.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { parseRef, ref, shortId } from '#kernel/ids.ts';
import { closing, colon, opening } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { movedTo, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { html } from '#ui/html.ts';
import { answersOf, answerView } from '../answers/index.ts';
import { meetingsOnDebate } from '../meetings/index.ts';
import { nextChange, recentRounds, roundName } from '../rounds/index.ts';
import { attachmentRoutes } from './attachment-routes.ts';
import { beginRevision } from './begin-revision.ts';
import { coProposalRoutes } from './co-proposal-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { proposalData } from './linked-data.ts';
import { filterOf } from './list-filter.ts';
import { mapRoutes } from './map-routes.ts';
import { mergeRoutes } from './merge-routes.ts';
import { districtsOf } from './outline.ts';
import { outlineInForce } from './outline-queries.ts';
import { printWords } from './print-words.ts';
import { proposalSheet } from './printed.ts';
import { listedProposals, type ShownProposal, shownProposal, versionsOf } from './queries.ts';
import { supportAskedPart } from './support-asked.ts';
import { withTiles } from './tiles.ts';
import { proposalActs } from './views/acts.ts';
import { placePart } from './views/around.ts';
import { proposalList } from './views/list.ts';
import { proposalAside, proposalBody, proposalHead } from './views/show.ts';
import { comparisonPage, versionsPage } from './views/versions.ts';
import { withdrawPage } from './views/write.ts';
import { withdrawProposal } from './withdraw-proposal.ts';
import { words } from './words.ts';

async function listPage(visit: Visit): Promise<Reply> {
  const filter = filterOf(visit);
  const [rounds, outline, listed] = await visit.read((db) =>
    Promise.all([recentRounds(db, visit.now), outlineInForce(db), listedProposals(db, filter)]),
  );
  const districts = districtsOf(outline?.geojson ?? null);
  const w = words(visit.lang).list;
  visit.tag('proposals', 'rounds', 'outline');
  visit.expiresAt(endOfTokyoDay(tokyoDate(visit.now)));
  return page(visit, {
    title: w.title,
    description: w.lead,
    place: 'proposals',
    main: proposalList({ lang: visit.lang, now: visit.now, filter, rounds, districts, ...listed }),
  });
}

/** The proposal an address names; a wrong or old slug leads to the right address. */
async function named(visit: Visit): Promise<ShownProposal> {
  const id = parseRef(visit.params.ref ?? '');
  const proposal = id ? await visit.read((db) => shownProposal(db, id)) : null;
  if (!proposal) throw refuseKernel('not-found', { status: 404 });
  return proposal;
}

async function showPage(visit: Visit): Promise<Reply> {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw refuseKernel('not-found', { status: 404 });
  const { lang, now } = visit;
  const [proposal, outline, answer, discussion, meetings] = await visit.read((db) =>
    Promise.all([
      shownProposal(db, id),
      outlineInForce(db),
      answersOf(db, { proposalId: id }),
      discussionSection(visit, db, { debateId: id }),
      meetingsOnDebate(visit, db, id),
    ]),
  );
  if (!proposal) throw refuseKernel('not-found', { status: 404 });
  const at = `/proposals/${ref(id, proposal.title)}`;
  if (decodeURI(visit.url.pathname) !== at) return movedTo(encodeURI(at) + visit.url.search);
  visit.tag(`proposal:${id}`, `debate:${id}`, `round:${proposal.round.id}`, 'rounds', 'outline');
  visit.tag(...proposal.absorbed.map((one) => `debate:${one.id}`));
  visit.expiresAt(nextChange(proposal.round, now) ?? endOfTokyoDay(tokyoDate(now)));
  visit.expiresAt(endOfTokyoDay(tokyoDate(now)));
  const shown = page(visit, {
    title: proposal.title,
    description: proposal.problem.slice(0, 120),
    place: 'proposals',
    breadcrumb: [
      ...crumbs(visit),
      { text: roundName(proposal.round, lang), href: `/rounds/${ref(proposal.round.id, '')}` },
      { text: proposal.title },
    ],
    head: html`${proposalHead(proposal, now, lang)}${followPart(visit, { kind: 'proposal', id, title: proposal.title })}${supportAskedPart(visit, proposal)}`,
    now: proposalActs({ lang, now, personal: personalIn(visit), proposal }),
    main: proposalBody({
      lang,
      now,
      proposal,
      discussion: html`${meetings(!proposal.withdrawn_at && !proposal.merged_into && !proposal.hidden_at)}${discussion.main}`,
      answer: answerView(answer, proposal.round, now, lang),
      place: placePart(proposal, outline, visit.hub, lang),
    }),
    aside: proposalAside(proposal, lang) ?? undefined,
    islands: discussion.islands,
    dataLinks: [
      ...(proposal.hidden_at ? [] : [{ href: `/proposals/${ref(id, '')}/sheet.pdf`, text: printWords(lang).link }]),
      { href: `/debates/${ref(id, '')}/opinions.csv`, text: 'CSV' },
      { href: `/debates/${ref(id, '')}/opinions.json`, text: 'JSON' },
      thingFeedLink('proposal', id, lang),
    ],
    proof: { kind: 'proposal', id },
    about: proposalData(proposal, visit.hub),
    responsible: `${proposal.actor_name}${opening(lang)}${kindWord(lang, proposal.actor_kind)}${closing(lang)}`,
  });
  return proposal.lat === null ? shown : withTiles(shown);
}

export function crumbs(visit: Visit) {
  return [{ text: words(visit.lang).list.title, href: '/proposals' }];
}

/** One page to hand around. */
async function sheet(visit: Visit): Promise<Reply> {
  const proposal = await named(visit);
  if (proposal.hidden_at) throw refuseKernel('not-found', { status: 404 });
  const { lang, now, hub } = visit;
  const print = proposalSheet({ lang, now, origin: hub.origin, hubName: hub.town[lang], proposal });
  return pdfReply(visit, print, `proposal-${shortId(proposal.id)}.pdf`);
}

async function versions(visit: Visit): Promise<Reply> {
  const proposal = await named(visit);
  if (proposal.hidden_at) return movedTo(encodeURI(`/proposals/${ref(proposal.id, proposal.title)}`));
  const all = await visit.read((db) => versionsOf(db, proposal.id));
  const w = words(visit.lang).versions;
  visit.tag(`proposal:${proposal.id}`);
  return page(visit, {
    title: `${w.title}${colon(visit.lang)}${proposal.title}`,
    place: 'proposals',
    breadcrumb: [
      ...crumbs(visit),
      { text: proposal.title, href: `/proposals/${ref(proposal.id, proposal.title)}` },
      { text: w.title },
    ],
    main: versionsPage({
      lang: visit.lang,
      proposal,
      versions: all,
      chosen: Number(visit.query('version')) || proposal.version,
    }),
    proof: { kind: 'proposal', id: proposal.id },
  });
}

/** `from` and `to` as the address says; left out or unknown: the first and the present one. */
async function comparison(visit: Visit): Promise<Reply> {
  const proposal = await named(visit);
  if (proposal.hidden_at) return movedTo(encodeURI(`/proposals/${ref(proposal.id, proposal.title)}`));
  const all = await visit.read((db) => versionsOf(db, proposal.id));
  const version = (name: string, otherwise: number) => {
    const asked = Number(visit.query(name));
    return all.find((one) => one.version === asked) ?? all.find((one) => one.version === otherwise) ?? all[0]!;
  };
  const { lang } = visit;
  const w = words(lang).versions;
  const at = `/proposals/${ref(proposal.id, proposal.title)}`;
  visit.tag(`proposal:${proposal.id}`);
  return page(visit, {
    title: `${w.compareTitle}${colon(lang)}${proposal.title}`,
    place: 'proposals',
    breadcrumb: [
      ...crumbs(visit),
      { text: proposal.title, href: at },
      { text: w.title, href: `${at}/versions` },
      { text: w.compareTitle },
    ],
    main: comparisonPage({
      lang,
      proposal,
      versions: all,
      from: version('from', 1),
      to: version('to', proposal.version),
    }),
    proof: { kind: 'proposal', id: proposal.id },
  });
}

async function withdrawal(visit: Visit): Promise<Reply> {
  const proposal = await named(visit);
  return withdrawalForm(visit, proposal, '');
}

function withdrawalForm(
  visit: Visit,
  proposal: ShownProposal,
  typed: string,
  problem?: Parameters<typeof withdrawPage>[2],
): Reply {
  const main = withdrawPage(
    proposal,
    typed,
    problem,
    visit.lang,
    rulesOf(visit.hub, proposal.round.rules_version).limits.reason,
  );
  return page(visit, {
    title: words(visit.lang).withdraw.title,
    place: 'proposals',
    layout: 'reading',
    main,
    problem,
    fieldNames: { reason: words(visit.lang).withdraw.reason },
  });
}

async function withdraw(visit: Visit): Promise<Reply> {
  const proposal = await named(visit);
  const reason = (await visit.form()).get('reason') ?? '';
  return visit.attempt(
    withdrawProposal,
    { id: proposal.id, reason },
    {
      done: () => `/proposals/${encodeURI(ref(proposal.id, proposal.title))}?done=withdrawn`,
      again: (problem) => withdrawalForm(visit, proposal, reason, problem),
    },
  );
}

async function revise(visit: Visit): Promise<Reply> {
  const proposal = await named(visit);
  await visit.form();
  return visit.attempt(
    beginRevision,
    { proposalId: proposal.id },
    {
      done: ({ id }) => `/proposal-drafts/${id}`,
      again: (problem) =>
        page(visit, { title: proposal.title, main: proposalHead(proposal, visit.now, visit.lang), problem }),
    },
  );
}

export const routes: readonly Route[] = [
  get('/proposals', 'public', ['F9.1'], listPage, { cached: true, framed: true }),
  get('/proposals/:ref', 'public', ['F9.1', 'F9.2'], showPage, { cached: true, framed: true }),
  get('/proposals/:ref/sheet.pdf', 'public', ['F9.1'], sheet),
  get('/proposals/:ref/versions', 'public', ['F9.1'], versions, { cached: true, framed: true }),
  get('/proposals/:ref/versions/compare', 'public', ['F9.1'], comparison, { cached: true, framed: true }),
  get('/proposals/:ref/withdrawal', 'person', ['F9.1'], withdrawal),
  post('/proposals/:ref/withdrawal', 'person', ['F9.1'], withdraw),
  post('/proposals/:ref/revisions', 'person', ['F9.1'], revise),
  ...coProposalRoutes,
  ...draftRoutes,
  ...mergeRoutes,
  ...mapRoutes,
  ...attachmentRoutes,
  ...exportRoutes,
];
