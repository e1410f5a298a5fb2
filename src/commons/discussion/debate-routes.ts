/** F9.2 Debates: their list, the page of one that has no proposal, writing in one, and its opinions one at a time. */
import { isSecretariat, page, rulesOf } from '#commons/hubs/index.ts';
import { followPart, thingFeedLink } from '#commons/notices/index.ts';
import { parseRef, parseShortId } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { movedTo, type Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { pageHead } from '#ui/heading.ts';
import { html } from '#ui/html.ts';
import { link } from '#ui/prose.ts';
import { debateHref, debatePath, opinionHref } from './addresses.ts';
import { type Debate, type DebateFilter, debateById, listedDebates, openedDebate } from './debates.ts';
import { ENTRY_KINDS, type EntryKind } from './discussion.ts';
import { explain } from './explain.ts';
import { crumbs, placeOf } from './opinion-routes.ts';
import { nextOpinion } from './queries.ts';
import { notFound } from './refusing.ts';
import { maySay, type Reason, closedReason as reasonOfClosing, stateOf } from './rules.ts';
import { sayOpinion } from './say-opinion.ts';
import { discussionSection, expireWith, sceneOf } from './section.ts';
import { debateSections } from './sections.ts';
import { debateHead, debateList, debateMain } from './views/debate-pages.ts';
import { nextOpinionMain, noNextOpinion } from './views/next-opinion.ts';
import { blockedWriting, entryNames, type TypedEntry, writeForm } from './views/write-form.ts';
import { words } from './words.ts';

const PAGE_SIZE = 30;

export function debateFilter(visit: Visit): DebateFilter {
  const kind = visit.query('kind');
  return {
    kind: kind === 'all' ? '' : kind === 'proposal' || kind === 'plan' ? kind : 'imported',
    order: visit.query('order') === 'oldest' ? 'oldest' : 'newest',
    after: parseShortId(visit.query('after')),
    limit: PAGE_SIZE,
  };
}

async function listPage(visit: Visit): Promise<Reply> {
  const filter = debateFilter(visit);
  const listed = await visit.read((db) => listedDebates(db, filter));
  visit.tag('debates', ...listed.debates.map((debate) => `debate:${debate.id}`));
  for (const debate of listed.debates) expireWith(visit, debate);
  const w = words(visit.lang).debates;
  return page(visit, {
    title: w.title,
    description: w.lead,
    place: 'debates',
    main: debateList({ lang: visit.lang, now: visit.now, filter, mayBringIn: isSecretariat(visit), ...listed }),
  });
}

function debateId(visit: Visit): string {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw notFound();
  return id;
}

export async function namedDebate(visit: Visit): Promise<Debate> {
  const debate = await visit.read((db) => debateById(db, debateId(visit)));
  if (!debate) throw notFound();
  return debate;
}

async function showPage(visit: Visit): Promise<Reply> {
  const id = debateId(visit);
  const [discussion, ...sections] = await Promise.all([
    visit.read((db) => discussionSection(visit, db, { debateId: id })),
    ...debateSections.map((section) => section(visit, id)),
  ]);
  const debate = discussion.opened?.debate;
  if (!debate) throw notFound();
  const at = debateHref(debate);
  if (decodeURI(visit.url.pathname) !== at) return movedTo(encodeURI(at) + visit.url.search);
  const { lang } = visit;
  const shown = sections.filter((section) => section !== null);
  return page(visit, {
    title: debate.title,
    ...(debate.about === '' ? {} : { description: debate.about.slice(0, 120) }),
    place: 'debates',
    breadcrumb: [{ text: words(lang).debates.title, href: '/debates' }, { text: debate.title }],
    head: html`${debateHead(debate, visit.now, lang)}${followPart(visit, { kind: 'debate', id, title: debate.title })}`,
    main: debateMain({ lang, debate, sections: shown, discussion: discussion.main }),
    islands: discussion.islands,
    dataLinks: [
      { href: `${debatePath(debate)}/opinions.csv`, text: 'CSV', type: 'text/csv' },
      { href: `${debatePath(debate)}/opinions.json`, text: 'JSON', type: 'application/json' },
      thingFeedLink('debate', id, lang),
    ],
    proof: { kind: 'debate', id },
  });
}

function kindOf(text: string | undefined): EntryKind | null {
  return ENTRY_KINDS.find((kind) => kind === text) ?? null;
}

function writePage(visit: Visit, debate: Debate, typed: TypedEntry, problem?: Problem): Reply {
  const { lang, now, hub } = visit;
  const scene = { ...sceneOf(visit, debate), reader: visit.signedIn };
  const title = words(lang).write.titles[typed.kind];
  const no = maySay(hub, scene.reader, debate, typed.kind, now);
  const head = pageHead({ title, meta: link(debateHref(debate), words(lang).write.about(debate.title)) });
  // A refusal may have closed the form meanwhile; what was typed is shown all the same.
  const writing =
    no && !problem
      ? blockedWriting(scene, typed.kind, no)
      : writeForm(scene, { typed, limits: rulesOf(hub, debate.rules_version).limits, whole: true, problem });
  return page(visit, {
    title,
    layout: 'reading',
    indexed: false,
    place: placeOf(debate),
    breadcrumb: crumbs(debate, lang, title),
    main: html`${head}${writing}`,
    islands: ['char-counter'],
    problem,
    fieldNames: entryNames(typed.kind, lang),
  });
}

async function newOpinion(visit: Visit): Promise<Reply> {
  const debate = await namedDebate(visit);
  // Before the debate opens only questions are taken.
  const usual = stateOf(debate, visit.now) === 'before' ? 'question' : 'opinion';
  return writePage(visit, debate, { kind: kindOf(visit.query('kind')) ?? usual, body: '', reason: '' });
}

async function say(visit: Visit): Promise<Reply> {
  const id = debateId(visit);
  const form = await visit.form();
  const kind = form.get('kind') ?? '';
  const text = { body: form.get('body') ?? '', reason: form.get('reason') ?? '' };
  const ways = {
    done: (said: { id: string }) => `${opinionHref(said.id)}?done=sent&said=1`,
    again: async (problem: Problem) =>
      writePage(visit, await namedDebate(visit), { kind: kindOf(kind) ?? 'opinion', ...text }, problem),
  };
  return kind === 'explanation'
    ? visit.attempt(explain, { debateId: id, ...text }, ways)
    : visit.attempt(sayOpinion, { debateId: id, kind, ...text }, ways);
}

async function next(visit: Visit): Promise<Reply> {
  const id = debateId(visit);
  const { person } = visit.signedIn;
  const skip = parseShortId(visit.query('skip'));
  const draw = (without: string | null) =>
    visit.read((db) =>
      Promise.all([openedDebate(db, id, person.id), nextOpinion(db, id, person.id, visit.requestId, without)]),
    );
  let [opened, opinion] = await draw(skip);
  // The one put off is the last one left.
  if (!opinion && skip) [opened, opinion] = await draw(null);
  if (!opened?.progress) throw notFound();
  const { debate, progress } = opened;
  const scene = sceneOf(visit, debate);
  const no = closedReason(debate, visit.now);
  const last = parseShortId(visit.query('last')) ? visit.query('last') : null;
  const { title } = words(visit.lang).next;
  return page(visit, {
    title,
    layout: 'reading',
    indexed: false,
    place: placeOf(debate),
    breadcrumb: crumbs(debate, visit.lang, title),
    main: no ? noNextOpinion(scene, no) : nextOpinionMain(scene, { opinion, progress, last }),
  });
}

function closedReason(debate: Debate, now: Date): Reason | null {
  const state = stateOf(debate, now);
  if (state === 'before') return 'not-open-yet';
  if (state === 'open') return null;
  return reasonOfClosing(debate);
}

export const debateRoutes: readonly Route[] = [
  get('/debates', 'public', ['F9.2'], listPage, { cached: true }),
  get('/debates/:ref', 'public', ['F9.2'], showPage, { cached: true }),
  get('/debates/:ref/opinions/new', 'person', ['F9.2'], newOpinion),
  post('/debates/:ref/opinions', 'person', ['F9.2'], say),
  get('/debates/:ref/next-opinion', 'person', ['F9.2'], next),
];
