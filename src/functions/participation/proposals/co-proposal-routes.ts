/** F9.1 Proposing together: asking others, reading what one is asked about, answering, leaving. */
import { page, rulesOf } from '#commons/hubs/index.ts';
import { isUuid, parseRef, parseShortId, ref } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { type Answered, answerCoProposal } from './answer-co-proposal.ts';
import { answersFor, draftFiles } from './attachment.ts';
import { draftText, mayAnswer, textDigest } from './co-proposal.ts';
import {
  type Asked,
  actorsNamed,
  askedOf,
  type CoRequest,
  requestById,
  requestByKey,
  requestsOf,
} from './co-proposal-queries.ts';
import { consentWords } from './consent-words.ts';
import { draftFor } from './drafts.ts';
import { inviteCoProposer, keyHashOf } from './invite-co-proposer.ts';
import { mergesWaitingFor, questionsTo } from './merge-queries.ts';
import { placeOfRow } from './place.ts';
import { type ProposalRefusal, refuse } from './proposal.ts';
import { shownProposal } from './queries.ts';
import { isProposer } from './rules.ts';
import { settleQuestion } from './settle-question.ts';
import { takeBackInvitation } from './take-back-invitation.ts';
import { askingPage } from './views/asking.ts';
import { overPage, requestPage } from './views/request.ts';
import { requestsPage } from './views/requests.ts';

interface AskingPlace {
  of: Asked;
  title: string;
  at: string;
  back: { href: string; isDraft: boolean };
  digest: Buffer;
}

const NOT_FOUND = () => refuseKernel('not-found', { status: 404 });

/** The draft or proposal of the address, for whoever may ask others about it; to everybody else there is no such page. */
async function askingPlace(visit: Visit): Promise<AskingPlace> {
  const { id } = visit.params;
  const reader = visit.signedIn;
  if (id !== undefined) {
    const draft = isUuid(id) ? await visit.read((db) => draftFor(db, reader, id)) : null;
    if (!draft || draft.published_at || draft.proposal_id) throw NOT_FOUND();
    const href = `/proposal-drafts/${id}`;
    return {
      of: { draftId: id },
      title: draft.fields.title,
      at: `${href}/co-proposers`,
      back: { href, isDraft: true },
      digest: textDigest(draftText(draft.fields)),
    };
  }
  const proposalId = parseRef(visit.params.ref ?? '');
  const proposal = proposalId ? await visit.read((db) => shownProposal(db, proposalId)) : null;
  if (!proposal || !isProposer(reader, { actorId: proposal.actor_id, withdrawnAt: null })) throw NOT_FOUND();
  const href = `/proposals/${ref(proposal.id, proposal.title)}`;
  return {
    of: { proposalId: proposal.id },
    title: proposal.title,
    at: `${href}/co-proposers`,
    back: { href, isDraft: false },
    digest: textDigest({ ...proposal, place: placeOfRow(proposal) }),
  };
}

async function asking(visit: Visit, typedAddress = '', problem?: Problem): Promise<Reply> {
  const place = await askingPlace(visit);
  const q = visit.query('q').normalize('NFC').trim().slice(0, 60);
  const [asked, found] = await visit.read((db) =>
    Promise.all([askedOf(db, place.of), q === '' ? [] : actorsNamed(db, q)]),
  );
  const known = new Set(asked.filter((one) => !one.ended).map((one) => one.actor_id));
  const offered = found.filter((one) => !known.has(one.id) && one.id !== visit.signedIn.acting.id);
  return page(visit, {
    title: consentWords(visit.lang).asked.title,
    place: 'proposals',
    layout: 'reading',
    indexed: false,
    problem,
    main: askingPage({ lang: visit.lang, ...place, asked, q, found: offered, typedAddress, problem }),
  });
}

async function invite(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const place = await askingPlace(visit);
  const address = form.get('address');
  const whom = address === undefined ? { actorId: form.get('actorId') } : { address };
  return visit.attempt(
    inviteCoProposer,
    { ...place.of, ...whom },
    {
      done: () => `${encodeURI(place.at)}?done=sent`,
      again: (problem) => asking(visit, address ?? '', problem),
    },
  );
}

async function takeBack(visit: Visit): Promise<Reply> {
  await visit.form();
  const request = await requestOf(visit);
  const at = request.proposal_id
    ? `/proposals/${encodeURI(ref(request.proposal_id, request.thing.title))}/co-proposers`
    : `/proposal-drafts/${request.draft_id}/co-proposers`;
  return visit.attempt(
    takeBackInvitation,
    { id: request.id },
    { done: () => `${at}?done=withdrawn`, again: (problem) => requestForm(visit, request, '', problem) },
  );
}

/** By its id, or by the key of a letter. */
async function requestOf(visit: Visit): Promise<CoRequest> {
  const { id, key } = visit.params;
  const request = await visit.read(async (db) => {
    if (key !== undefined) return requestByKey(db, keyHashOf(key));
    return isUuid(id ?? '') ? requestById(db, id!) : null;
  });
  if (!request) throw NOT_FOUND();
  return request;
}

/** One's own request; nobody else sees whom somebody has asked. */
async function ownRequest(visit: Visit): Promise<CoRequest> {
  const request = await requestOf(visit);
  if (!answersFor(visit.signedIn, request.actor_id)) throw NOT_FOUND();
  return request;
}

async function requestForm(visit: Visit, request: CoRequest, typedWord: string, problem?: Problem): Promise<Reply> {
  const { lang, params } = visit;
  const here = params.key ? `/co-proposal-letters/${params.key}` : `/co-proposals/${request.id}`;
  const title = consentWords(lang).request.title;
  if (request.ended) return page(visit, { title, layout: 'reading', indexed: false, main: overPage(lang), problem });
  const isAsked = visit.reader !== null && answersFor(visit.reader, request.actor_id);
  const { draft_id: draftId } = request;
  const files = draftId && isAsked ? await visit.read((db) => draftFiles(db, draftId)) : [];
  return page(visit, {
    title,
    layout: 'reading',
    indexed: false,
    problem,
    fieldNames: { word: consentWords(lang).request.word },
    main: requestPage({
      lang,
      request,
      files,
      reader: visit.reader,
      action: `${here}/answers`,
      here,
      reason: reasonAgainst(visit, request),
      typedWord,
      problem,
    }),
  });
}

function reasonAgainst(visit: Visit, request: CoRequest): string | null {
  const co = { actorId: request.actor_id, digest: request.digest, ended: request.ended };
  const no = mayAnswer(visit.reader, request.thing, co, rulesOf(visit.hub).levels.proposal, visit.now);
  if (no === null) return null;
  const refusal = no === 'level' || no === 'sign-in' ? refuseKernel(no) : refuse(no as ProposalRefusal);
  return visit.problem(refusal).items[0]!.message;
}

async function letter(visit: Visit): Promise<Reply> {
  return requestForm(visit, await requestOf(visit), '');
}

async function answer(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const request = visit.params.key ? await requestOf(visit) : await ownRequest(visit);
  const by = visit.params.key ? { key: visit.params.key } : { id: request.id };
  return visit.attempt(
    answerCoProposal,
    { ...by, answer: form.get('answer'), digest: form.get('digest'), word: form.get('word') },
    {
      done: (done) => afterAnswer(done),
      again: async (problem) =>
        requestForm(
          visit,
          await (visit.params.key ? requestOf(visit) : ownRequest(visit)),
          form.get('word') ?? '',
          problem,
        ),
    },
  );
}

function afterAnswer({ id, answer: said, proposal }: Answered): string {
  if (said === 'decline' || !proposal)
    return said === 'consent' ? `/co-proposals/${id}?done=recorded` : '/proposal-requests?done=recorded';
  return `/proposals/${encodeURI(ref(proposal.id, proposal.title))}?done=recorded`;
}

async function requests(visit: Visit, problem?: Problem): Promise<Reply> {
  const { person, roles } = visit.signedIn;
  const organisations = roles.filter((held) => held.role !== 'member').map((held) => held.organisation);
  const mine = [person, ...organisations];
  const ids = mine.map((actor) => actor.id);
  const [asked, merges, questions] = await visit.read((db) =>
    Promise.all([requestsOf(db, ids), mergesWaitingFor(db, ids, visit.now), questionsTo(db, ids, person.id)]),
  );
  return page(visit, {
    title: consentWords(visit.lang).requests.title,
    place: 'proposals',
    indexed: false,
    problem,
    main: requestsPage({
      lang: visit.lang,
      requests: asked,
      merges,
      questions,
      nameOf: (id) => mine.find((actor) => actor.id === id)?.name ?? '',
    }),
  });
}

async function settle(visit: Visit): Promise<Reply> {
  const actorId = (await visit.form()).get('actor');
  const mergeId = parseShortId(visit.params.ref ?? '');
  return visit.attempt(
    settleQuestion,
    { mergeId, actorId },
    { done: () => '/proposal-requests?done=recorded', again: (problem) => requests(visit, problem) },
  );
}

const serves = ['F9.1'];

export const coProposalRoutes: readonly Route[] = [
  get('/proposal-drafts/:id/co-proposers', 'person', serves, (visit) => asking(visit)),
  post('/proposal-drafts/:id/invitations', 'person', serves, invite),
  get('/proposals/:ref/co-proposers', 'person', serves, (visit) => asking(visit)),
  post('/proposals/:ref/invitations', 'person', serves, invite),
  get('/co-proposals/:id', 'person', serves, async (visit) => requestForm(visit, await ownRequest(visit), '')),
  post('/co-proposals/:id/answers', 'person', serves, answer),
  post('/co-proposals/:id/removal', 'person', serves, takeBack),
  get('/co-proposal-letters/:key', 'public', serves, letter),
  post('/co-proposal-letters/:key/answers', 'person', serves, answer),
  get('/proposal-requests', 'person', serves, (visit) => requests(visit)),
  post('/merge-questions/:ref/settlements', 'person', serves, settle),
];
