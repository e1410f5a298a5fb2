/** F9.1 Merging: suggesting it, reading what is suggested, answering. */
import { page, rulesOf } from '#commons/hubs/index.ts';
import { run } from '#kernel/database/dialect.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { parseRef, parseShortId, ref, shortId } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { answerMerge, takeBackMerge } from './answer-merge.ts';
import { WAYS, type Way } from './merge.ts';
import { mergeById, type ShownMerge } from './merge-queries.ts';
import { mergeWords } from './merge-words.ts';
import { textOf } from './proposal-version.ts';
import { type ShownProposal, shownProposal } from './queries.ts';
import { isProposer } from './rules.ts';
import { suggestMerge } from './suggest-merge.ts';
import { mergePage } from './views/merge.ts';
import { mergeFieldLabels, mergeForm, type TypedMerge } from './views/merge-form.ts';
import { words } from './words.ts';

const NOT_FOUND = () => refuseKernel('not-found', { status: 404 });
const MOST_OTHERS = 200;

/** For whoever proposed it; to everybody else there is no such form. */
async function ours(visit: Visit): Promise<ShownProposal> {
  const id = parseRef(visit.params.ref ?? '');
  const proposal = id ? await visit.read((db) => shownProposal(db, id)) : null;
  const facts = proposal && { actorId: proposal.actor_id, withdrawnAt: null };
  if (!proposal || !facts || !isProposer(visit.signedIn, facts)) throw NOT_FOUND();
  return proposal;
}

async function formPage(visit: Visit, proposal: ShownProposal, typed: TypedMerge, problem?: Problem): Promise<Reply> {
  const { lang, now } = visit;
  const isOpen = !proposal.withdrawn_at && now < proposal.round.drafting_at;
  const others = isOpen
    ? await visit.read((db) =>
        run<{ id: string; title: string; actor_name: string }>(
          db,
          `select p.id, p.title, a.name as actor_name from proposals p
           join actors a on a.hub_id = p.hub_id and a.id = p.actor_id
           where p.round_id = $1 and p.withdrawn_at is null and p.id <> $2 order by p.id limit ${MOST_OTHERS}`,
          [proposal.round.id, proposal.id],
        ),
      )
    : [];
  const w = mergeWords(lang).new;
  return page(visit, {
    title: w.title,
    place: 'proposals',
    layout: 'reading',
    indexed: false,
    problem,
    fieldNames: mergeFieldLabels(lang),
    islands: ['char-counter'],
    main: mergeForm({
      lang,
      proposal,
      others,
      typed,
      limits: rulesOf(visit.hub, proposal.round.rules_version).limits,
      problem,
    }),
  });
}

async function start(visit: Visit): Promise<Reply> {
  const proposal = await ours(visit);
  const otherId = parseRef(visit.query('with')) ?? '';
  return formPage(visit, proposal, { otherId, way: 'theirs-into-ours', plan: '', ...textOf(proposal) });
}

async function suggest(visit: Visit): Promise<Reply> {
  const proposal = await ours(visit);
  const fields = (await visit.form()).toObject() as Partial<TypedMerge>;
  const way = WAYS.includes(fields.way as Way) ? fields.way! : 'theirs-into-ours';
  return visit.attempt(
    suggestMerge,
    { ...fields, proposalId: proposal.id },
    {
      done: ({ id }) => `/proposal-merges/${shortId(id)}?done=sent`,
      again: (problem) =>
        formPage(visit, proposal, { plan: '', otherId: '', ...textOf(proposal), ...fields, way }, problem),
    },
  );
}

async function named(visit: Visit): Promise<ShownMerge> {
  const id = parseShortId(visit.params.ref ?? '');
  const merge = id ? await visit.read((db) => mergeById(db, id)) : null;
  if (!merge) throw NOT_FOUND();
  return merge;
}

function show(visit: Visit, merge: ShownMerge, typedWord = '', problem?: Problem): Reply {
  const { lang, now, reader } = visit;
  const w = mergeWords(lang).page;
  visit.tag(`proposal:${merge.absorbed.id}`, `proposal:${merge.target.id}`);
  visit.expiresAt(endOfTokyoDay(tokyoDate(now)));
  return page(visit, {
    title: w.title(merge.absorbed.title, merge.target.title),
    place: 'proposals',
    breadcrumb: [
      { text: words(lang).list.title, href: '/proposals' },
      { text: merge.target.title, href: `/proposals/${ref(merge.target.id, merge.target.title)}` },
      { text: w.short },
    ],
    problem,
    fieldNames: { word: mergeWords(lang).answer.word },
    main: mergePage({ lang, now, merge, reader, typedWord, problem }),
    proof: { kind: 'proposal', id: merge.absorbed.id },
  });
}

async function answer(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const { id, target } = await named(visit);
  const word = form.get('word') ?? '';
  return visit.attempt(
    answerMerge,
    { id, answer: form.get('answer'), word },
    {
      done: ({ outcome }) =>
        outcome === 'merged'
          ? `/proposals/${encodeURI(ref(target.id, target.title))}?done=recorded`
          : `/proposal-merges/${shortId(id)}?done=recorded`,
      again: async (problem) => show(visit, await named(visit), word, problem),
    },
  );
}

async function takeBack(visit: Visit): Promise<Reply> {
  await visit.form();
  const { id } = await named(visit);
  return visit.attempt(
    takeBackMerge,
    { id },
    {
      done: () => `/proposal-merges/${shortId(id)}?done=withdrawn`,
      again: async (problem) => show(visit, await named(visit), '', problem),
    },
  );
}

const serves = ['F9.1'];

export const mergeRoutes: readonly Route[] = [
  get('/proposals/:ref/merges/new', 'person', serves, start),
  post('/proposals/:ref/merges', 'person', serves, suggest),
  get('/proposal-merges/:ref', 'public', serves, async (visit) => show(visit, await named(visit)), { cached: true }),
  post('/proposal-merges/:ref/answers', 'person', serves, answer),
  post('/proposal-merges/:ref/removal', 'person', serves, takeBack),
];
