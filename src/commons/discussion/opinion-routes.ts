/** F9.2 The page of an opinion, and replying to it. */
import { hubWords, page, rulesOf } from '#commons/hubs/index.ts';
import { isUuid, parseRef, parseShortId } from '#kernel/ids.ts';
import { labelled } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { movedTo, type Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { debateHref, opinionAnchor, opinionHref } from './addresses.ts';
import { answerQuestion } from './answer-question.ts';
import { type Debate, debateOf } from './debates.ts';
import { opinionById, parentOf, type WholeOpinion } from './queries.ts';
import { notFound } from './refusing.ts';
import { replyTo } from './reply.ts';
import { isSpeaker } from './rules.ts';
import { expireWith, sceneOf } from './section.ts';
import { opinionSections } from './sections.ts';
import { type ShownReply, threadOf } from './thread-queries.ts';
import { opinionActs, opinionHead, opinionMain, opinionTitle, replyNames } from './views/opinion-page.ts';
import { words } from './words.ts';

interface Found {
  opinion: WholeOpinion;
  debate: Debate;
  replies: ShownReply[];
  more: boolean;
  after: string | null;
}

async function found(visit: Visit, id: string): Promise<Found | null> {
  const after = parseShortId(visit.query('after'));
  const personId = visit.reader?.person.id ?? null;
  const [opinion, debate, thread] = await visit.read((db) =>
    Promise.all([opinionById(db, id, personId), debateOf(db, id), threadOf(db, id, after)]),
  );
  return opinion && debate ? { opinion, debate, ...thread, after } : null;
}

interface Writing {
  body: string;
  problem?: Problem;
}

async function opinionPage(visit: Visit, id: string, writing: Writing): Promise<Reply> {
  const [it, ...sections] = await Promise.all([
    found(visit, id),
    ...opinionSections.map((section) => section(visit, id)),
  ]);
  if (!it) return elsewhere(visit, id);
  const { opinion, debate, replies } = it;
  visit.tag(`opinion:${id}`, `debate:${debate.id}`);
  expireWith(visit, debate);
  const { lang } = visit;
  const scene = sceneOf(visit, debate);
  const quoted = parseShortId(visit.query('to'));
  const title = opinionTitle(opinion, scene);
  return page(visit, {
    title: opinion.body === '' ? title : labelled(title, excerpt(opinion.body), lang),
    ...(opinion.body === '' ? { indexed: false } : { description: opinion.body.slice(0, 120) }),
    place: placeOf(debate),
    breadcrumb: crumbs(debate, lang, title),
    head: opinionHead(scene, opinion),
    now: opinionActs(scene, opinion),
    main: opinionMain(scene, {
      opinion,
      replies,
      moreReplies: it.more,
      later: it.after !== null,
      trail: sections.filter((section) => section !== null),
      sent: visit.query('said') === '1' && isSpeaker(visit.reader, opinion),
      reply: { body: writing.body, to: replies.find((one) => one.id === quoted) ?? null, problem: writing.problem },
      limits: rulesOf(visit.hub, debate.rules_version).limits,
    }),
    islands: ['vote-form', 'char-counter'],
    proof: { kind: 'opinion', id },
    problem: writing.problem,
    fieldNames: replyNames(scene, opinion),
  });
}

const EXCERPT = 30;

function excerpt(body: string): string {
  const letters = [...body.replace(/\s+/g, ' ')];
  return letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('')}…` : letters.join('');
}

/** The place in the menu under which a debate is found. */
export function placeOf({ kind }: Pick<Debate, 'kind'>): 'proposals' | 'plans' | 'debates' {
  return kind === 'proposal' ? 'proposals' : kind === 'plan' ? 'plans' : 'debates';
}

/** From the list it belongs to, by way of its debate. */
export function crumbs(debate: Debate, lang: Visit['lang'], last: string) {
  const place = placeOf(debate);
  const text = place === 'debates' ? words(lang).debates.title : hubWords(lang).nav[place];
  const list = { text, href: `/${place}` };
  return [list, { text: debate.title, href: debateHref(debate) }, { text: last }];
}

/** A reply has no page of its own: it is read in its thread. */
async function elsewhere(visit: Visit, id: string): Promise<Reply> {
  const parent = await visit.read((db) => parentOf(db, id));
  if (!parent) throw notFound();
  return movedTo(`${opinionHref(parent)}#${opinionAnchor(id)}`);
}

export function opinionId(visit: Visit): string {
  const id = parseRef(visit.params.ref ?? '');
  if (!id || !isUuid(id)) throw notFound();
  return id;
}

async function show(visit: Visit): Promise<Reply> {
  return opinionPage(visit, opinionId(visit), { body: '' });
}

async function reply(visit: Visit): Promise<Reply> {
  const id = opinionId(visit);
  const form = await visit.form();
  const body = form.get('body') ?? '';
  const toId = parseShortId(form.get('to') ?? '') ?? id;
  return visit.attempt(
    replyTo,
    { toId, body },
    {
      done: (said) => `${opinionHref(said.parentId)}?done=sent#${opinionAnchor(said.id)}`,
      again: (problem) => opinionPage(visit, id, { body, problem }),
    },
  );
}

async function answer(visit: Visit): Promise<Reply> {
  const questionId = opinionId(visit);
  const body = (await visit.form()).get('body') ?? '';
  return visit.attempt(
    answerQuestion,
    { questionId, body },
    {
      done: (said) => `${opinionHref(said.parentId)}?done=sent#${opinionAnchor(said.id)}`,
      again: (problem) => opinionPage(visit, questionId, { body, problem }),
    },
  );
}

export const opinionRoutes: readonly Route[] = [
  get('/opinions/:ref', 'public', ['F9.2'], show, { cached: true }),
  post('/opinions/:ref/replies', 'person', ['F9.2'], reply),
  post('/opinions/:ref/answers', 'person', ['F9.2'], answer),
];
