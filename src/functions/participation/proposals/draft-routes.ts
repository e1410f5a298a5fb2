/** F9.1 Writing: begin, keep, look, publish. */
import { page, rulesOf } from '#commons/hubs/index.ts';
import { electionNotice } from '#commons/moderation/index.ts';
import { isUuid, ref } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import { seeOther } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { linkButton } from '#ui/button.ts';
import { pageHead } from '#ui/heading.ts';
import { html } from '#ui/html.ts';
import { roundTaking } from '../rounds/index.ts';
import { draftFiles } from './attachment.ts';
import { refusalOf } from './checked-draft.ts';
import { consentWords } from './consent-words.ts';
import { beginDraft, type Draft, discardDraft, draftFor, draftsOf, saveDraft, sharedDraft } from './drafts.ts';
import { outlineInForce } from './outline-queries.ts';
import { type DraftFields, EMPTY_DRAFT, refuse } from './proposal.ts';
import { publishProposal } from './publish-proposal.ts';
import { policyChoices } from './queries.ts';
import { mayPropose } from './rules.ts';
import { withTiles } from './tiles.ts';
import { editPage, fieldLabels, previewPage, sharedPage, startPage } from './views/write.ts';
import { words } from './words.ts';

async function start(visit: Visit, problem?: Problem): Promise<Reply> {
  const reader = visit.signedIn;
  const [round, drafts] = await visit.read((db) =>
    Promise.all([roundTaking(db, visit.now), draftsOf(db, reader.person.id)]),
  );
  const no = mayPropose(visit.hub, reader);
  const reason =
    no === null
      ? null
      : visit.problem(no === 'level' || no === 'sign-in' ? refuseKernel(no) : refuse(no)).items[0]!.message;
  return page(visit, {
    title: words(visit.lang).start.title,
    place: 'proposals',
    layout: 'reading',
    problem,
    main: html`${electionNotice(visit.hub, visit.now, visit.lang)}${startPage({ lang: visit.lang, round, drafts, actingName: reader.acting.name, reason })}`,
  });
}

/** A form elsewhere may bring the first words along: 「この町のルールを変える」. */
async function begin(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const begun = ['title', 'problem', 'proposal'].flatMap((name) => {
    const text = form.get(name);
    return text ? [[name, text]] : [];
  });
  return visit.attempt(beginDraft, Object.fromEntries(begun), {
    done: ({ id }) => `/proposal-drafts/${id}`,
    again: (problem) => start(visit, problem),
  });
}

async function ownDraft(visit: Visit): Promise<Draft> {
  const { id } = visit.params;
  const draft = id && isUuid(id) ? await visit.read((db) => draftFor(db, visit.signedIn, id)) : null;
  if (!draft) throw refuseKernel('not-found', { status: 404 });
  return draft;
}

async function editForm(visit: Visit, draft: Draft, typed: DraftFields, problem?: Problem): Promise<Reply> {
  const [policies, files, outline] = await visit.read((db) =>
    Promise.all([policyChoices(db), draftFiles(db, draft.id), outlineInForce(db)]),
  );
  const w = words(visit.lang).form;
  const shown = page(visit, {
    title: draft.proposal_id ? w.titleRevision : w.title,
    place: 'proposals',
    layout: 'reading',
    problem,
    fieldNames: fieldLabels(visit.lang),
    islands: ['draft-keeper', 'char-counter', 'map-point'],
    main: html`${electionNotice(visit.hub, visit.now, visit.lang)}${editPage({
      lang: visit.lang,
      origin: visit.hub.origin,
      draft,
      typed,
      limits: rulesOf(visit.hub).limits,
      policies,
      files,
      outline,
      town: visit.hub.town[visit.lang],
      problem,
    })}`,
  });
  return withTiles(shown);
}

function publicHref(draft: Draft): string {
  return `/proposals/${ref(draft.proposal_id ?? '', draft.fields.title)}`;
}

/** Sent a second time from another window: a form that can't be saved any more would only mislead. */
function alreadyPublic(visit: Visit, draft: Draft, problem: Problem): Reply {
  const { title } = draft.fields;
  const onward = linkButton({ text: consentWords(visit.lang).request.read, href: publicHref(draft), tone: 'main' });
  const main = html`${pageHead({ title })}<p>${onward}</p>`;
  return page(visit, { title, place: 'proposals', layout: 'reading', problem, main });
}

async function edit(visit: Visit): Promise<Reply> {
  const draft = await ownDraft(visit);
  return draft.published_at ? seeOther(publicHref(draft)) : editForm(visit, draft, draft.fields);
}

/** Pages to which saving leads on. */
const NEXT = new Set(['preview', 'attachments']);

async function save(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const { id } = visit.params;
  return visit.attempt(
    saveDraft,
    { ...form.toObject(), id },
    {
      done: () =>
        NEXT.has(form.get('next') ?? '')
          ? `/proposal-drafts/${id}/${form.get('next')}`
          : `/proposal-drafts/${id}?done=saved`,
      again: async (problem) => {
        const typed = { ...EMPTY_DRAFT, ...(form.toObject() as Partial<DraftFields>) };
        return editForm(visit, await ownDraft(visit), typed, problem);
      },
    },
  );
}

async function preview(visit: Visit): Promise<Reply> {
  const draft = await ownDraft(visit);
  const [round, files, refusal] = await visit.read((db) =>
    Promise.all([
      roundTaking(db, visit.now),
      draftFiles(db, draft.id),
      refusalOf({ db, hub: visit.hub, now: visit.now }, draft),
    ]),
  );
  const problem = refusal ? visit.problem(refusal) : null;
  const main = previewPage({ lang: visit.lang, draft, round, files, problem });
  return page(visit, { title: words(visit.lang).preview.title, place: 'proposals', layout: 'reading', main });
}

async function publish(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  return visit.attempt(
    publishProposal,
    { id: visit.params.id, version: form.get('version') },
    {
      done: ({ id, title }) => `/proposals/${encodeURI(ref(id, title))}?done=published`,
      again: async (problem) => {
        const draft = await ownDraft(visit);
        return draft.published_at
          ? alreadyPublic(visit, draft, problem)
          : editForm(visit, draft, draft.fields, problem);
      },
    },
  );
}

async function discard(visit: Visit): Promise<Reply> {
  await visit.form();
  return visit.attempt(
    discardDraft,
    { id: visit.params.id },
    { done: () => '/proposals/new', again: (problem) => start(visit, problem) },
  );
}

async function shared(visit: Visit): Promise<Reply> {
  const { key } = visit.params;
  const draft = key && isUuid(key) ? await visit.read((db) => sharedDraft(db, key)) : null;
  if (!draft) throw refuseKernel('not-found', { status: 404 });
  const files = await visit.read((db) => draftFiles(db, draft.id));
  return page(visit, {
    title: words(visit.lang).preview.shared,
    indexed: false,
    layout: 'reading',
    main: sharedPage(draft, files, visit.lang),
  });
}

export const draftRoutes: readonly Route[] = [
  get('/proposals/new', 'person', ['F9.1'], (visit) => start(visit)),
  post('/proposal-drafts', 'person', ['F9.1'], begin),
  get('/proposal-drafts/:id', 'person', ['F9.1'], edit),
  post('/proposal-drafts/:id', 'person', ['F9.1'], save),
  get('/proposal-drafts/:id/preview', 'person', ['F9.1'], preview),
  post('/proposal-drafts/:id/publication', 'person', ['F9.1'], publish),
  post('/proposal-drafts/:id/removal', 'person', ['F9.1'], discard),
  get('/shared-drafts/:key', 'public', ['F9.1'], shared),
];
